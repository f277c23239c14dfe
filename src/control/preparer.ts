/** Who prepares the next version of a document. */
import type { Document, Handbook, Person } from '../handbook/graph.ts';
import { holdersOn } from './new-people.ts';
import type { Refusal } from './plan.ts';

/**
 * Whoever prepared the last version; if that person has left, whoever holds the owner role alone.
 * @param on ISO day of the preparation
 * @returns the id of a person, or the question who it is
 */
export function preparerOf(handbook: Handbook, { data, number }: Document, on: string): string | Refusal {
  const { by } = data.prepared;
  const person = handbook.people.get(by);
  const left = person && leftOn(person, on);
  if (!left) return by;
  const holders = holdersOn(handbook, data.owner, on);
  if (holders.length === 1) return holders[0]!;
  const { name } = person.data;
  const owner = handbook.roles.get(data.owner)?.data.title ?? { zh: data.owner, en: data.owner };
  return {
    refused: {
      zh: `${number} 上一版本的编制人${name.zh}（${by}）${left} 以后不再担任任何角色`,
      en: `${name.en} (${by}), who prepared the last version of ${number}, holds no role after ${left}`,
    },
    hint: {
      zh: `用 release --by 指出编制人${holders.length ? `，${owner.zh}现有 ${holders.join('、')}` : ''}；与作废一步发布的，先单独发布 ${number}。`,
      en: `Name the preparer with release --by${holders.length ? `; ${owner.en} is held by ${holders.join(', ')}` : ''}. If it was to be released with a withdrawal, release ${number} alone before.`,
    },
  };
}

/** The last day of somebody whose roles have all ended; undefined for who holds one, or never held any. */
function leftOn({ data }: Person, day: string): string | undefined {
  const ends = data.roles.map(({ until }) => until ?? day);
  const last = ends.sort().at(-1);
  return last !== undefined && last < day ? last : undefined;
}
