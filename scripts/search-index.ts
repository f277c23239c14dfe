/** Writes Pagefind’s index of the pages in force, in the language of the handbook. */
import * as pagefind from 'pagefind';

export interface SearchIndex {
  /** Takes a page in, if it is to be found; Pagefind works on it in a process of its own. */
  add: (file: string, html: string) => void;
  /** Writes the index to a folder. @throws {Error} with what Pagefind found wrong */
  write: (folder: string) => Promise<void>;
  /** Ends Pagefind’s process, without which ours would not end. */
  close: () => Promise<void>;
}

/**
 * An index of the pages that say so (`data-pagefind-body`) and stand in the language of the handbook.
 * @param language of the handbook; pages of other interface languages show the same texts and are left out
 */
export async function openSearchIndex(language: string): Promise<SearchIndex> {
  const { index, errors } = await pagefind.createIndex({
    // Document numbers stay whole.
    includeCharacters: '-.',
    // Keywords, kinds and titles in the other language stand in the index of titles; here they would only show up in excerpts.
    excludeSelectors: ['svg', '.anchor', '[hidden]', '.over', '.subtitle'],
  });
  if (!index) throw new Error(errors.join('; '));
  const added: Promise<string[]>[] = [];
  return {
    add: (file, html) => {
      if (!html.includes('data-pagefind-body') || !html.includes(`<html lang="${language}"`)) return;
      // Without a space the words of neighbouring heads of columns would run together.
      const content = html.replaceAll('</th>', '</th> ');
      const url = `/${file.replace(/index\.html$/, '')}`;
      added.push(index.addHTMLFile({ url, content }).then((page) => page.errors.map((error) => `${file}: ${error}`)));
    },
    write: async (folder) => {
      const problems = (await Promise.all(added)).flat();
      if (!problems.length) problems.push(...(await index.writeFiles({ outputPath: folder })).errors);
      if (problems.length) throw new Error(problems.join('; '));
    },
    close: async () => {
      await pagefind.close();
    },
  };
}
