/** Puts a site that was built and checked in the place of the last one. */
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { constants } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';

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
 * same name, and whatever else is in the site is removed, but for what is hidden by a dot, such as `.nojekyll`.
 * @param stays whether a file that was not built stays as it stands, by its path below the site
 */
export function publishSite(site: string, stays: (file: string) => boolean): void {
  const aside = folderBeside(site);
  if (!existsSync(site)) return uninterrupted(() => renameSync(aside, site));
  const built = new Set(filesBelow(aside));
  const gone = filesBelow(site).filter((file) => !isHidden(file) && !built.has(file) && !stays(file));
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
  // First what nobody must read any longer; then what is new, so that no page leads to one that is still missing.
  for (const file of gone) remove(site, file);
  const { added = [], changed = [] } = Object.groupBy(filesBelow(aside), (file) =>
    existsSync(join(site, file)) ? 'changed' : 'added',
  );
  for (const file of [...added, ...changed]) move(aside, site, file);
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

/** Whatever is below a folder and no folder itself, with `/`: files, hidden ones too, and links. */
function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'));
}

function isHidden(file: string): boolean {
  return file.split('/').some((name) => name.startsWith('.'));
}

function move(from: string, to: string, file: string): void {
  clearWay(to, file);
  const [source, target] = [join(from, file), join(to, file)];
  mkdirSync(dirname(target), { recursive: true });
  try {
    renameSync(source, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    // The site lies on another disk than what is beside it: a volume, or a link.
    copyFileSync(source, `${target}.part`);
    renameSync(`${target}.part`, target);
  }
}

/** Removes a folder where a file must go, and whatever is no folder where one must be. */
function clearWay(site: string, file: string): void {
  const names = file.split('/');
  for (const [index] of names.entries()) {
    const path = join(site, ...names.slice(0, index + 1));
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (!stat) return;
    const isFile = index === names.length - 1;
    if (stat.isDirectory() === isFile) rmSync(path, { recursive: true });
  }
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
