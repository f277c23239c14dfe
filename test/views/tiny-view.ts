/** Views of a tiny handbook, and small ways to say what stands in them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { planRelease } from '../../src/control/release.ts';
import type { ReleaseRequest } from '../../src/control/release-request.ts';
import { inspect } from '../../src/checks/run.ts';
import { openHandbook, type Library } from '../../src/handbook/open.ts';
import type { Language } from '../../src/i18n/index.ts';
import type { Site } from '../../src/views/site.ts';
import { viewOf, type Cell, type Table, type View } from '../../src/views/view.ts';
import { apply, asOf, tinyHandbook } from '../fixtures/tiny-handbook.ts';

export interface Opened {
  library: Library;
  /** The view in Chinese. */
  view: View;
  english: View;
}

/** What readers of a content folder see. */
export function open(folder: string, day = asOf): Opened {
  const { library } = openHandbook(folder, day);
  if (!library) throw new Error(`${folder} cannot be opened`);
  const view = (language: Language) => viewOf(library.inForce, language);
  return { library, view: view('zh-CN'), english: view('en') };
}

export interface Judged extends Opened {
  site: Site;
}

/** A site with what the check found in its handbook. */
export async function judge(folder: string, { preview = false, day = asOf } = {}): Promise<Judged> {
  const { library, findings } = await inspect(folder, day);
  if (!library) throw new Error(`${folder} cannot be opened`);
  const view = (language: Language): View => ({
    ...viewOf(library.inForce, language),
    ...(preview && { library }),
  });
  const rendering = { base: '', cacheFolder: '' };
  return {
    library,
    view: view('zh-CN'),
    english: view('en'),
    site: { library, handbook: library.inForce, preview, hasIndex: true, findings, stale: false, rendering },
  };
}

/** ST-B-02 in four versions: A/1 of the base, A/2, B/0 and, not before July, B/1. */
export function withHistory(): string {
  const folder = tinyHandbook();
  const file = 'procedures/ST-B-02.mdx';
  apply(folder, { file, replace: '重新排期。', with: '重新排期，当天登记。' });
  release(folder, { on: '2026-03-02', effective: '2026-03-16', what: '返工当天登记', sections: ['5.3'] });
  apply(folder, { file, replace: ')交顾客签字', with: ')当面交顾客签字' });
  release(folder, { on: '2026-04-20', effective: '2026-05-01', what: '换版', sections: [], edition: true });
  apply(folder, { file, replace: '印出来的就是顾客要的', with: '印出来的正是顾客要的' });
  release(folder, { on: '2026-05-25', effective: '2026-07-01', what: '改写目的', sections: ['1'] });
  return folder;
}

function release(
  folder: string,
  request: Pick<ReleaseRequest, 'on' | 'effective'> & Partial<ReleaseRequest> & { sections: string[] },
) {
  const { library } = open(folder);
  const plan = planRelease(library, {
    number: 'ST-B-02',
    edition: false,
    why: '例会决定',
    changed: request.sections,
    ...request,
  });
  if ('refused' in plan) throw new Error(plan.refused.en);
  for (const [path, bytes] of plan.changes) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes!);
  }
}

/** A cell as its reader sees it. */
export function textOf(cell: Cell | undefined): string {
  if (cell === undefined || typeof cell === 'string') return cell ?? '';
  return Array.isArray(cell) ? cell.map(({ text }) => text).join('、') : cell.text;
}

/** The rows of a table as text. */
export function textRows(table: Table | undefined): string[][] {
  return table?.rows.map((row) => row.map(textOf)) ?? [];
}

/** Every link of a table, text → path. */
export function linksOf(table: Table | undefined): Record<string, string | undefined> {
  const cells = table?.rows.flat() ?? [];
  const links = cells.flatMap((cell) => (typeof cell === 'string' ? [] : Array.isArray(cell) ? cell : [cell]));
  return Object.fromEntries(links.map(({ text, href }) => [text, href]));
}
