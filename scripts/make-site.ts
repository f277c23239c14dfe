/** Makes the site of a handbook that was judged: pages → search index → check of the output. Built aside, swapped in at the end. */
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build as buildSite } from 'astro';
import { checkOutput, readPage, type BuiltPage } from '../src/checks/output.ts';
import { checkProfile } from '../src/checks/output-profile.ts';
import { sha256 } from '../src/handbook/canonical.ts';
import type { Finding } from '../src/handbook/finding.ts';
import type { Handbook } from '../src/handbook/graph.ts';
import type { Library } from '../src/handbook/open.ts';
import type { Bilingual } from '../src/schema/primitives.ts';
import { setSite, type Judged } from '../src/views/site.ts';
import { codeDigest } from './code-digest.ts';
import { cacheName, keepBuild, lastBuild, recordsOf, type PageRecords } from './last-build.ts';
import { makeOffline } from './offline.ts';
import { pageWriter } from './pages.ts';
import { interfaceWords } from './profile.ts';
import { openSearchIndex } from './search-index.ts';
import { writeSitemap } from './sitemap.ts';

export interface SitePlan {
  content: string;
  /** ISO day. */
  asOf: string;
  /** The folder of the site. */
  out: string;
  /** Path of the site, empty or `/handbook`. */
  base: string;
  /** Where the site will stand, without its base. */
  address: string | undefined;
  drafts: boolean;
  offline: boolean;
  /** True to take over pages of the last build that show the same. */
  isIncremental: boolean;
  /** What the site shows; of a profile, only what its readers may see. */
  judged: Judged;
  /** The whole handbook. */
  whole: Library;
  step: (text: Bilingual) => void;
}

/** Why a site was not published: what it tells to readers that must not know it, and links that lead nowhere. */
export interface Refusals {
  leaks: Finding[];
  broken: Finding[];
}

const root = fileURLToPath(new URL('..', import.meta.url));

/** Makes a site. With findings, or if it throws, the last site stays as it is. */
export async function makeSite(plan: SitePlan): Promise<Refusals> {
  const { out, base, address, judged, whole, offline, step } = plan;
  const aside = `${out}.new`;
  rmSync(aside, { recursive: true, force: true });
  // At once, not after all pages: a path where nothing can be written.
  mkdirSync(aside, { recursive: true });
  const id = cacheName(plan);
  const made = join(root, '.cache/build', id);
  const recordFile = recordsOf(plan);
  const code = codeDigest('src');
  const common = commonDigest(judged.library.inForce, [code, base, address ?? '']);
  const records: PageRecords = new Map();
  const index = offline ? undefined : await openSearchIndex(whole.inForce.settings.language);
  try {
    step({ zh: '生成网页', en: 'Building pages' });
    const built: BuiltPage[] = [];
    const last = plan.isIncremental ? lastBuild(recordFile, common, out) : undefined;
    setSite({ ...plan, code, preview: plan.drafts }, { ...judged, lastPages: last?.etags });
    const writer = pageWriter({
      ...{ folder: made, base, last, records },
      onPage: (file, html) => {
        built.push(readPage(file, html));
        index?.add(file, html);
      },
      onProgress: (done, all) => step({ zh: `已完成 ${done} / ${all} 个网页`, en: `${done} of ${all} pages` }),
    });
    process.env['HANDBOOK_OUT'] = made;
    // Whatever the shell says: pages for development have no content security policy.
    process.env['NODE_ENV'] = 'production';
    process.env['HANDBOOK_CACHE'] = `./.cache/astro/${id}`;
    // Within the project: for a folder elsewhere Astro puts what it bundles where builds side by side would meet.
    await buildSite({
      ...{ root, outDir: made, base: base || '/' },
      integrations: [writer],
      logLevel: process.env['DEBUG'] ? 'info' : 'error',
    });
    moveInto(made, aside);

    if (address) writeSitemap(aside, address + base);

    step({ zh: '检查网页，建立搜索索引', en: 'Checking the pages, indexing for search' });
    const indexed = index?.write(join(aside, 'pagefind'));
    const profiled = judged.library.inForce.profile !== undefined;
    // Pagefind writes in a process of its own, once it has been told to; what a profile leaks is looked for in all files.
    await (profiled ? indexed : setImmediate());
    const leaks = profiled ? checkProfile(aside, whole, judged.library, interfaceWords()) : [];
    const broken = checkOutput(aside, base, built);
    await indexed;
    if (leaks.length || broken.length) return { leaks, broken };
    if (offline) {
      step({ zh: '制作离线副本', en: 'Making the offline copy' });
      await makeOffline(aside);
    }
    swap(aside, out);
    if (!plan.drafts && !offline) keepBuild(recordFile, common, out, records);
    return { leaks, broken };
  } finally {
    await index?.close();
    rmSync(aside, { recursive: true, force: true });
    rmSync(made, { recursive: true, force: true });
  }
}

/** A digest of what every page depends on, whatever it shows. */
export function commonDigest(
  { asOf, profile, settingsSource, standards }: Handbook,
  program: readonly string[],
): string {
  const sources = [settingsSource, ...[...standards.values()].map(({ source }) => source)];
  return sha256(JSON.stringify([program, asOf, profile?.id, sources.map(({ digest }) => digest)]));
}

/** Moves a folder to an empty one, which may be on another disk. */
function moveInto(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch {
    cpSync(from, to, { recursive: true });
  }
}

/** Puts the new site in the place of the old one; the old one is only removed when the new one stands. */
function swap(aside: string, out: string): void {
  const old = `${out}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(out)) renameSync(out, old);
  renameSync(aside, out);
  rmSync(old, { recursive: true, force: true });
}
