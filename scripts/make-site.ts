/** Makes the site of a handbook that was judged: pages → search index → check of the output. Built aside, then put in place. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { checkOutput, readPage, type BuiltPage } from '../src/checks/output.ts';
import { checkProfile } from '../src/checks/output-profile.ts';
import { sha256 } from '../src/handbook/canonical.ts';
import type { Finding } from '../src/handbook/finding.ts';
import type { Handbook } from '../src/handbook/graph.ts';
import type { Library } from '../src/handbook/open.ts';
import { listFiles } from '../src/handbook/read-folder.ts';
import type { Bilingual } from '../src/schema/primitives.ts';
import { setSite, type Judged } from '../src/views/site.ts';
import { codeDigest } from './code-digest.ts';
import { keepBuild, keptFiles, lastBuild, searchedPages } from './last-build.ts';
import { keptTexts } from './kept-texts.ts';
import { makeOffline } from './offline.ts';
import { makePages } from './pages.ts';
import { interfaceWords } from './profile.ts';
import { discardNew, finishUpdate, folderBeside, replaceSite, updateSite } from './publish.ts';
import { openSearchIndex } from './search-index.ts';
import { openApp } from './site-app.ts';
import { writeSitemap } from './sitemap.ts';
import { outputOver, pagesToCheck } from './taken-over.ts';

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

/** Makes a site. With findings, or if it throws, the last site stays as it is. */
export async function makeSite(plan: SitePlan): Promise<Refusals> {
  const { out, base, address, judged, whole, offline, step } = plan;
  finishUpdate(out);
  discardNew(out);
  const aside = folderBeside(out);
  // At once, not after all pages: a path where nothing can be written.
  mkdirSync(aside, { recursive: true });
  const kept = keptFiles(plan);
  const code = codeDigest('src');
  const common = commonDigest(judged.library.inForce, [code, base, address ?? '']);
  const last = plan.isIncremental ? lastBuild(kept.pages, common, out) : undefined;
  const texts = plan.drafts ? undefined : keptTexts(kept.texts);
  const index = offline ? undefined : await openSearchIndex(last && searchedPages(last));
  try {
    step({ zh: '生成网页', en: 'Building pages' });
    const app = await openApp(base);
    app.copyAssets(aside);
    setSite({ ...plan, code, preview: plan.drafts }, { ...judged, texts, lastPages: last?.etags });
    const built: BuiltPage[] = [];
    const taken: string[] = [];
    const records = await makePages(app, {
      ...{ folder: aside, base, last, language: whole.inForce.settings.language },
      onRendered: ({ file, isSearched }, html) => {
        built.push(readPage(file, html));
        if (isSearched) index?.add(file, html);
      },
      onKept: ({ file, isSearched }) => {
        taken.push(file);
        if (isSearched) index?.keep(file);
      },
      onProgress: (done, all) => step({ zh: `已完成 ${done} / ${all} 个网页`, en: `${done} of ${all} pages` }),
    });
    texts?.write();
    if (address) writeSitemap(outputOver(aside, out, taken), address + base);

    step({ zh: '检查网页，建立搜索索引', en: 'Checking the pages, indexing for search' });
    const indexed = index?.write(join(aside, 'pagefind'));
    const profiled = judged.library.inForce.profile !== undefined;
    // Pagefind writes in a process of its own, once it has been told to; what a profile leaks is looked for in all files.
    await (profiled ? indexed : setImmediate());
    const output = outputOver(aside, out, taken);
    const leaks = profiled ? checkProfile(output, whole, judged.library, interfaceWords()) : [];
    const broken = checkOutput(output, base, pagesToCheck(output, last, records, built));
    const isIndexNew = await indexed;
    if (leaks.length || broken.length) return { leaks, broken };
    if (offline) {
      step({ zh: '制作离线副本', en: 'Making the offline copy' });
      await makeOffline(aside);
    }
    // If this is interrupted, the next build takes nothing over.
    rmSync(kept.pages, { force: true });
    if (last) {
      const files = new Set([...listFiles(aside), ...taken]);
      const stays = (file: string) => files.has(file) || (!isIndexNew && file.startsWith('pagefind/'));
      updateSite(
        out,
        listFiles(out).filter((file) => !stays(file)),
      );
    } else replaceSite(out);
    if (!plan.drafts && !offline) keepBuild(kept.pages, common, out, records);
    return { leaks, broken };
  } finally {
    await index?.close();
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
