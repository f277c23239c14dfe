/** The sections that a change record names, in the ways people write them. */
import type { SectionChange } from './front-matter-changes.ts';

/** What a name in a change record stands for. */
export type NamedSections =
  /** 全文 */
  | { kind: 'all' }
  /** Numbers, of which each stands for everything below it, too; a range for all between its ends. */
  | { kind: 'numbers'; from: string; until: string }[]
  /** 流程图, 封面, a title. */
  | { kind: 'words'; words: string };

const all = /^(?:全文|全部|全篇|整篇|all|whole|entire|(?:the )?(?:whole|entire) (?:text|document))$/i;
const one = String.raw`第?\s*((?:附件|附录)?\s*\d+(?:\.\d+)*)\s*[章节条款]?`;
const numbers = new RegExp(`^${one}(?:\\s*(?:-|–|—|~|～|至|到)\\s*${one})?(?![\\d.])`, 'i');

/** Reads one item of `sections`: `5.3`, `第5章`, `5.3 升级`, `5.1～5.4`, `5.3、6`, `附件2`, `全文`, `流程图`. */
export function readNamed(text: string): NamedSections {
  const whole = text.trim();
  if (all.test(whole)) return { kind: 'all' };
  const read = whole
    .split(/[、，,；;]|\s和\s?|和(?=\d)/)
    .map((item) => numbers.exec(item.trim()))
    .map((match) => match && { kind: 'numbers' as const, from: tight(match[1]!), until: tight(match[2] ?? match[1]!) });
  const found = read.filter((item) => item !== null);
  return found.length === read.length ? found : { kind: 'words', words: whole };
}

function tight(text: string): string {
  return text.replace(/\s/g, '');
}

/** True if a name is or contains one of the names of a place. */
export function isNamed(named: NamedSections, places: readonly string[]): boolean {
  if ('kind' in named) {
    if (named.kind === 'all') return true;
    // 流程图 is said of the section 流程, and 升级 of 派单与升级.
    return places.some((place) => place.length > 1 && (place.includes(named.words) || named.words.includes(place)));
  }
  return named.some(({ from, until }) => places.some((place) => isWithin(place, from, until)));
}

function isWithin(place: string, from: string, until: string): boolean {
  if (place === from || place.startsWith(`${from}.`) || place === until || place.startsWith(`${until}.`)) return true;
  return from !== until && isBetween(place, from, until);
}

/** True for 5.3 between 5.1 and 5.4: only the figures are compared, each as a number. */
function isBetween(place: string, from: string, until: string): boolean {
  if (!/^\d+(\.\d+)*$/.test(place)) return false;
  return order(from, place) <= 0 && order(place, until) <= 0;
}

function order(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = (left[index] ?? -1) - (right[index] ?? -1);
    if (difference) return difference;
  }
  return 0;
}

/** True if one of the names covers a change. */
export function covers(named: readonly NamedSections[], { names }: SectionChange): boolean {
  return named.some((item) => isNamed(item, names));
}
