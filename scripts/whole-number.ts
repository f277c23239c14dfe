/** Document numbers as people type them. */
import { releasesOf } from '../src/control/state.ts';
import type { Library } from '../src/handbook/open.ts';
import { versionFolder } from '../src/handbook/releases.ts';

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

/** `b-21 a/2 d-21-01` → each number, with its version if one follows: one with a mark of its own, or of a release. */
export function numbersWithVersions(
  library: Library,
  given: readonly string[],
): { number: string; version?: string }[] {
  const found: { number: string; version?: string }[] = [];
  for (const word of given) {
    const [before, version] = [found.at(-1), word.toUpperCase()];
    const isReleased = (number: string) =>
      releasesOf(library.working, number).some((release) => versionFolder(release.version) === version);
    if (before && before.version === undefined && (/[/.]/.test(word) || isReleased(before.number))) {
      before.version = version;
    } else found.push({ number: wholeNumber(library, word) });
  }
  return found;
}
