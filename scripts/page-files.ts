/**
 * What becomes of the pages beside rendering: a thread of its own (thread.ts) writes them, reads their links and hands
 * them to the search index, while the next ones are rendered.
 */
import { lstatSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
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
  /** The site that stands: what it has to the byte is not written again. */
  site: string | undefined;
  /** The build whose pages are taken over; its site keeps them. */
  last: LastBuild | undefined;
}

const { folder, base, language, hasSearch, site, last } = workerData as PageFilesPlan;
const index = hasSearch ? await openSearchIndex(last && searchedPages(last)) : undefined;
const made: BuiltPage[] = [];

export interface Written {
  record: PageRecord;
  /** True if it stays as it stands in the last site. */
  isTaken: boolean;
}

/** Whether a path is a file, and no link to one, that holds these bytes. */
function holds(path: string, bytes: Buffer): boolean {
  try {
    const stat = lstatSync(path);
    return stat.isFile() && stat.size === bytes.length && readFileSync(path).equals(bytes);
  } catch {
    // There is none, or nobody may read it, or what should be its folder is none.
    return false;
  }
}

export type PageFileJobs = typeof jobs;

const jobs = {
  /**
   * Writes a page, or a file of data.
   * @returns its record, and whether it stands in the site as it is
   */
  write(file: string, content: Uint8Array<ArrayBuffer>, etag: string | undefined): Written {
    const bytes = Buffer.from(content.buffer);
    const stands = site !== undefined && holds(join(site, file), bytes);
    const to = join(stands ? site : folder, file);
    if (!stands) {
      mkdirSync(dirname(to), { recursive: true });
      writeFileSync(to, bytes);
    }
    const { size, mtimeMs } = statSync(to);
    const html = file.endsWith('.html') ? bytes.toString('utf8') : undefined;
    if (html) made.push(readPage(file, html));
    const searched = html !== undefined && isSearched(html, language);
    if (searched) index?.add(file, html);
    const record = { file, etag, digest: sha256(bytes), size, changed: mtimeMs, isSearched: searched };
    return { record, isTaken: stands };
  },

  /** Takes a page into the search index that stays as it stands in the last site. */
  keep(record: PageRecord): Written {
    index?.keep(record.file);
    return { record, isTaken: true };
  },

  /** Writes the search index and looks for broken links, in all pages that are taken over as well. */
  async finish(taken: readonly string[], records: PageRecords): Promise<{ broken: Finding[]; isIndexNew: boolean }> {
    const look = async () => {
      const output = outputOver(folder, site ?? folder, taken);
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
