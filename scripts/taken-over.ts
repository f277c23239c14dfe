/** A site of which some pages were made, and the others stand as they are in the last one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pagesOf, readPage, type BuiltPage, type Output } from '../src/checks/output.ts';
import { sha256 } from '../src/handbook/canonical.ts';
import { listFiles } from '../src/handbook/read-folder.ts';
import type { LastBuild, PageRecords } from './last-build.ts';

/**
 * @param made the folder with the pages that were made
 * @param site the last site
 * @param taken the files that are taken over from it
 */
export function outputOver(made: string, site: string, taken: readonly string[]): Output {
  const isTaken = new Set(taken);
  return {
    folder: made,
    files: [...listFiles(made), ...taken].sort(),
    read: (file) => readFileSync(join(isTaken.has(file) ? site : made, file), 'utf8'),
  };
}

/**
 * The pages in which a link may be broken: those that were made and, if anything is gone that the last site had, all.
 * @param records of the whole new site
 * @param made the pages that were made
 */
export function pagesToCheck(
  output: Output,
  last: LastBuild | undefined,
  records: PageRecords,
  made: readonly BuiltPage[],
): readonly BuiltPage[] {
  if (!last || !losesTargets(last, records, made)) return made;
  const isMade = new Set(made.map(({ file }) => file));
  return [...made, ...pagesOf({ ...output, files: output.files.filter((file) => !isMade.has(file)) })];
}

/** True if a page, or an anchor of one, is gone, or if nobody can tell. */
function losesTargets({ site, records }: LastBuild, now: PageRecords, made: readonly BuiltPage[]): boolean {
  if ([...records.keys()].some((path) => !now.has(path))) return true;
  const digests = new Map([...records.values()].map(({ file, digest }) => [file, digest]));
  return made.some(({ file, anchors }) => {
    const digest = digests.get(file);
    if (digest === undefined) return false;
    try {
      const bytes = readFileSync(join(site, file));
      return sha256(bytes) !== digest || [...readPage(file, bytes.toString()).anchors].some((id) => !anchors.has(id));
    } catch {
      return true;
    }
  });
}
