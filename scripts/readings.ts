/** Keeps between two runs what was read from content files, in `.cache/readings`. Safe to delete. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from '../src/handbook/canonical.ts';
import { readingsToKeep, restoreReadings } from '../src/handbook/reading-cache.ts';
import { codeDigest } from './code-digest.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, '.cache/readings');

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
  try {
    const [head = '', ...lines] = readFileSync(file, 'utf8').split('\n');
    if (head === headLine(reader, lines)) restoreReadings(lines);
  } catch {
    // The first run, or nobody may read it.
  }
  return () => {
    const lines = readingsToKeep();
    if (lines === undefined) return;
    try {
      mkdirSync(folder, { recursive: true });
      const aside = `${file}.${process.pid}.part`;
      writeFileSync(aside, [headLine(reader, lines), ...lines].join('\n'));
      renameSync(aside, file);
      const files = readdirSync(folder).map((name) => join(folder, name));
      const age = new Map(files.map((path) => [path, statSync(path).mtimeMs]));
      for (const old of files.sort((a, b) => age.get(b)! - age.get(a)!).slice(kept)) rmSync(old, { force: true });
    } catch {
      // A read-only checkout, a full disk: the next run reads everything again.
    }
  };
}

/** The first line of the file: which code wrote it, and how much it wrote. */
function headLine(reader: string, { length }: readonly string[]): string {
  return `${reader} ${length}`;
}
