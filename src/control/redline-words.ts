/** The words of a block, and which of them were added or removed. */
import { diffArrays } from 'diff';
import { plainText, type Piece } from './redline-text.ts';

/** A run of words that have the same fate. */
export interface Word {
  text: string;
  change: 'same' | 'added' | 'removed';
}

/** What a reader sees, as one run. */
export function unchangedWords(pieces: readonly Piece[], change: Word['change'] = 'same'): Word[] {
  const text = plainText(pieces);
  return text ? [{ text, change }] : [];
}

/** A text with more changes than this is another text, and a redline of it would help nobody (and take seconds). */
const MOST_EDITS = 2000;

/** What stays, what goes and what comes, word by word; a removed word stands before the one that replaces it. */
export function changedWords(before: readonly Piece[], after: readonly Piece[]): Word[] {
  const changes = diffArrays(tokens(before), tokens(after), { maxEditLength: MOST_EDITS });
  if (!changes) return [...unchangedWords(before, 'removed'), ...unchangedWords(after, 'added')];
  const words: Word[] = [];
  for (const { value, added, removed } of changes) {
    const change = added ? 'added' : removed ? 'removed' : 'same';
    const seen = value.filter((token) => !token.startsWith(MARK));
    // Where words came or went, they tell; `**` or the address of a link is shown where nothing else would tell.
    const shown = change === 'same' || seen.length ? seen : value.map((token) => token.slice(MARK.length));
    const text = shown.join('');
    const last = words.at(-1);
    if (last?.change === change) last.text += text;
    else if (text) words.push({ text, change });
  }
  return words;
}

/** Tells a mark from a word that looks the same. */
const MARK = '\0';

function tokens(pieces: readonly Piece[]): string[] {
  return pieces.flatMap((piece) => (piece.mark ? [MARK + piece.text] : wordsOf(piece.text)));
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Document numbers, versions, section numbers, addresses: the segmenter would cut them at their punctuation. */
const LATIN = /([A-Za-z0-9]+(?:[-./_:@][A-Za-z0-9]+)*%?)/;

function wordsOf(text: string): string[] {
  return text
    .split(LATIN)
    .flatMap((part, index) =>
      index % 2 === 1 ? [part] : Array.from(segmenter.segment(part), ({ segment }) => segment),
    );
}
