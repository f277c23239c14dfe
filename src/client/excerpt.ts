/** The stretch of a text that answers a query, with what was found in it marked. */
import type { Section } from './full-text.ts';
import type { QueryPlan } from './query.ts';
import { places } from './spelling.ts';

export interface Piece {
  text: string;
  marked: boolean;
}

/** Characters of an excerpt, and of it before the first word found. */
const excerptLength = 110;
const excerptLead = 24;

interface Mark {
  from: number;
  to: number;
  worth: number;
}

/** The stretch of a section with most of the query in it, the words found marked. */
export function excerptOf({ text, folded }: Section, { phrases, variants, terms }: QueryPlan): Piece[] {
  const mark = (word: string, worth: number): Mark[] =>
    places(word, folded.text).map((from) => ({ from, to: from + word.length, worth }));
  const wholes = [...phrases.flatMap((phrase) => mark(phrase, 2)), ...variants.flatMap((variant) => mark(variant, 1))];
  const words = terms
    .flatMap(({ text: word, alternatives }) => [word, ...alternatives])
    // A single character is marked as part of a phrase only.
    .filter((word) => word.length > 1)
    .flatMap((word) => mark(word, 1));
  const marks = (wholes.length ? wholes : words).sort((a, b) => a.from - b.from);
  const from = startOf(text, marks);
  const to = Math.min(text.length, from + excerptLength);
  const more = { text: '…', marked: false };
  return [...(from > 0 ? [more] : []), ...cut(text, marks, from, to), ...(to < text.length ? [more] : [])];
}

/** The start of the best stretch: a little before a mark, where a piece of a sentence begins. */
function startOf(text: string, marks: readonly Mark[]): number {
  const worthFrom = (start: number) =>
    marks
      .filter(({ from, to }) => from >= start && to <= start + excerptLength - excerptLead)
      .reduce((sum, { worth }) => sum + worth, 0);
  const best = marks.reduce<{ from: number; worth: number }>(
    (found, { from }) => (worthFrom(from) > found.worth ? { from, worth: worthFrom(from) } : found),
    { from: 0, worth: 0 },
  );
  const earliest = Math.max(0, Math.min(best.from - excerptLead, text.length - excerptLength));
  const sentence = earliest > 0 ? / ?[。；！？，、·] ?| /.exec(text.slice(earliest, best.from)) : null;
  return earliest + (sentence ? sentence.index + sentence[0].length : 0);
}

function cut(text: string, marks: readonly Mark[], from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  for (const mark of marks) {
    const start = Math.max(mark.from, at);
    const end = Math.min(mark.to, to);
    if (end <= start) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false });
    pieces.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < to) pieces.push({ text: text.slice(at, to), marked: false });
  return pieces;
}
