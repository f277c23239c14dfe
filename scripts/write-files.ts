/** Writes several files so that a failure leaves none half-written: aside first, then moved into place. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * @param folder what the paths are relative to
 * @param files path → bytes; moved into place in this order, so put last what makes the others count
 */
export function writeFiles(folder: string, files: ReadonlyMap<string, Buffer>): void {
  const aside = new Map<string, string>();
  try {
    for (const [path, bytes] of files) {
      const target = join(folder, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(`${target}.new`, bytes, { flush: true });
      aside.set(`${target}.new`, target);
    }
  } catch (error) {
    for (const path of aside.keys()) rmSync(path, { force: true });
    throw error;
  }
  for (const [from, to] of aside) renameSync(from, to);
}
