/** Views of a tiny handbook, and small ways to say what stands in them. */
import { openHandbook, type Library } from '../../src/handbook/open.ts';
import type { Language } from '../../src/i18n/index.ts';
import { viewOf, type Cell, type Table, type View } from '../../src/views/view.ts';
import { apply, asOf, freeze, tinyHandbook } from '../fixtures/tiny-handbook.ts';

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

const intake = 'procedures/ST-B-02.mdx';

/** ST-B-02 in four versions: A/1 of the base, A/2, B/0 and, not before July, B/1. */
export function withHistory(): string {
  const folder = tinyHandbook();
  const steps = [
    { from: 'A/1', to: 'A/2', day: '2026-03-02', effective: '2026-03-16', what: '返工当天登记', sections: "['5.3']" },
    { from: 'A/2', to: 'B/0', day: '2026-04-20', effective: '2026-05-01', what: '换版', sections: '[全文]' },
    { from: 'B/0', to: 'B/1', day: '2026-05-25', effective: '2026-07-01', what: '改写目的', sections: "['1']" },
  ];
  for (const { from, to, day, effective, what, sections } of steps) {
    apply(folder, {
      file: intake,
      replace: `version: ${from}\nclassification`,
      with: `version: ${to}\nclassification`,
    });
    for (const [key, person] of [
      ['prepared', 'gu-tong'],
      ['reviewed', 'xu-wen'],
      ['approved', 'han-mei'],
    ] as const) {
      apply(folder, {
        file: intake,
        replace: `\n${key}: { by: ${person}, on: ${signedBefore(from, key)} }`,
        with: `\n${key}: { by: ${person}, on: ${day} }`,
      });
    }
    const [released, inForce] = dates[from] as [string, string];
    apply(folder, {
      file: intake,
      replace: `released: ${released}\neffective: ${inForce}\n`,
      with: `released: ${day}\neffective: ${effective}\n`,
    });
    apply(folder, {
      file: intake,
      replace: '---\n\n## 1',
      with: `${[
        `  - version: ${to}`,
        `    date: ${day}`,
        `    sections: ${sections}`,
        `    what: ${what}`,
        '    why: 例会决定',
        '    by: gu-tong',
        '    reviewed: xu-wen',
        '    approved: han-mei',
      ].join('\n')}\n---\n\n## 1`,
    });
    apply(folder, { file: intake, ...texts[to]! });
    dates[to] = [day, effective];
    freeze(folder, ['ST-B-02']);
  }
  return folder;
}

const dates: Record<string, [released: string, effective: string]> = { 'A/1': ['2026-01-15', '2026-02-02'] };

const texts: Record<string, { replace: string; with: string }> = {
  'A/2': { replace: '重新排期。', with: '重新排期，当天登记。' },
  'B/0': {
    replace: '由[接单负责人](role:order-lead)交顾客签字',
    with: '由[接单负责人](role:order-lead)当面交顾客签字',
  },
  'B/1': { replace: '印出来的就是顾客要的', with: '印出来的正是顾客要的' },
};

function signedBefore(version: string, key: 'prepared' | 'reviewed' | 'approved'): string {
  if (version !== 'A/1') return dates[version]![0];
  return { prepared: '2026-01-06', reviewed: '2026-01-09', approved: '2026-01-12' }[key];
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
