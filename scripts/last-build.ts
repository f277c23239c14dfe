/**
 * What the last build of a site left: for each page a digest of what it shows and one of its bytes. With it a page that
 * would say the same is taken over instead of rendered, and only if nobody has touched it since.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from '../src/handbook/canonical.ts';

/** What a build is made of and where it goes, by which its caches are known. */
interface Folders {
  content: string;
  /** Absolute. */
  out: string;
}

const root = fileURLToPath(new URL('..', import.meta.url));

/** Each content and output folder has caches of its own, so that builds side by side do not meet. */
export function cacheName({ content, out }: Folders): string {
  return sha256(`${resolve(content)}\n${out}`).slice(0, 12);
}

/** Where a build keeps what the next one may take over. */
export function recordsOf(folders: Folders): string {
  return join(root, '.cache/pages', `${cacheName(folders)}.json`);
}

/** Removes what builds have kept, so that the next one starts from nothing. */
export function forgetBuilds(folders: Folders): void {
  rmSync(join(root, '.cache/astro', cacheName(folders)), { recursive: true, force: true });
  rmSync(recordsOf(folders), { force: true });
}

/** A page as a build made it. */
export interface PageRecord {
  /** Below the site. */
  file: string;
  /** Digest of what it shows (src/page.ts); undefined for one that is rendered by every build. */
  etag: string | undefined;
  /** SHA-256 of its bytes. */
  digest: string;
}

/** Pages by the path of their address, with the base. */
export type PageRecords = Map<string, PageRecord>;

export interface LastBuild {
  /** The folder of the site. */
  site: string;
  records: PageRecords;
  /** Path of a page → its etag; one that is taken out is rendered again. */
  etags: Map<string, string | undefined>;
}

interface Kept {
  common: string;
  site: string;
  records: [path: string, file: string, etag: string | null, digest: string][];
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
  const records: PageRecords = new Map(
    kept.records.map(([path, name, etag, digest]) => [path, { file: name, etag: etag ?? undefined, digest }]),
  );
  return { site, records, etags: new Map([...records].map(([path, { etag }]) => [path, etag])) };
}

/** The bytes of a page of the last build; undefined if they are no longer those that the build wrote. */
export function bytesOf({ site }: LastBuild, { file, digest }: PageRecord): Buffer | undefined {
  try {
    const bytes = readFileSync(join(site, file));
    return sha256(bytes) === digest ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what a build made for the next one. */
export function keepBuild(file: string, common: string, site: string, records: PageRecords): void {
  const list = [...records].map(([path, { file: name, etag, digest }]) => [path, name, etag ?? null, digest]);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.part`, JSON.stringify({ common, site, records: list }));
  renameSync(`${file}.part`, file);
}
