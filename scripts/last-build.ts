/**
 * What the last build of a site left: for each page a digest of what it shows and one of its bytes. With it a page that
 * would say the same is taken over instead of rendered, and only if nobody has touched it since.
 */
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sha256 } from '../src/handbook/canonical.ts';
import { listFiles } from '../src/handbook/read-folder.ts';
import { cachePath, keep } from './cache.ts';
import type { LastIndex } from './search-index.ts';

/** What a build is made of and where it goes, by which its caches are known. */
interface Folders {
  content: string;
  /** Absolute. */
  out: string;
}

/** Each content and output folder has caches of its own, so that builds side by side do not meet. */
function cacheName({ content, out }: Folders): string {
  return sha256(`${resolve(content)}\n${out}`).slice(0, 12);
}

/** Where a build keeps what the next one may take over: its pages, and the texts that it has rendered. */
export function keptFiles(folders: Folders): { pages: string; texts: string } {
  const name = cacheName(folders);
  return { pages: cachePath('pages', `${name}.json`), texts: cachePath('texts', `${name}.tsv`) };
}

/** Removes what builds have kept, so that the next one starts from nothing. */
export function forgetBuilds(folders: Folders): void {
  for (const file of Object.values(keptFiles(folders))) rmSync(file, { force: true });
}

/** A page, or a file of data, as a build wrote it. */
export interface PageRecord {
  /** Below the site. */
  file: string;
  /** Digest of what it shows (src/page.ts); undefined for one that is rendered by every build. */
  etag: string | undefined;
  /** SHA-256 of its bytes. */
  digest: string;
  /** In bytes; with the time of its last change, in milliseconds, the sign that nobody has touched it since. */
  size: number;
  changed: number;
  isSearched: boolean;
}

/** Pages by the path of their address, with the base. */
export type PageRecords = Map<string, PageRecord>;

export interface LastBuild {
  /** The folder of the site. */
  site: string;
  records: PageRecords;
  /** Path of a page → its etag; one that is taken out is rendered again. */
  etags: Map<string, string | undefined>;
  /** True if its search index stands as it was written. */
  hasIndex: boolean;
}

interface Kept {
  common: string;
  site: string;
  records: [path: string, record: PageRecord][];
  /** See {@link indexFiles}. */
  index: string[];
}

/** The files of a search index, each with its size and the time of its last change. */
function indexFiles(site: string): string[] {
  return listFiles(join(site, 'pagefind')).map((file) => {
    const { size, mtimeMs } = statSync(join(site, 'pagefind', file));
    return [file, size, mtimeMs].join(' ');
  });
}

/**
 * The last build, if it was one of the same kind.
 * @param file where {@link keepBuild} wrote it
 * @param common digest of all that every page depends on
 * @param site the folder of the site
 */
export function lastBuild(file: string, common: string, site: string): LastBuild | undefined {
  let kept: Kept;
  try {
    kept = JSON.parse(readFileSync(file, 'utf8')) as Kept;
  } catch {
    return undefined;
  }
  if (kept.common !== common || kept.site !== site) return undefined;
  const records: PageRecords = new Map(kept.records);
  const etags = new Map([...records].map(([path, { etag }]) => [path, etag]));
  return { site, records, etags, hasIndex: kept.index.join('\n') === indexFiles(site).join('\n') };
}

/** Whether a file of a site has the size and the time of its record. */
export function isUntouched(site: string, { file, size, changed }: PageRecord): boolean {
  const stat = statSync(join(site, file), { throwIfNoEntry: false });
  return stat?.size === size && stat.mtimeMs === changed;
}

/** A record, if the file in the site still is the one that the build wrote. */
export function untouched({ site }: LastBuild, record: PageRecord | undefined): PageRecord | undefined {
  if (!record || isUntouched(site, record)) return record;
  const path = join(site, record.file);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.size !== record.size) return undefined;
  // Copied from elsewhere, as between two runs of CI, or changed.
  return sha256(readFileSync(path)) === record.digest ? { ...record, changed: stat.mtimeMs } : undefined;
}

/** What its search index was made of. */
export function searchedPages({ site, records, hasIndex }: LastBuild): LastIndex {
  const pages = [...records.values()].filter(({ isSearched }) => isSearched).length;
  return { pages: hasIndex ? pages : undefined, read: (file) => readFileSync(join(site, file), 'utf8') };
}

/** Keeps what a build made for the next one. */
export function keepBuild(file: string, common: string, site: string, records: PageRecords): void {
  const kept: Kept = { common, site, records: [...records], index: indexFiles(site) };
  keep(file, JSON.stringify(kept));
}
