/** How wide the text of a diagram is, and where its lines may break. Fonts are not known at build, so both are estimates. */

/** Stands for a space at which a label must not break. In the private use area, so that no grammar takes it for a blank. */
export const HARD_SPACE = '\uE000';

/** Characters as wide as the font is high: Chinese, Japanese, Korean, full-width forms, and punctuation that Chinese fonts draw wide. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\u2014\u2018-\u201d\u2026\u2190-\u21ff\u2460-\u24ff\u25a0-\u25ff\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;
const NARROW = /[\s\uE000ijlftrI.,:;'`!|()[\]{}/\\-]/;
const BROAD = /[A-HJ-Zmw@%&]/;

/**
 * The estimated width of a line of text, in em. On the broad side of the sans-serif fonts in use: a box that is a
 * little too wide is better than a text that leaves its box.
 */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (WIDE.test(character)) width += 1;
    else if (NARROW.test(character)) width += 0.36;
    else if (BROAD.test(character)) width += 0.72;
    else width += 0.57;
  }
  return width;
}

const words = new Intl.Segmenter('zh', { granularity: 'word' });
const OPENING = /^[（([《“‘「【]$/;
const CLOSING = /^[）)\]》”’」】、，。；：！？,.;:!?…]+$/;

/**
 * Cuts a label into pieces that stay whole when it is wrapped: words, with closing punctuation at the word before
 * and opening punctuation at the word after (W3C, Requirements for Chinese Text Layout, 3.1.3); and in brackets
 * each item of an enumeration, so that `（事件经理、问题经理）` never splits the name of a role.
 * @param longest pieces of an enumeration above this width, in em, are cut into words all the same
 */
export function unbreakablePieces(label: string, longest: number): string[] {
  const pieces: string[] = [];
  let isInBrackets = false;
  for (const item of label.split(/(?=（)|(?<=[）、])/)) {
    isInBrackets ||= item.startsWith('（');
    if (isInBrackets && textWidth(item) <= longest) pieces.push(item);
    else pieces.push(...wordsWithPunctuation(item));
    if (item.endsWith('）')) isInBrackets = false;
  }
  return joinStrayPunctuation(pieces);
}

function wordsWithPunctuation(text: string): string[] {
  const pieces: string[] = [];
  let opening = '';
  for (const { segment } of words.segment(text)) {
    if (OPENING.test(segment)) opening += segment;
    else {
      pieces.push(opening + segment);
      opening = '';
    }
  }
  if (opening) pieces.push(opening);
  return joinStrayPunctuation(pieces);
}

/** Puts closing punctuation, and whatever follows a hard space, to the piece before it. */
function joinStrayPunctuation(pieces: readonly string[]): string[] {
  const joined: string[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const belongsToLast =
      last !== undefined &&
      (CLOSING.test(piece) || piece.startsWith(HARD_SPACE) || last.endsWith(HARD_SPACE) || isLatin(last, piece));
    if (belongsToLast) joined[joined.length - 1] = last + piece;
    else joined.push(piece);
  }
  return joined;
}

/** `5.1`, `SLA-3`: the segmenter cuts them at the punctuation. */
function isLatin(before: string, after: string): boolean {
  return /[\w.\-/]$/.test(before) && /^[\w.\-/]/.test(after);
}
