/** Puts a site that was built and checked in the place of the last one. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { constants } from 'node:os';
import { dirname, join, relative } from 'node:path';

/** The folder beside a site in which the next one is built. */
export function folderBeside(site: string): string {
  return `${site}.new`;
}

/** Removes what was built beside a site, unless it is being moved there. */
export function discardNew(site: string): void {
  if (!existsSync(listBeside(site))) rmSync(folderBeside(site), { recursive: true, force: true });
}

/** Lets a signal to stop wait until all files are moved. */
function uninterrupted(move: () => void): void {
  const stop = (signal: NodeJS.Signals) => process.exit(128 + constants.signals[signal]);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.once(signal, stop);
  try {
    move();
  } finally {
    // What came meanwhile is heard before this runs.
    setImmediate(() => {
      for (const signal of signals) process.off(signal, stop);
    });
  }
}

/** The list of what an update removes. While it is there, the update counts, and whoever comes next finishes it. */
const listBeside = (site: string): string => `${site}.update.json`;

/**
 * Puts what was built in its place: the folder as a whole if there is no site yet; else its files, over those of the
 * same name, and files of the site are removed.
 * @param gone below the site
 */
export function publishSite(site: string, gone: readonly string[]): void {
  if (!existsSync(site)) return uninterrupted(() => renameSync(folderBeside(site), site));
  const list = listBeside(site);
  writeFileSync(`${list}.part`, JSON.stringify(gone), { flush: true });
  uninterrupted(() => {
    renameSync(`${list}.part`, list);
    finishUpdate(site);
  });
}

/** Finishes an update that was begun; nothing if there is none. */
export function finishUpdate(site: string): void {
  const list = listBeside(site);
  const gone = goneIn(list);
  if (!gone) return;
  const aside = folderBeside(site);
  const { added = [], changed = [] } = Object.groupBy(allFiles(aside), (file) =>
    existsSync(join(site, file)) ? 'changed' : 'added',
  );
  // First what is new: no page leads to one that is still missing.
  for (const file of [...added, ...changed]) move(aside, site, file);
  for (const file of gone) remove(site, file);
  rmSync(aside, { recursive: true, force: true });
  rmSync(list);
}

/** What a list says; undefined if there is none, or it was never written to its end. */
function goneIn(list: string): string[] | undefined {
  try {
    return JSON.parse(readFileSync(list, 'utf8')) as string[];
  } catch {
    rmSync(list, { force: true });
    return undefined;
  }
}

/** All files below a folder, also those whose names begin with a dot. */
function allFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
}

function move(from: string, to: string, file: string): void {
  mkdirSync(dirname(join(to, file)), { recursive: true });
  renameSync(join(from, file), join(to, file));
}

/** Removes a file and the folders that are empty without it. */
function remove(site: string, file: string): void {
  rmSync(join(site, file), { force: true });
  try {
    for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) rmdirSync(join(site, folder));
  } catch {
    // Others are left in it.
  }
}
