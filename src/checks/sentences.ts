/** Sentences, and how much alike two of them are. */
import { distance } from 'fastest-levenshtein';

/** The sentences of a text in one line; a semicolon ends one, because items of a list end in it. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[。！？；])|(?<=[.!?;])\s+/)
    .map((sentence) => sentence.trim())
    .filter(Boolean);
}

/** Letters and figures only: how a sentence is compared. */
export function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}

/** From 0, nothing in common, to 1, the same. @param a, b letters of two sentences */
export function likeness(a: string, b: string): number {
  return a === b ? 1 : 1 - distance(a, b) / Math.max(a.length, b.length);
}

/** The letters with `0` for each figure that says how much. Those in names (P1, 5.3, C-12) are no quantities. */
export function withoutFigures(text: string): string {
  return lettersOf(text.replace(/(?<![A-Za-z\d.#-])\d+(?:\.\d+)?(?![\d.]|-\d)/g, '0'));
}
