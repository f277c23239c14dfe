/** Document numbers as people type them. */
import type { Library } from '../src/handbook/open.ts';

/** `b-21` → `HC-ITSM-B-21`, if only one document ends so, working or withdrawn; otherwise the word in capitals. */
export function wholeNumber({ working }: Library, given: string): string {
  const upper = given.toUpperCase();
  const numbers = [...new Set([...working.documents.keys(), ...working.releases.map(({ number }) => number)])];
  const fitting = numbers.filter((number) => number === upper || number.endsWith(`-${upper}`));
  return fitting.length === 1 ? (fitting[0] as string) : upper;
}

/** Several numbers, each of them once. */
export function wholeNumbers(library: Library, given: readonly string[]): string[] {
  return [...new Set(given.map((word) => wholeNumber(library, word)))];
}
