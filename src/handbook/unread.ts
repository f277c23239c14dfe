/** Files that stand in the content folder and could not be read, so that nothing is concluded from what they lack. */
import { kinds } from '../schema/documents.ts';
import { valueAt } from './schema-path.ts';
import type { SourceFile } from './source.ts';

/** The path that a file should have: people save `.md` and `.yml`, and Windows `.MDX` and `.mdx.txt`. */
export function rightPath(path: string): string {
  return path.replace(/\.mdx?(?:\.txt)?$/i, '.mdx').replace(/\.ya?ml(?:\.txt)?$/i, '.yaml');
}

/** True for a file that is content by its ending, or would be if its ending were right. */
export function isContent(path: string): boolean {
  return /\.(?:mdx|yaml)$/.test(rightPath(path));
}

/**
 * The files that could not be decoded or are passed over for their ending, each by the path that it should have.
 * @param paths all files below the content folder but for the history
 * @param files those that were read
 */
export function unreadPaths(paths: readonly string[], files: ReadonlyMap<string, unknown>): string[] {
  return paths
    .filter(isContent)
    .map(rightPath)
    .filter((path) => !files.has(path));
}

/** The number of the document that a file belongs to by its path; undefined for everything else. */
export function numberInPath(path: string): string | undefined {
  const [folder, name = ''] = path.split('/');
  const isDocument = Object.values(kinds).some((kind) => kind.folder === folder);
  return isDocument ? name.replace(/\.\w+$/, '') : undefined;
}

/** What the front matter of a document that cannot be read still says: its number as it should be written, its titles. */
export function namesIn(source: SourceFile): { number: string | undefined; titles: string[] } {
  const data = source.partialData();
  const textAt = (...path: string[]): string[] => {
    const value = valueAt(data, path);
    return typeof value === 'string' && value.trim() ? [value.trim()] : [];
  };
  return { number: textAt('number')[0]?.toUpperCase(), titles: [...textAt('title', 'zh'), ...textAt('title', 'en')] };
}
