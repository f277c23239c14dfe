/** The pages of a site: Astro renders them; which ones, and how they get to the disk, is decided here. */
import { linkSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { sha256 } from '../src/handbook/canonical.ts';
import { bytesOf, type LastBuild, type PageRecord, type PageRecords } from './last-build.ts';

export interface PagePlan {
  /** The folder that Astro builds into. */
  folder: string;
  /** Path of the site, empty or `/handbook`. */
  base: string;
  /** The build of which pages are taken over. */
  last: LastBuild | undefined;
  /** Filled with what was written. */
  records: PageRecords;
  /** Told of each page, with its file below the site. */
  onPage: (file: string, html: string) => void;
  onProgress: (done: number, all: number) => void;
}

/** Writes the pages in place of Astro, which would render all of them and waits for the disk after each. */
export function pageWriter(plan: PagePlan): AstroIntegration {
  return insteadOfAstro((astro) => writePages(astro, plan));
}

/** Does something else with the routes of a build than to write a page for each. */
export function insteadOfAstro(run: (astro: AstroPrerenderer) => Promise<void>): AstroIntegration {
  return {
    name: 'controlled-handbook:pages',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((astro) => ({
          ...astro,
          getStaticPaths: async () => {
            await run(astro);
            // Nothing is left for Astro to write.
            return [];
          },
        })),
    },
  };
}

/** So often, in milliseconds, is said how far it is. */
const progressEvery = 5000;

async function writePages(astro: AstroPrerenderer, plan: PagePlan): Promise<void> {
  const paths = await astro.getStaticPaths();
  let said = performance.now();
  for (const [index, path] of paths.entries()) {
    const isPage = path.route.type === 'page';
    const address = addressOf(path, plan.base);
    const file = path.pathname === '/404' ? '404.html' : join(path.pathname, isPage ? 'index.html' : '').slice(1);
    const render = () => renderedPage(astro, path, address);
    const written = await writePage(plan, file, address.pathname, render);
    if (written) plan.records.set(address.pathname, written.record);
    if (written && isPage) plan.onPage(file, written.bytes.toString('utf8'));
    // Meanwhile the search index is handed what it was given.
    if (index % 16 === 0) await setImmediate();
    if (performance.now() - said > progressEvery) {
      said = performance.now();
      plan.onProgress(index + 1, paths.length);
    }
  }
}

type Path = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/** Where a page will stand; the host means nothing. */
export function addressOf({ pathname, route }: Path, base: string): URL {
  return new URL(base + pathname + (route.type === 'page' && !pathname.endsWith('/') ? '/' : ''), 'http://localhost');
}

/** What Astro makes of a route: a page, a file of data, or 304 where the last build showed the same. */
export async function renderedPage(astro: AstroPrerenderer, { route }: Path, address: URL): Promise<Response> {
  const rendered = await astro.render(new Request(address), { routeData: route });
  return rendered instanceof Response ? rendered : rendered.response;
}

interface Written {
  record: PageRecord;
  bytes: Buffer;
}

async function writePage(
  { folder, last }: PagePlan,
  file: string,
  path: string,
  render: () => Promise<Response>,
): Promise<Written | undefined> {
  let response = await render();
  const to = join(folder, file);
  // “Not modified” (src/page.ts): it shows what it showed in the last build.
  if (response.status === 304) {
    const same = last && takenOver(last, path, to);
    if (same) return same;
    // Somebody has changed or deleted it since.
    last?.etags.delete(path);
    response = await render();
  }
  // A route that has nothing to say, such as the calendar of reviews in a site for readers outside.
  if (!response.body) return undefined;
  const bytes = Buffer.from(await response.arrayBuffer());
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, bytes);
  return { record: { file, etag: response.headers.get('etag') ?? undefined, digest: sha256(bytes) }, bytes };
}

function takenOver(last: LastBuild, path: string, to: string): Written | undefined {
  const record = last.records.get(path);
  const bytes = record && bytesOf(last, record);
  if (!bytes) return undefined;
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(join(last.site, record.file), to);
  } catch {
    // On another disk, or on one without links.
    writeFileSync(to, bytes);
  }
  return { record, bytes };
}
