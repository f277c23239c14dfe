/** Makes the site of a handbook that was judged: pages → search index → check of the output. Built aside, then put in place. */
import { mkdirSync, rmSync } from 'node:fs';
import { checkProfile } from '../src/checks/output-profile.ts';
import { sha256 } from '../src/handbook/canonical.ts';
import type { Finding } from '../src/handbook/finding.ts';
import type { Handbook } from '../src/handbook/graph.ts';
import type { Library } from '../src/handbook/open.ts';
import type { Bilingual } from '../src/schema/primitives.ts';
import { setSite, type Judged } from '../src/views/site.ts';
import { programDigest } from './code-digest.ts';
import { isUntouched, keepBuild, keptFiles, lastBuild, type PageRecords } from './last-build.ts';
import { keptTexts } from './kept-texts.ts';
import { makeOffline } from './offline.ts';
import type { PageFileJobs, PageFilesPlan } from './page-files.ts';
import { makePages } from './pages.ts';
import { interfaceWords } from './profile.ts';
import { discardNew, folderBeside, publishSite } from './publish.ts';
import { openApp } from './site-app.ts';
import { writeSitemap } from './sitemap.ts';
import { outputOver } from './taken-over.ts';
import { startThread } from './thread.ts';

export interface SitePlan {
  content: string;
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

/** Makes a site. With findings the last site stays as it is, as it does if this throws before all is checked. */
export async function makeSite(plan: SitePlan): Promise<Refusals> {
  const { out, base, address, judged, whole, offline, step } = plan;
  discardNew(out);
  const aside = folderBeside(out);
  // At once, not after all pages: a path where nothing can be written.
  mkdirSync(aside, { recursive: true });
  const kept = keptFiles(plan);
  const code = programDigest();
  const common = commonDigest(judged.library.inForce, [code, base, address ?? '']);
  const last = plan.isIncremental ? lastBuild(kept.pages, common, out) : undefined;
  const texts = plan.drafts ? undefined : keptTexts(kept.texts);
  const { language } = whole.inForce.settings;
  const files = startThread<PageFileJobs>(new URL('page-files.ts', import.meta.url), {
    ...{ folder: aside, base, language, hasSearch: !offline, last },
    // Pages of an offline copy are changed after they are written.
    site: offline ? undefined : out,
  } satisfies PageFilesPlan);
  try {
    step({ zh: '生成网页', en: 'Building pages' });
    const app = await openApp(code, base);
    app.copyAssets(aside);
    setSite(
      { base, address, code, preview: plan.drafts, hasIndex: true },
      { ...judged, texts, lastPages: last?.etags },
    );
    const onProgress = (done: number, all: number) =>
      step({ zh: `已完成 ${done} / ${all} 个网页`, en: `${done} of ${all} pages` });
    const pages = await makePages({ app, base, last, files, onProgress });
    const records: PageRecords = new Map(pages.map(({ path, record }) => [path, record]));
    const taken = pages.flatMap(({ record, isTaken }) => (isTaken ? [record.file] : []));
    texts?.write(!last);
    if (address) writeSitemap(outputOver(aside, out, taken), address + base);

    step({ zh: '检查网页，建立搜索索引', en: 'Checking the pages, indexing for search' });
    const { broken, isIndexNew } = await files.run('finish', [taken, records]);
    const isProfiled = judged.library.inForce.profile !== undefined;
    const leaks = isProfiled
      ? checkProfile(outputOver(aside, out, taken), whole, judged.library, interfaceWords())
      : [];
    if (leaks.length || broken.length) return { leaks, broken };
    if (offline) {
      step({ zh: '制作离线副本', en: 'Making the offline copy' });
      await makeOffline(aside);
    }
    // If this is interrupted, the next build takes nothing over.
    rmSync(kept.pages, { force: true });
    const touched = pages.find(({ record, isTaken }) => isTaken && !isUntouched(out, record));
    if (touched) throw new Error(`${touched.record.file} was changed while the site was built; nothing was published`);
    const known = new Set(taken);
    publishSite(out, (file) => known.has(file) || (!isIndexNew && !offline && file.startsWith('pagefind/')));
    if (!plan.drafts && !offline) keepBuild(kept.pages, common, out, records);
    return { leaks, broken };
  } finally {
    await files.end();
    discardNew(out);
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
