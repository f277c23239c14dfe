/** What commands keep between two runs, in `.cache` of the checkout. Safe to delete: what is not there is made again. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The path of something that is kept. */
export function cachePath(...names: string[]): string {
  return fileURLToPath(new URL(['../.cache', ...names].join('/'), import.meta.url));
}

/** A file that was kept; undefined if there is none, or nobody may read it. */
export function readKept(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** What a killed command has left half written is removed after so many milliseconds. */
export const hour = 3_600_000;

/** Keeps a file, as a whole or not at all: a read-only checkout or a full disk is no fault. */
export function keep(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const parts = newestFirst(dirname(path)).filter(({ name }) => name.endsWith('.part'));
    for (const part of parts) if (part.changed < Date.now() - hour) rmSync(part.path, { force: true });
    const aside = `${path}.${process.pid}.part`;
    writeFileSync(aside, text);
    renameSync(aside, path);
  } catch {
    // The next command makes it again.
  }
}

/** Something in a folder, and when it was changed last, in milliseconds. */
export interface Kept {
  path: string;
  name: string;
  changed: number;
}

/** What is kept in a folder, the newest first. */
export function newestFirst(folder: string): Kept[] {
  return readdirSync(folder)
    .map((name) => {
      const path = join(folder, name);
      // Another command may have removed it meanwhile.
      return { path, name, changed: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 };
    })
    .sort((a, b) => b.changed - a.changed);
}
