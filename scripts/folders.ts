/** Folders whose names are on the disk before the next step is taken, so that a loss of power cannot reorder them. */
import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Makes a folder and those above it that are missing. */
export function makeFolder(path: string): void {
  const first = mkdirSync(resolve(path), { recursive: true });
  if (first === undefined) return;
  for (let folder = resolve(path); folder.length >= first.length; folder = dirname(folder))
    flushFolder(dirname(folder));
}

/** Makes sure that the names in a folder are on the disk; Windows and some network drives know no such thing. */
export function flushFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['EINVAL', 'ENOTSUP', 'EPERM', 'EACCES'].includes(code)) throw error;
  } finally {
    closeSync(folder);
  }
}
