/** The page of a document: what identifies it, its standing, its change record, and what refers to it. */
import { beforeAll, describe, expect, test } from 'vitest';
import { asReleased } from '../../src/control/as-released.ts';
import { documentPage, type DocumentPage } from '../../src/views/document-page.ts';
import { registerPage } from '../../src/views/register-page.ts';
import type { View } from '../../src/views/view.ts';
import { apply, asOf, tinyHandbook } from '../fixtures/tiny-handbook.ts';
import { linksOf, open, textOf, textRows, withHistory, type Opened } from './tiny-view.ts';

let history: Opened;
let plain: Opened;

beforeAll(() => {
  history = open(withHistory());
  plain = open(tinyHandbook());
});

function pageOf(view: View, number: string, part?: string): DocumentPage {
  const document = view.handbook.documents.get(number)!;
  const shown = part ? document.parts.find(({ name }) => name === part)! : document.parts[0]!;
  return documentPage(view, document, shown, 'in-force');
}

/** The page of one version of ST-B-02. */
function versionOf({ view, library }: Opened, version: string): DocumentPage {
  const release = library.releases.find((item) => item.number === 'ST-B-02' && item.version === version)!;
  const document = library.read(release)!;
  return documentPage({ ...view, handbook: asReleased(library, document) }, document, document.parts[0]!, 'version');
}

describe('the control block', () => {
  test('has the values of the front matter, with names for ids', () => {
    const { header } = pageOf(plain.view, 'ST-B-02');
    expect(header).toMatchObject({
      number: 'ST-B-02',
      title: '订单受理程序',
      subtitle: 'Order intake',
      kind: '程序文件',
      version: 'A/1',
      classification: '内部',
      standing: { state: 'in-force', label: '现行有效', from: '2026-02-02' },
    });
    expect(header.control.map(({ label, value }) => `${label}：${textOf(value).replace(/\s/, ' ')}`)).toEqual([
      '负责角色：接单负责人',
      '主责部门：业务室',
      '受控状态：受控',
      '编制：顾桐 2026-01-06',
      '审核：许雯 2026-01-09',
      '批准：韩梅 2026-01-12',
      '发布日期：2026-01-15',
      '实施日期：2026-02-02',
      '下次评审：2027-01-12',
    ]);
  });

  test('counts the next review from the last recorded one', () => {
    // ST-B-01 was approved on 12 January and reviewed, with the version unchanged, on 6 May; it is due every 12 months.
    const due = pageOf(plain.view, 'ST-B-01').header.control.find(({ label }) => label === '下次评审');
    expect(due).toMatchObject({ value: '2027-05-06', due: '2027-05-06' });
  });

  test('is in the language of the interface', () => {
    const { header } = pageOf(plain.english, 'ST-B-02');
    expect(header).toMatchObject({ title: 'Order intake', subtitle: '订单受理程序', classification: 'Internal' });
    expect(header.control.map(({ value }) => textOf(value)).join()).not.toMatch(/\p{Script=Han}/u);
  });
});

describe('the standing', () => {
  test('in force: no notice', () => {
    const { view } = open(history.library.folder, '2026-07-01');
    expect(pageOf(view, 'ST-B-02')).toMatchObject({ header: { version: 'B/1' }, notice: undefined });
  });

  test('in force, with a version that is released and not yet effective: names it, until its day', () => {
    const expected = {
      text: 'B/1 已发布，自 2026-07-01 起实施；在此之前按本版执行。',
      hideFrom: '2026-07-01',
      links: [
        { text: '查看 B/1', href: '/documents/st-b-02/versions/b-1/' },
        { text: '与 B/0 比较', href: '/documents/st-b-02/compare/b-0...b-1/' },
      ],
    };
    expect(pageOf(history.view, 'ST-B-02').notice).toEqual(expected);
    expect(versionOf(history, 'B/0').notice).toEqual(expected);
  });

  test('superseded: names the version in force and leads to it', () => {
    const { header, notice } = versionOf(history, 'A/2');
    expect(header.standing).toMatchObject({ state: 'superseded', label: '已被替代' });
    expect(notice?.text).toContain('B/0');
    expect(notice?.links.map(({ href }) => href)).toEqual(['/documents/st-b-02/']);
    expect(header.control.find(({ label }) => label === '下次评审')).toBeUndefined();
    expect(header.control.find(({ label }) => label === '受控状态')?.value).toBe('作废');
  });

  test('not yet effective: says from when', () => {
    const { header, notice } = versionOf(history, 'B/1');
    expect(header.standing).toMatchObject({ state: 'future', label: '尚未实施', from: '2026-07-01' });
    expect(notice?.text).toContain('2026-07-01');
  });

  test.each([
    { day: '2026-03-15', version: 'A/1' },
    { day: '2026-03-16', version: 'A/2' },
    { day: '2026-05-01', version: 'B/0' },
    { day: '2026-07-01', version: 'B/1' },
  ])('on $day the version in force is $version', ({ day, version }) => {
    const { view } = open(history.library.folder, day);
    expect(pageOf(view, 'ST-B-02').header.version).toBe(version);
    expect(registerPage(view, 1).rows.find(({ number }) => number.text === 'ST-B-02')?.version).toBe(version);
  });

  test('withdrawn: keeps its page, gives the reason and leads to what took its place', () => {
    const folder = tinyHandbook();
    const entry = [
      'entries:',
      '  - document: ST-C-01',
      '    on: 2026-05-20',
      '    approved: han-mei',
      '    reason: 并入程序',
      '    successors: [ST-B-02]',
    ].join('\n');
    apply(folder, { file: 'registers/withdrawals.yaml', create: `${entry}\n` });
    const { view } = open(folder, asOf);
    const document = view.handbook.withdrawn.get('ST-C-01')!;
    const { header, notice } = documentPage(view, document, document.parts[0]!, 'in-force');
    expect(header.standing).toMatchObject({ state: 'withdrawn', label: '作废' });
    expect(notice?.text).toMatch(/2026-05-20.*并入程序/);
    expect(notice?.links).toEqual([{ text: 'ST-B-02 订单受理程序', href: '/documents/st-b-02/' }]);
    expect(registerPage(view, 1).rows.map(({ number }) => number.text)).not.toContain('ST-C-01');
  });
});

test('the change record stands newest first, released versions with a link to their frozen text', () => {
  const { changes } = pageOf(history.view, 'ST-B-02');
  expect(textRows(changes).map(([version, date, sections, what]) => [version, date, sections, what])).toEqual([
    ['B/0', '2026-04-20', '全文', '换版'],
    ['A/2', '2026-03-02', '5.3', '返工当天登记'],
    ['A/1', '2026-01-06', '5.3', '增加返工'],
    ['A/0', '2024-03-04', '全文', '新建'],
  ]);
  expect(linksOf(changes)).toEqual({
    'B/0': '/documents/st-b-02/versions/b-0/',
    'A/2': '/documents/st-b-02/versions/a-2/',
    'A/1': '/documents/st-b-02/versions/a-1/',
  });
});

test('what changed since each earlier version is one click away', () => {
  expect(pageOf(history.view, 'ST-B-02').since).toEqual([
    { text: '自 A/2 以来的修改', href: '/documents/st-b-02/compare/a-2...b-0/' },
    { text: '自 A/1 以来的修改', href: '/documents/st-b-02/compare/?before=a-1&after=b-0' },
  ]);
  expect(versionOf(history, 'A/1').since).toEqual([]);
});

test('a document names what refers to it, a form the steps that fill it', () => {
  expect(pageOf(plain.view, 'ST-C-51').usedBy.map(({ text }) => text)).toEqual([
    'ST-A-01 管理手册',
    'ST-B-01 文件与目标管理程序',
  ]);
  const { formedBy } = pageOf(plain.view, 'ST-D-02-01');
  expect(textRows(formedBy).map(([, step, who]) => [step, who])).toEqual([
    ['5.1 登记订单', '接单负责人'],
    ['5.2 确认样张', '接单负责人、印刷负责人'],
  ]);
});

test('an old version does not claim what refers to the document today', () => {
  expect(pageOf(history.view, 'ST-B-02').usedBy.map(({ text }) => text)).toContain('ST-C-01 报价核对指导书');
  expect(versionOf(history, 'B/0').usedBy).not.toEqual([]);
  expect(versionOf(history, 'A/1').usedBy).toEqual([]);
});

describe('the parts of a manual', () => {
  test('describe clauses, which procedures meet', () => {
    const titles = [pageOf(plain.view, 'ST-A-01', '5'), pageOf(plain.view, 'ST-B-02')].map((page) => page.clausesTitle);
    expect(titles).toEqual(['讲到的条款', '落实的条款']);
  });

  test('stand by chapter on its main page', () => {
    const { parts } = pageOf(plain.view, 'ST-A-01');
    expect(parts.flatMap(({ links }) => links)).toEqual([
      { text: '0 发布令', href: '/documents/st-a-01/0/' },
      { text: '4 策划', href: '/documents/st-a-01/4/' },
      { text: '5 运行', href: '/documents/st-a-01/5/' },
      { text: '附件1 质量负责人任命书', href: '/documents/st-a-01/attachment-1/' },
    ]);
    expect(parts.at(-1)?.title).toBe('附件');
  });

  test('have a title and clauses of their own, and no change record', () => {
    const { part, clauses, changes } = pageOf(plain.view, 'ST-A-01', '5');
    expect(part).toBe('5 运行');
    expect(clauses.flatMap(({ links }) => links.map(textOf))).toEqual(['5.1 订单受理']);
    expect(changes).toBeUndefined();
  });

  test('of a version lead to parts of the same version', () => {
    const document = plain.view.handbook.documents.get('ST-A-01')!;
    const { parts } = documentPage(plain.view, document, document.parts[0]!, 'version');
    for (const { href } of parts.flatMap(({ links }) => links)) {
      expect(href).toMatch(/^\/documents\/st-a-01\/versions\/a-0\/./);
    }
  });
});
