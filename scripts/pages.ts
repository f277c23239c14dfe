/** The pages of a site: the app says what each shows; which are written, and how they get to the disk, is decided here. */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { StaticPath } from '../src/app.ts';
import { sha256 } from '../src/handbook/canonical.ts';
import { untouched, type LastBuild, type PageRecord, type PageRecords } from './last-build.ts';
import { isSearched } from './search-index.ts';
import type { SiteApp } from './site-app.ts';

export interface PagePlan {
  /** The folder that pages are written to. */
  folder: string;
  /** Path of the site, empty or `/handbook`. */
  base: string;
  /** Language of the texts, of whose pages the search index is made. */
  language: string;
  /** The build whose pages are taken over; its site keeps them. */
  last: LastBuild | undefined;
  /** Told of each page that was rendered. */
  onRendered: (record: PageRecord, html: string) => void;
  /** Told of each file that stays as it stands in the last site. */
  onKept: (record: PageRecord) => void;
  onProgress: (done: number, all: number) => void;
}

/** So often, in milliseconds, is said how far it is. */
const progressEvery = 5000;

/** Renders and writes the pages. @returns what there is of each */
export async function makePages(app: SiteApp, plan: PagePlan): Promise<PageRecords> {
  const paths = await app.staticPaths();
  const records: PageRecords = new Map();
  let said = performance.now();
  for (const [index, path] of paths.entries()) {
    const address = addressOf(path, plan.base);
    const record = await makePage(app, plan, path, address);
    if (record) records.set(address.pathname, record);
    // Meanwhile the search index is handed what it was given.
    if (index % 16 === 0) await setImmediate();
    if (performance.now() - said > progressEvery) {
      said = performance.now();
      plan.onProgress(index + 1, paths.length);
    }
  }
  return records;
}

/** Where a page will stand; the host means nothing. */
export function addressOf({ pathname, route }: StaticPath, base: string): URL {
  return new URL(base + pathname + (route.type === 'page' && !pathname.endsWith('/') ? '/' : ''), 'http://localhost');
}

async function makePage(
  app: SiteApp,
  { folder, language, last, onRendered, onKept }: PagePlan,
  path: StaticPath,
  address: URL,
): Promise<PageRecord | undefined> {
  const known = last && untouched(last, last.records.get(address.pathname));
  // Somebody has changed or deleted it since.
  if (!known) last?.etags.delete(address.pathname);
  const response = await app.render(address, path);
  // “Not modified” (src/page.ts): it shows what it showed in the last build.
  if (known && response.status === 304) {
    onKept(known);
    return known;
  }
  // A route that has nothing to say, such as the calendar of reviews in a site for readers outside.
  if (!response.body) return undefined;
  const bytes = Buffer.from(await response.arrayBuffer());
  const digest = sha256(bytes);
  const etag = response.headers.get('etag') ?? undefined;
  if (known?.digest === digest) {
    onKept(known);
    return { ...known, etag };
  }
  const isPage = path.route.type === 'page';
  const file = path.pathname === '/404' ? '404.html' : join(path.pathname, isPage ? 'index.html' : '').slice(1);
  const to = join(folder, file);
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, bytes);
  const html = isPage ? bytes.toString('utf8') : '';
  const { size, mtimeMs } = statSync(to);
  const record = { file, etag, digest, size, changed: mtimeMs, isSearched: isSearched(html, language) };
  if (isPage) onRendered(record, html);
  return record;
}
