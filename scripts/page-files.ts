/**
 * What becomes of the pages beside rendering: a thread of its own (thread.ts) writes them, reads their links and hands
 * them to the search index, while the next ones are rendered.
 */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { workerData } from 'node:worker_threads';
import { checkOutput, readPage, type BuiltPage } from '../src/checks/output.ts';
import { sha256 } from '../src/handbook/canonical.ts';
import type { Finding } from '../src/handbook/finding.ts';
import { searchedPages, type LastBuild, type PageRecord, type PageRecords } from './last-build.ts';
import { isSearched, openSearchIndex } from './search-index.ts';
import { outputOver, pagesToCheck } from './taken-over.ts';
import { answerWith } from './thread.ts';

export interface PageFilesPlan {
  /** The folder that pages are written to. */
  folder: string;
  /** Path of the site, empty or `/handbook`. */
  base: string;
  /** Language of the handbook, of whose pages the search index is made. */
  language: string;
  hasSearch: boolean;
  /** The build whose pages are taken over; its site keeps them. */
  last: LastBuild | undefined;
}

const { folder, base, language, hasSearch, last } = workerData as PageFilesPlan;
const index = hasSearch ? await openSearchIndex(last && searchedPages(last)) : undefined;
const made: BuiltPage[] = [];

export type PageFileJobs = typeof jobs;

const jobs = {
  /** Writes a page, or a file of data. */
  write(file: string, content: Uint8Array<ArrayBuffer>, etag: string | undefined): PageRecord {
    const bytes = Buffer.from(content.buffer);
    const to = join(folder, file);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, bytes);
    const { size, mtimeMs } = statSync(to);
    const html = file.endsWith('.html') ? bytes.toString('utf8') : undefined;
    if (html) made.push(readPage(file, html));
    const searched = html !== undefined && isSearched(html, language);
    if (searched) index?.add(file, html);
    return { file, etag, digest: sha256(bytes), size, changed: mtimeMs, isSearched: searched };
  },

  /** Takes a page into the search index that stays as it stands in the last site. */
  keep(record: PageRecord): PageRecord {
    index?.keep(record.file);
    return record;
  },

  /** Writes the search index and looks for broken links, in all pages that are taken over as well. */
  async finish(taken: readonly string[], records: PageRecords): Promise<{ broken: Finding[]; isIndexNew: boolean }> {
    const look = async () => {
      const output = outputOver(folder, last?.site ?? folder, taken);
      return checkOutput(output, base, pagesToCheck(output, last, records, made));
    };
    const [isIndexNew = false, broken] = await Promise.all([index?.write(join(folder, 'pagefind')), look()]);
    return { broken, isIndexNew };
  },

  /** Ends Pagefind’s process, too. */
  async close(): Promise<void> {
    await index?.close();
  },
};

answerWith(jobs);
