/**
 * What the last build of a site left: for each page a digest of what it shows and one of its bytes. With it a page that
 * would say the same is taken over instead of rendered, and only if nobody has touched it since.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256 } from '../src/handbook/canonical.ts';

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
  seal: string;
  site: string;
  records: [path: string, file: string, etag: string | null, digest: string][];
}

/**
 * The last build, if it was one of the same kind.
 * @param file where {@link keepBuild} wrote it
 * @param seal digest of all that every page depends on
 * @param site the folder of the site
 */
export function lastBuild(file: string, seal: string, site: string): LastBuild | undefined {
  let kept: Kept;
  try {
    kept = JSON.parse(readFileSync(file, 'utf8')) as Kept;
  } catch {
    return undefined;
  }
  if (kept.seal !== seal || kept.site !== site) return undefined;
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
export function keepBuild(file: string, seal: string, site: string, records: PageRecords): void {
  const list = [...records].map(([path, { file: name, etag, digest }]) => [path, name, etag ?? null, digest]);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.part`, JSON.stringify({ seal, site, records: list }));
  renameSync(`${file}.part`, file);
}
