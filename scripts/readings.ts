/** Keeps between two runs what was read from content files, in `.cache/readings`. Safe to delete. */
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sha256 } from '../src/handbook/canonical.ts';
import { readingsToKeep, restoreReadings } from '../src/handbook/reading-cache.ts';
import { cachePath, keep, newestFirst, readKept } from './cache.ts';
import { codeDigest } from './code-digest.ts';

const folder = cachePath('readings');

/** The content folders that are remembered: those that were read last. */
const kept = 20;

/**
 * Takes in what the last run read from a content folder.
 * @returns to be called at the end: keeps what this run has read. A cache that cannot be written is no fault.
 */
export function readingsOf(content: string, command: string): () => void {
  // A build reads old versions, too, which every check between two builds would forget.
  const readers = command === 'build' ? 'build' : 'check';
  const file = join(folder, `${sha256([resolve(content), process.cwd(), readers].join('\n')).slice(0, 16)}.tsv`);
  // Other code, or other packages, may find other things in a text.
  const reader = codeDigest('src/handbook', 'src/schema');
  const [head = '', ...lines] = readKept(file)?.split('\n') ?? [];
  if (head === headLine(reader, lines)) restoreReadings(lines);
  return () => {
    const read = readingsToKeep();
    if (read === undefined) return;
    keep(file, [headLine(reader, read), ...read].join('\n'));
    forgetOld();
  };
}

function forgetOld(): void {
  try {
    for (const { path } of newestFirst(folder)
      .filter(({ name }) => !name.endsWith('.part'))
      .slice(kept))
      rmSync(path, { force: true });
  } catch {
    // There is none, or nobody may change it.
  }
}

/** The first line of the file: which code wrote it, and how much it wrote. */
function headLine(reader: string, { length }: readonly string[]): string {
  return `${reader} ${length}`;
}
