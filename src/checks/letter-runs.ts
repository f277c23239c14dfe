/** Runs of letters: a quick look for texts that share one with others, before any two are compared letter by letter. */
import { lettersOf } from './sentences.ts';

/** Code unit → that of its letter as {@link lettersOf} has it; 0 for what is not yet known. */
const letters = new Uint16Array(0x10000);
const noLetter = 0xffff;
/** Half of a character, or one that becomes several letters: what runs it is part of is not known here. */
const special = 0xfffe;

function letterAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  return letters[unit] || (letters[unit] = classified(unit));
}

function classified(unit: number): number {
  const isHalf = unit >= 0xd800 && unit <= 0xdfff;
  const letter = isHalf ? '' : lettersOf(String.fromCharCode(unit));
  // What a capital sigma becomes depends on what follows.
  if (isHalf || letter.length > 1 || unit === 0x03a3) return special;
  return letter ? letter.charCodeAt(0) : noLetter;
}

/** How many letters make a run. */
export const runLength = 5;
/** With six bits a letter, thirty hold just one run: what stands before it is shifted out. */
const runBits = 0x3fffffff;
const size = 1 << 20;

function slot(hash: number): number {
  return (hash ^ (hash >>> 13)) & (size - 1);
}

function next(hash: number, letter: number): number {
  return ((hash << 6) + letter) & runBits;
}

/**
 * A test whether a text has one of these runs in it, whatever stands between its letters.
 * @param runs as they stand in letters
 */
export function runSearch(runs: {
  has: (run: string) => boolean;
  keys: () => Iterable<string>;
}): (text: string) => boolean {
  const slots = new Uint8Array(size);
  for (const run of runs.keys()) {
    let hash = 0;
    for (let index = 0; index < run.length; index += 1) hash = next(hash, run.charCodeAt(index));
    slots[slot(hash)] = 1;
  }
  const last = new Uint16Array(runLength);
  return (text) => {
    let hash = 0;
    let count = 0;
    for (let index = 0; index < text.length; index += 1) {
      const letter = letterAt(text, index);
      if (letter === noLetter) continue;
      if (letter === special) return true;
      hash = next(hash, letter);
      last[count % runLength] = letter;
      count += 1;
      if (count < runLength || !slots[slot(hash)]) continue;
      const oldest = count % runLength;
      if (runs.has(String.fromCharCode(...last.subarray(oldest), ...last.subarray(0, oldest)))) return true;
    }
    return false;
  };
}
