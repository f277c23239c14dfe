/**
 * `npm run editor`, and `handbook dev` by itself: tells the Astro extension of VS Code by which schema to judge the
 * front matter of each MDX file.
 *
 * The extension looks a file up, by its address, in `.astro/collections/collections.json`, which Astro would write only
 * for texts in `src/content`. It does not write it at all as long as `experimental.contentIntellisense` is off, so the
 * file can be ours. Addresses are those of this machine: it is not committed.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { listFiles } from '../src/handbook/read-folder.ts';
import { contentFileAt } from './schemas/content-files.ts';

const root = join(import.meta.dirname, '..');

/** Name of a schema among those that Astro puts into the same folder. */
function collection(name: string): string {
  return `handbook-${name}`;
}

/**
 * Writes the index of the MDX files of a content folder, unless it is up to date.
 * @param content does nothing if it is not below the workspace: the extension would not look there
 * @param workspace the folder that the editor has open
 */
export function writeEditorIndex(content: string, workspace = root): void {
  const way = relative(workspace, content);
  if (way.startsWith('..') || isAbsolute(way)) return;
  const folder = join(workspace, '.astro/collections');
  const names = new Set<string>();
  const entries: Record<string, string> = {};
  for (const path of listFiles(content)) {
    const file = path.endsWith('.mdx') ? contentFileAt(path) : undefined;
    if (!file) continue;
    names.add(file.name);
    entries[address(join(resolve(content), path))] = collection(file.name);
  }
  const collections = [...names].map((name) => ({ hasSchema: true, name: collection(name) }));
  mkdirSync(folder, { recursive: true });
  for (const name of names) {
    copyFileSync(join(root, `schemas/${name}.schema.json`), join(folder, `${collection(name)}.schema.json`));
  }
  const index = join(folder, 'collections.json');
  const text = JSON.stringify({ collections, entries }, null, 2);
  // The extension starts anew after every change of the file.
  if (!existsSync(index) || readFileSync(index, 'utf8') !== text) writeFileSync(index, text);
}

/** The address of a file as the extension writes it. */
function address(path: string): string {
  return decodeURIComponent(pathToFileURL(path).href).toLowerCase();
}

if (import.meta.main) writeEditorIndex(process.argv[2] ?? 'content');
