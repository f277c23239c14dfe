/** Finds versions that are not in force, by number, title and change record. */
import type { OldVersion, OldVersions } from '../views/old-versions.ts';
import type { SearchIndex } from '../views/search-targets.ts';
import { isFiltered, matches, type Filters } from './facets.ts';
import type { QueryPlan } from './query.ts';
import { compact, contains, normalise } from './spelling.ts';

const scores = { number: 4, title: 3, record: 2, words: 1 };

/**
 * The versions that answer, the best first, the newest first among equals.
 * @param plan undefined if there is no query: then all that match the filters
 */
export function rankVersions(
  plan: QueryPlan | undefined,
  filters: Filters,
  index: SearchIndex,
  { versions, withdrawn }: OldVersions,
): OldVersion[] {
  const byId = new Map([...withdrawn, ...index.targets].map((target) => [target.id, target]));
  return versions
    .filter(({ number }) => !isFiltered(filters) || (byId.has(number) && matches(byId.get(number)!, filters)))
    .map((version) => ({ version, score: plan ? scoreOf(version, plan) : 1 }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.version.from < b.version.from ? 1 : -1))
    .map(({ version }) => version);
}

/** True for a query that is written like the number of a document. */
export function isNumberLike(text: string): boolean {
  return /^[a-z][a-z-]*\d[\d-]*$/.test(text);
}

/** Withdrawn documents are in no index of titles: their numbers are compared as they are written, in full or at the end. */
export function isNumbered({ number }: OldVersion, text: string): boolean {
  return isNumberLike(text) && `-${number.toLowerCase()}`.endsWith(`-${text}`);
}

function scoreOf(version: OldVersion, { text, numbers, phrases, variants, terms }: QueryPlan) {
  const { number, zh, en, what, why } = version;
  if (isNumbered(version, text) || numbers.includes(number)) return scores.number;
  const [titles, record] = [`${zh}\n${en}`, `${what}\n${why}`].map((part) => compact(normalise(part)));
  const holds = (part = '') => [...phrases, ...variants].some((phrase) => contains(part, phrase));
  if (holds(titles)) return scores.title;
  if (holds(record)) return scores.record;
  const all = `${titles} ${record}`;
  const isHeld = terms.every(({ text: word, alternatives }) =>
    [word, ...alternatives].some((one) => contains(all, one)),
  );
  return terms.length > 0 && isHeld ? scores.words : 0;
}
