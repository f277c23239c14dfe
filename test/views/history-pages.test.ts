/** The history of a document, and the comparison of any two of its versions. */
import { beforeAll, describe, expect, test } from 'vitest';
import {
  comparisonLink,
  comparisonPage,
  neighbouringVersions,
  type ComparisonPage,
} from '../../src/views/comparison-page.ts';
import { historyRows, reviewTable } from '../../src/views/history-page.ts';
import { apply, freeze, tinyHandbook } from '../fixtures/tiny-handbook.ts';
import { open, textRows, withHistory, type Opened } from './tiny-view.ts';

let opened: Opened;

beforeAll(() => {
  opened = open(withHistory());
});

describe('the history', () => {
  test('has every release, newest first, with the days on which it was in force', () => {
    const { view, library } = opened;
    const rows = historyRows(view, library, view.handbook.documents.get('ST-B-02')!);
    expect(rows.map(({ version, state, label, from, until }) => [version, state, label, from, until])).toEqual([
      ['B/1', 'future', '尚未实施', '2026-07-01', undefined],
      ['B/0', 'in-force', '现行有效', '2026-05-01', '2026-06-30'],
      ['A/2', 'superseded', '已被替代', '2026-03-16', '2026-04-30'],
      ['A/1', 'superseded', '已被替代', '2026-02-02', '2026-03-15'],
    ]);
  });

  test('lists the periodic reviews that changed nothing, up to the day of the site', () => {
    const review = (on: string, by: string, conclusion: string) =>
      `  - { document: ST-B-02, version: A/1, on: ${on}, by: ${by}, conclusion: ${conclusion} }\n`;
    const entries = [review('2026-03-01', 'han-mei', '继续适用'), review('2026-04-01', 'xu-wen', '不修改')];
    const later = review('2030-01-01', 'xu-wen', '还没有发生');
    const content = tinyHandbook([{ file: 'registers/reviews.yaml', append: [...entries, later].join('') }]);
    const { view } = open(content);
    expect(textRows(reviewTable(view, 'ST-B-02')!)).toEqual([
      ['2026-04-01', 'A/1', '许雯', '不修改'],
      ['2026-03-01', 'A/1', '韩梅', '继续适用'],
    ]);
    expect(reviewTable(view, 'ST-B-03')).toBeUndefined();
  });

  test('says what changed and why, who approved it, and with which hash', () => {
    const { view, library } = opened;
    const row = historyRows(view, library, view.handbook.documents.get('ST-B-02')!)[2]!;
    expect(row).toMatchObject({
      href: '/documents/st-b-02/versions/a-2/',
      what: '返工当天登记',
      why: '例会决定',
      sections: '5.3',
      approved: '韩梅',
      released: '2026-03-02',
      compare: { text: '与 A/1 比较', href: '/documents/st-b-02/compare/a-1...a-2/' },
    });
    expect(row.hash).toBe(library.releases.find(({ version }) => version === 'A/2')!.actualHash);
  });

  test('gives a page to each version with the one before it; others are compared by the browser', () => {
    const releases = opened.library.releases.filter(({ number }) => number === 'ST-B-02');
    expect(neighbouringVersions(releases).map(({ before, after }) => `${before.version} ${after.version}`)).toEqual([
      'A/1 A/2',
      'A/2 B/0',
      'B/0 B/1',
    ]);
    const link = (before: string, after: string) => comparisonLink(releases, 'ST-B-02', before, after);
    expect(link('A/2', 'B/0')).toBe('/documents/st-b-02/compare/a-2...b-0/');
    expect(link('A/1', 'B/0')).toBe('/documents/st-b-02/compare/?before=a-1&after=b-0');
  });
});

/** The words of a comparison that were added or removed. */
function changed(page: ComparisonPage, change: 'added' | 'removed'): string {
  const words = page.parts.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'gap' ? [] : (block.words ?? []))),
  );
  return words
    .filter((word) => word.change === change)
    .map(({ text }) => text)
    .join('');
}

describe('a comparison', () => {
  test('shows only what changed, by word, and counts what did not', () => {
    const { view, library } = opened;
    const page = comparisonPage(view, library, 'ST-B-02', 'A/1', 'A/2');
    expect(page.title).toBe('订单受理程序：A/1 与 A/2 的差别');
    expect(page.sections).toEqual(['5.3']);
    expect(changed(page, 'added').replace(/^，|，$/, '')).toBe('当天登记');
    expect(changed(page, 'removed')).toBe('');
    expect(page.parts.flatMap(({ blocks }) => blocks).some(({ kind }) => kind === 'gap')).toBe(true);
    expect([page.added, page.removed]).toEqual([[], []]);
  });

  test('goes over versions in between', () => {
    const { view, library } = opened;
    const page = comparisonPage(view, library, 'ST-B-02', 'A/1', 'B/1');
    for (const word of ['当天', '当面', '正是']) expect(changed(page, 'added')).toContain(word);
    expect(page.sections).toEqual(['1', '5.2', '5.3']);
  });

  test('begins with the metadata that changed, and no other', () => {
    const { view, library } = opened;
    const rows = textRows(comparisonPage(view, library, 'ST-B-02', 'A/2', 'B/0').metadata);
    expect(rows).toEqual([
      ['版本', 'A/2', 'B/0'],
      ['编制', '顾桐 2026-03-02', '顾桐 2026-04-20'],
      ['审核', '许雯 2026-03-02', '许雯 2026-04-20'],
      ['批准', '韩梅 2026-03-02', '韩梅 2026-04-20'],
      ['发布日期', '2026-03-02', '2026-04-20'],
      ['实施日期', '2026-03-16', '2026-05-01'],
    ]);
  });

  test('calls departments and classifications by their names', () => {
    const folder = tinyHandbook();
    const file = 'policies/ST-A-02.mdx';
    apply(folder, {
      file,
      replace: 'version: A/0\nclassification: public',
      with: 'version: A/1\nclassification: internal',
    });
    apply(folder, { file, replace: 'department: GLB', with: 'department: ZLS' });
    freeze(folder, ['ST-A-02']);
    const { view, library } = open(folder);
    const rows = textRows(comparisonPage(view, library, 'ST-A-02', 'A/0', 'A/1').metadata);
    expect(rows).toEqual(
      expect.arrayContaining([
        ['主责部门', '管理部', '质量室'],
        ['密级', '公开', '内部'],
      ]),
    );
  });

  test('names parts that were added and removed, each where it stands', () => {
    const folder = tinyHandbook();
    const main = 'manual/ST-A-01/index.mdx';
    apply(folder, { file: main, replace: 'version: A/0\nclass', with: 'version: A/1\nclass' });
    apply(folder, { file: main, replace: "parts: ['0', '4', '5', attachment-1]", with: "parts: ['0', '4', '5', '6']" });
    apply(folder, { file: 'manual/ST-A-01/attachment-1.mdx', delete: true });
    apply(folder, {
      file: 'manual/ST-A-01/6.mdx',
      create: "---\nsection: '6'\ntitle: { zh: 改进, en: Improvement }\n---\n\n## 6 改进\n\n每季度看一次返工单。\n",
    });
    apply(folder, { file: 'manual/ST-A-01/4.mdx', replace: '按季统计', with: '按月统计' });
    freeze(folder, ['ST-A-01']);
    const { view, library } = open(folder);
    const page = comparisonPage(view, library, 'ST-A-01', 'A/0', 'A/1');
    expect(page.added).toEqual([{ text: '6 改进', href: '/documents/st-a-01/versions/a-1/6/' }]);
    expect(page.removed).toEqual([
      { text: '附件1 质量负责人任命书', href: '/documents/st-a-01/versions/a-0/attachment-1/' },
    ]);
    expect(page.parts.map(({ title }) => title)).toContain('4 策划');
    expect(page.parts.map(({ title }) => title)).not.toContain('5 运行');
  });

  test('of two versions with one text has no parts', () => {
    const folder = tinyHandbook();
    apply(folder, { file: 'policies/ST-A-02.mdx', replace: 'version: A/0\nclass', with: 'version: A/1\nclass' });
    freeze(folder, ['ST-A-02']);
    const { view, library } = open(folder);
    const page = comparisonPage(view, library, 'ST-A-02', 'A/0', 'A/1');
    expect(page.parts).toEqual([]);
    expect(textRows(page.metadata)).toEqual([['版本', 'A/0', 'A/1']]);
  });
});
