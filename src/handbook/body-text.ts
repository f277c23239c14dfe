/** What stands within the lines of a body: titles in 《》, addresses, and marks that did not do what they are for. */
import type { Emphasis, Link as LinkNode, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { addressEnd } from './autolink.ts';
import { nodePlace, placeAfter, writtenAs } from './body-place.ts';
import type { Place } from './finding.ts';
import type { SourceFile } from './source.ts';

/** A title in 《》. */
export interface Mention {
  title: string;
  place: Place;
}

/** The titles in a text, each at its place in the source, where line breaks, indents and entities still stand. */
export function mentions(source: SourceFile, node: Text): Mention[] {
  const { written, offset } = writtenAs(source, node);
  let from = 0;
  return [...node.value.matchAll(/《([^《》]+)》/g)].map(([found, title = '']) => {
    const exact = written.indexOf(found.split('\n')[0] as string, from);
    const at = exact < 0 ? Math.max(written.indexOf('《', from), 0) : exact;
    from = at + 1;
    return { title: joinLines(title), place: placeAfter(source, node, offset + at) };
  });
}

/** A text broken over lines in one line: Chinese without a blank between, other words with one. */
export function joinLines(text: string): string {
  return text.replace(/(.?)\s*\n\s*(.?)/gu, (_, before: string, after: string) =>
    /[\x21-\x7e]/.test(before) && /[\x21-\x7e]/.test(after) ? `${before} ${after}` : before + after,
  );
}

/** An address without brackets, and what of the text behind it the parser took for a part of it. */
export interface BareAddress {
  address: string;
  rest: string;
  /** Of the rest. */
  place: Place;
}

/** The address that a link is, if it was written without brackets and more text follows without a blank. */
export function bareAddress(source: SourceFile, node: LinkNode): BareAddress | undefined {
  const [text] = node.children;
  if (text?.type !== 'text' || !/^(https?:\/\/|www\.)/i.test(text.value)) return undefined;
  const { written, offset } = writtenAs(source, node);
  if (written.startsWith('[')) return undefined;
  const end = addressEnd(text.value);
  if (end === text.value.length) return undefined;
  // A piece that GFM cut out of a text has the place of the whole text.
  const start = Math.max(written.indexOf(text.value), 0);
  return {
    address: text.value.slice(0, end),
    rest: text.value.slice(end),
    place: placeAfter(source, node, offset + start + end),
  };
}

/** Asterisks, underscores or tildes that are not shown as their author meant. */
export interface Mark {
  /** The characters: `**`. */
  mark: string;
  /** What stands between two of them; undefined for one without a partner. */
  inner: string | undefined;
  /** The characters of the text on both sides. */
  before: string;
  after: string;
  /** `literal`: readers see the marks. `emphasis`: the marks are gone, and what stands between them is slanted. */
  shown: 'literal' | 'emphasis';
  place: Place;
}

/** The marks that are left in a text, but for those that were meant to be seen. */
export function literalMarks(source: SourceFile, node: Text): Mark[] {
  const { written, offset } = writtenAs(source, node);
  const runs = [...written.matchAll(/\\[\s\S]|([*_~])\1*/g)].filter((run) => run[1] && !isSign(written, run));
  const marks: Mark[] = [];
  for (let index = 0; index < runs.length; index += 1) {
    const open = runs[index]!;
    const [mark] = open;
    const close = runs.findIndex(([run], other) => other > index && run === mark);
    const end = close < 0 ? open.index : runs[close]!.index;
    marks.push({
      mark,
      inner: close < 0 ? undefined : written.slice(open.index + mark.length, end),
      before: written.slice(0, open.index).at(-1) ?? '',
      after: written[end + mark.length] ?? '',
      shown: 'literal',
      place: placeAfter(source, node, offset + open.index),
    });
    if (close >= 0) index = close;
  }
  return marks;
}

/** A line to fill in, a power, a path, a sign of multiplication, an underscore in a name: no mark. */
function isSign(written: string, { 0: run, index }: RegExpExecArray): boolean {
  const before = written[index - 1] ?? '';
  const after = written[index + run.length] ?? '';
  return (
    run.length > 3 ||
    before === '/' ||
    after === '/' ||
    (/\d/.test(before) && /\d/.test(after)) ||
    (/[ \t]/.test(before) && /[ \t]/.test(after))
  );
}

/** Asterisks between figures, as in `3*5*2`, which the parser takes for emphasis. */
export function accidentalEmphasis(source: SourceFile, node: Emphasis): Mark | undefined {
  const { written, offset } = writtenAs(source, node);
  const before = source.body[offset - 1] ?? '';
  const after = source.body[offset + written.length] ?? '';
  if (!written.startsWith('*') || !/\d/.test(before) || !/\d/.test(after)) return undefined;
  return { mark: '*', inner: toString(node), before, after, shown: 'emphasis', place: nodePlace(source, node) };
}
