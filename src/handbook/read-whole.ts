/** Reads a content folder as it was before or as it is after a change, never half of each. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The folder in which a command prepares a change (scripts/changes.ts). It is there as long as a command may write. */
export const pendingFolder = '.pending';

/** The list of moves in it: while it stands, files are being moved into place. */
export const moveList = 'moves.json';

/**
 * Reads a folder again if a command wrote to it meanwhile. Commands that read take no lock: they would have to wait for
 * one that only thinks, and cannot take one where nothing can be written.
 * @param read may find files missing; what it throws counts only if nothing was written meanwhile
 * @param patience milliseconds after which what was read counts, as in a folder with a change that nobody can finish
 */
export function readWhole<T>(folder: string, read: () => T, patience = 2_000): T {
  for (const start = performance.now(); ; pause()) {
    const isLast = performance.now() - start >= patience;
    if (!isLast && existsSync(join(folder, pendingFolder, moveList))) continue;
    const before = traces(folder);
    try {
      const result = read();
      if (isLast || traces(folder) === before) return result;
    } catch (error) {
      if (isLast || traces(folder) === before) throw error;
    }
  }
}

/** Differs after a change: a lock comes into the folder and goes, and what is to be moved comes into the lock. */
function traces(folder: string): string {
  const times = [folder, join(folder, pendingFolder)].map(
    (path) => statSync(path, { bigint: true, throwIfNoEntry: false })?.ctimeNs ?? 'none',
  );
  return times.join(' ');
}

/** Waits a moment without giving way: a handbook is opened in one go. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
}
