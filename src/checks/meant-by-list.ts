/** What a list of a document means by a number that nothing has: the text names it, and the list lacks it. */
import type { Document, Handbook } from '../handbook/graph.ts';
import { nearest } from '../handbook/suggest.ts';
import { isKnownNumber } from './known-number.ts';

/** Wrong number in related or records of a document → the number that its text shows to be meant. */
export function meantByLists(handbook: Handbook, document: Document): Map<string, string> {
  const own = handbook.references.filter(({ from }) => from === document);
  const listed = new Set(own.filter(({ how }) => how !== 'mention').map(({ to }) => to));
  const wrong = own.filter(({ how, to }) => (how === 'related' || how === 'record') && !isKnownNumber(handbook, to));
  if (!wrong.length) return new Map();
  const numbers = [...new Set(wrong.map(({ to }) => to))];
  const named = own.filter(({ how, to }) => how === 'mention' && !listed.has(to)).map(({ to }) => to);
  const missing = [...new Set(named)].filter((number) => number !== document.number);
  return new Map(
    numbers.flatMap((number) => {
      const only = numbers.length === 1 && missing.length === 1 ? missing[0] : undefined;
      const meant = only ?? nearest(number, missing);
      return meant === undefined ? [] : [[number, meant] as const];
    }),
  );
}
