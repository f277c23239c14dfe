/** Reads the files of a content folder. The only place that touches the disk to load a handbook. */
import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Fault } from './finding.ts';
import { SourceFile } from './source.ts';

export interface Folder {
  /** Path within the folder (with `/`) → file. */
  files: Map<string, SourceFile>;
  faults: Fault[];
}

/** True for the files that a handbook is made of, by their names. */
export function isReadable(path: string): boolean {
  return /\.(mdx|yaml)$/.test(path);
}

/** True if the path is a folder. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** The paths of all files below a folder, relative to it, with `/`, sorted; without what is hidden by a dot. */
export function listFiles(folder: string): string[] {
  return isFolder(folder) ? filesBelow(folder, '').sort() : [];
}

function filesBelow(folder: string, prefix: string): string[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.')) return [];
    if (entry.isDirectory()) return filesBelow(folder, `${prefix}${entry.name}/`);
    return entry.isFile() ? [`${prefix}${entry.name}`] : [];
  });
}

/** How a path is shown: relative to the working folder if it is below it, with `/`. */
export function shownPath(path: string): string {
  const near = relative(process.cwd(), path) || '.';
  return (near.startsWith('..') ? resolve(path) : near).split(sep).join('/');
}

/** {@link shownPath} for the paths within a folder, of which a large one has thousands. */
export function shownPathsIn(folder: string): (path: string) => string {
  // Who works below the folder sees some of its files from nearer.
  if (process.cwd().startsWith(resolve(folder) + sep)) return (path) => shownPath(join(folder, path));
  const shown = shownPath(folder);
  return shown === '.' ? (path) => path : (path) => `${shown}/${path}`;
}

const decoder = new TextDecoder('utf-8');

/**
 * Reads text files.
 * @param base the content folder
 * @param paths relative to it
 */
export function readFiles(base: string, paths: readonly string[]): Folder {
  const { files, faults } = readBytes(base, paths);
  const shown = shownPathsIn(base);
  const sources = [...files].map(([path, bytes]): [string, SourceFile] => [path, asSource(shown(path), bytes)]);
  return { files: new Map(sources), faults };
}

/** The bytes of a file as text. @param file the path as shown to people */
export function asSource(file: string, bytes: Buffer): SourceFile {
  return new SourceFile(file, decoder.decode(bytes).replace(/\r\n?/g, '\n'));
}

/** The bytes of text files as they are, for those that are only hashed. What is not UTF-8 is a fault. */
export function readBytes(base: string, paths: readonly string[]): { files: Map<string, Buffer>; faults: Fault[] } {
  const files = new Map<string, Buffer>();
  const faults: Fault[] = [];
  for (const path of paths) {
    if (!isReadable(path)) continue;
    const bytes = readFileSync(join(base, path));
    if (isUtf8(bytes)) {
      files.set(path, bytes);
    } else {
      faults.push({
        rule: 'SRC-01',
        file: shownPath(join(base, path)),
        ...invalidBytePlace(bytes),
        message: { zh: '文件不是 UTF-8 编码', en: 'The file is not UTF-8' },
        hint: {
          zh: '在编辑器中以 UTF-8 编码另存（旧文件多为 GBK）。',
          en: 'Save it as UTF-8 in your editor (older files are often GBK).',
        },
      });
    }
  }
  return { files, faults };
}

/** Line and column of the first byte that is not UTF-8. */
function invalidBytePlace(bytes: Buffer): { line: number; column: number } {
  const text = decoder.decode(bytes);
  const before = text.slice(0, Math.max(text.indexOf('\uFFFD'), 0)).split(/\r\n?|\n/);
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
