/** Writes Pagefind’s index of the pages in force, in the language of the handbook. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import { listFiles } from '../src/handbook/read-folder.ts';

/**
 * Indexes the pages that say so (`data-pagefind-body`) and stand in the language of the handbook.
 * @param folder the built site
 * @param language of the handbook; pages of other interface languages show the same texts and are left out
 * @returns the number of pages indexed
 */
export async function writeSearchIndex(folder: string, language: string): Promise<number> {
  const { index, errors } = await pagefind.createIndex({
    // Document numbers stay whole.
    includeCharacters: '-.',
    // Keywords, kinds and titles in the other language stand in the index of titles; here they would only show up in excerpts.
    excludeSelectors: ['svg', '.anchor', '[hidden]', '.over', '.subtitle'],
  });
  if (!index) throw new Error(errors.join('; '));
  let count = 0;
  for (const file of listFiles(folder)) {
    if (!file.endsWith('.html')) continue;
    const content = readFileSync(join(folder, file), 'utf8');
    if (!content.includes('data-pagefind-body') || !content.includes(`<html lang="${language}"`)) continue;
    // Without a space the words of neighbouring heads of columns would run together.
    const spaced = content.replaceAll('</th>', '</th> ');
    const added = await index.addHTMLFile({ url: `/${file.replace(/index\.html$/, '')}`, content: spaced });
    if (added.errors.length) throw new Error(`${file}: ${added.errors.join('; ')}`);
    count += 1;
  }
  const written = await index.writeFiles({ outputPath: join(folder, 'pagefind') });
  if (written.errors.length) throw new Error(written.errors.join('; '));
  await pagefind.close();
  return count;
}
