/** The pages of a site: the app says what each shows; here is decided which are written, and which taken over. */
import { posix } from 'node:path';
import type { StaticPath } from '../src/app.ts';
import { sha256 } from '../src/handbook/canonical.ts';
import { untouched, type LastBuild, type PageRecord } from './last-build.ts';
import type { PageFileJobs, Written } from './page-files.ts';
import type { SiteApp } from './site-app.ts';
import type { Thread } from './thread.ts';

export interface PagePlan {
  app: SiteApp;
  /** Path of the site, empty or `/handbook`. */
  base: string;
  /** The build whose pages are taken over; its site keeps them. */
  last: LastBuild | undefined;
  files: Thread<PageFileJobs>;
  onProgress: (done: number, all: number) => void;
}

/** A page of the site, or a file of data. */
export interface MadePage extends Written {
  /** Path of its address, with the base. */
  path: string;
}

/** A page that may still be on its way to the disk. */
interface RenderedPage {
  path: string;
  written: Written | Promise<Written>;
}

/** So often, in milliseconds, is said how far it is. */
const progressEvery = 5000;

/** So many pages wait to be written, at most. */
const mostWaiting = 64;

/** Renders the pages. @throws {Error} if one cannot be rendered or written */
export async function makePages(plan: PagePlan): Promise<MadePage[]> {
  const paths = await plan.app.staticPaths();
  const pages: Promise<MadePage>[] = [];
  let said = performance.now();
  for (const [index, route] of paths.entries()) {
    const page = await makePage(plan, route);
    if (page) {
      const { path, written } = page;
      const made = Promise.resolve(written).then((done) => ({ path, ...done }));
      // If it fails, the next line or the last one says so.
      made.catch(() => undefined);
      pages.push(made);
      await pages.at(-mostWaiting);
    }
    if (performance.now() - said > progressEvery) {
      said = performance.now();
      plan.onProgress(index + 1, paths.length);
    }
  }
  return Promise.all(pages);
}

/** Where a page will stand; the host means nothing. */
export function addressOf({ pathname, route }: StaticPath, base: string): URL {
  return new URL(base + pathname + (route.type === 'page' && !pathname.endsWith('/') ? '/' : ''), 'http://localhost');
}

function fileOf({ pathname, route }: StaticPath): string {
  if (pathname === '/404') return '404.html';
  return posix.join(pathname, route.type === 'page' ? 'index.html' : '').slice(1);
}

/** Renders a page, unless it is taken over; undefined if there is none. */
async function makePage({ app, base, last, files }: PagePlan, route: StaticPath): Promise<RenderedPage | undefined> {
  const address = addressOf(route, base);
  const path = address.pathname;
  const known = last && untouched(last, last.records.get(path));
  // Somebody has changed or deleted it since.
  if (!known) last?.etags.delete(path);
  const taken = (record: PageRecord): RenderedPage => ({
    path,
    written: record.isSearched ? files.run('keep', [record]) : { record, isTaken: true },
  });
  const response = await app.render(address, route);
  // “Not modified” (src/page.ts): it shows what it showed in the last build.
  if (known && response.status === 304) return taken(known);
  // A route that has nothing to say, such as the calendar of reviews in a site for readers outside.
  if (!response.body) return undefined;
  const bytes = Buffer.from(await response.arrayBuffer());
  const etag = response.headers.get('etag') ?? undefined;
  if (known?.digest === sha256(bytes)) return taken({ ...known, etag });
  return { path, written: files.run('write', [fileOf(route), bytes, etag], [bytes.buffer]) };
}
