/** Writes Pagefind’s index of the pages in force, in the language of the handbook. */
import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import * as pagefind from 'pagefind';

export interface SearchIndex {
  /** Takes a page in; Pagefind works on it in a process of its own. */
  add: (file: string, html: string) => void;
  /** Takes in a page that stands as it stood when the last index was made. */
  keep: (file: string) => void;
  /**
   * Writes the index to a folder.
   * @returns false if it would be the last one, which was made of the same pages; nothing is written then
   * @throws {Error} with what Pagefind found wrong
   */
  write: (folder: string) => Promise<boolean>;
  /** Ends Pagefind’s process, without which ours would not end. */
  close: () => Promise<void>;
}

/** The pages that the last index was made of. */
export interface LastIndex {
  /** How many; undefined if it is no longer there as it was written. */
  pages: number | undefined;
  read: (file: string) => string;
}

/**
 * True for pages that say so (`data-pagefind-body`) and stand in the language of the handbook; those of other interface
 * languages show the same texts.
 */
export function isSearched(html: string, language: string): boolean {
  return html.includes('data-pagefind-body') && html.includes(`<html lang="${language}"`);
}

/** Begins an index; pages are taken in by their order, so that the same pages give the same index. */
export async function openSearchIndex(last: LastIndex | undefined): Promise<SearchIndex> {
  const { promise: died, reject: fail } = Promise.withResolvers<never>();
  died.catch(() => undefined);
  let isClosed = false;
  // Pagefind waits for ever for an answer of a process that is gone.
  const watch = (message: unknown) =>
    (message as { process: ChildProcess }).process.once('exit', () => {
      if (!isClosed) fail(new Error('Its process is gone'));
    });
  /** What it finds wrong it answers with; it only breaks off when its process is gone, which it does not always notice. */
  const answered = <Answer>(answer: Promise<Answer>): Promise<Answer> =>
    Promise.race([answer, died]).catch((cause: unknown) => {
      throw new Error('Pagefind has ended before its index was written', { cause });
    });
  subscribe('child_process', watch);
  const { index, errors } = await pagefind.createIndex({
    // Document numbers stay whole.
    includeCharacters: '-.',
    // Keywords, kinds and titles in the other language stand in the index of titles; here they would only show up in excerpts.
    excludeSelectors: ['svg', '.anchor', '[hidden]', '.over', '.subtitle'],
  });
  unsubscribe('child_process', watch);
  if (!index) throw new Error(errors.join('; '));
  const added: Promise<string[]>[] = [];
  const addPage = (file: string, html: string) => {
    // Without a space the words of neighbouring heads of columns would run together.
    const content = html.replaceAll('</th>', '</th> ');
    const url = `/${file.replace(/index\.html$/, '')}`;
    const errors = index.addHTMLFile({ url, content }).then((page) => page.errors.map((error) => `${file}: ${error}`));
    // If its process is gone, `write` says so.
    errors.catch(() => undefined);
    added.push(errors);
  };
  // Until a page comes that is another one, the last index may do.
  const waiting: string[] = [];
  const addWaiting = () => {
    for (const file of waiting.splice(0)) addPage(file, last!.read(file));
  };
  return {
    add: (file, html) => {
      addWaiting();
      addPage(file, html);
    },
    keep: (file) => {
      waiting.push(file);
      if (added.length) addWaiting();
    },
    write: async (folder) => {
      if (!added.length && waiting.length === last?.pages) return false;
      addWaiting();
      const problems = (await answered(Promise.all(added))).flat();
      if (!problems.length) {
        problems.push(...(await answered(index.writeFiles({ outputPath: folder }))).errors);
      }
      if (problems.length) throw new Error(problems.join('; '));
      return true;
    },
    close: async () => {
      isClosed = true;
      await pagefind.close();
    },
  };
}
