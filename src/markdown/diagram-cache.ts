/** Texts kept in a folder by name: what was worked out once is not worked out again, by this process or the next. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const underway = new Map<string, Promise<string>>();

/**
 * The text in the file of this name, or the text that `make` gives, which is then kept there. Callers that ask
 * for the same text at the same time share one `make`.
 * @param folder made if it is missing; without it nothing is kept
 * @param name must change with everything that the text depends on
 */
export function cachedText(folder: string | undefined, name: string, make: () => Promise<string>): Promise<string> {
  const key = `${folder ?? ''}\n${name}`;
  const known = underway.get(key);
  if (known) return known;
  const text = (folder === undefined ? make() : readOrMake(folder, name, make)).finally(() => underway.delete(key));
  underway.set(key, text);
  return text;
}

async function readOrMake(folder: string, name: string, make: () => Promise<string>): Promise<string> {
  const file = join(folder, name);
  const kept = textOf(file);
  if (kept !== undefined) return kept;
  const text = await make();
  mkdirSync(folder, { recursive: true });
  // Written aside and renamed, so that another process never reads half a file.
  const aside = `${file}.${process.pid}.part`;
  writeFileSync(aside, text);
  renameSync(aside, file);
  return text;
}

/** Small files that are read one after the other: waiting for each takes longer than reading it. */
function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
