/** Whether what an earlier run left was made by the same program. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from '../src/handbook/canonical.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * A digest of code, and of the settings and the packages that it uses.
 * @param folders of the project, whose subfolders count, too
 */
export function codeDigest(...folders: string[]): string {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name)),
  );
  return sha256(
    [...files.sort(), join(root, 'astro.config.mjs'), join(root, 'package-lock.json')]
      .map((file) => `${relative(root, file)} ${sha256(readFileSync(file))}`)
      .join('\n'),
  );
}

/** A digest of everything that a site depends on besides its content. */
export function programDigest(): string {
  return codeDigest('src', 'public', 'scripts');
}
