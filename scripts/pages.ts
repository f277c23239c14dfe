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
  /** For tests: given each page that is taken over, and what rendering it would have given. */
  compare?: ((file: string, taken: Buffer, rendered: Buffer) => void) | undefined;
}

/** Writes the pages in place of Astro, which would render all of them and waits for the disk after each. */
export function pageWriter(plan: PagePlan): AstroIntegration {
  return {
    name: 'controlled-handbook:pages',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((astro) => ({
          ...astro,
          getStaticPaths: async () => {
            await writePages(astro, plan);
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
  for (const [index, { pathname, route }] of paths.entries()) {
    const isPage = route.type === 'page';
    const address = new URL(plan.base + pathname + (isPage && !pathname.endsWith('/') ? '/' : ''), 'http://localhost');
    const file = pathname === '/404' ? '404.html' : join(pathname, isPage ? 'index.html' : '').slice(1);
    const render = async (): Promise<Response> => {
      const rendered = await astro.render(new Request(address), { routeData: route });
      return rendered instanceof Response ? rendered : rendered.response;
    };
    const { record, bytes } = await writePage(plan, file, address.pathname, render);
    plan.records.set(address.pathname, record);
    if (isPage) plan.onPage(file, bytes.toString('utf8'));
    // Meanwhile the search index is handed what it was given.
    if (index % 16 === 0) await setImmediate();
    if (performance.now() - said > progressEvery) {
      said = performance.now();
      plan.onProgress(index + 1, paths.length);
    }
  }
}

interface Written {
  record: PageRecord;
  bytes: Buffer;
}

async function writePage(
  { folder, last, compare }: PagePlan,
  file: string,
  path: string,
  render: () => Promise<Response>,
): Promise<Written> {
  const to = join(folder, file);
  mkdirSync(dirname(to), { recursive: true });
  let response = await render();
  // “Not modified” (src/page.ts): it shows what it showed in the last build.
  if (response.status === 304) {
    const same = last && takenOver(last, path, to);
    // Without it the page is rendered: because somebody has changed or deleted the file since, or to be compared.
    if (!same || compare) {
      last?.etags.delete(path);
      response = await render();
    }
    if (same) {
      compare?.(file, same.bytes, Buffer.from(await response.arrayBuffer()));
      return same;
    }
  }
  const bytes = Buffer.from(await response.arrayBuffer());
  writeFileSync(to, bytes);
  return { record: { file, etag: response.headers.get('etag') ?? undefined, digest: sha256(bytes) }, bytes };
}

function takenOver(last: LastBuild, path: string, to: string): Written | undefined {
  const record = last.records.get(path);
  const bytes = record && bytesOf(last, record);
  if (!bytes) return undefined;
  try {
    linkSync(join(last.site, record.file), to);
  } catch {
    // On another disk, or on one without links.
    writeFileSync(to, bytes);
  }
  return { record, bytes };
}
