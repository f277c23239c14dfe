/** What documents are called that are written or released and not in force yet. */
import type { Document, Handbook } from './graph.ts';

/**
 * The titles of the working texts, without those of documents of which a version is or was in force.
 * @param known documents in force, and withdrawn ones
 */
export function titlesAhead(
  working: ReadonlyMap<string, Document>,
  known: readonly Document[],
): Handbook['titlesAhead'] {
  const numbers = new Set(known.map(({ number }) => number));
  const ahead = [...working.values()].filter(({ number }) => !numbers.has(number));
  return new Map(ahead.map(({ number, data }) => [number, data.title]));
}
