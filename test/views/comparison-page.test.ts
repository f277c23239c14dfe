/** What changed in the metadata of a document: the same in the terminal, in the preview and on the site. */
import { describe, expect, test } from 'vitest';
import { metadataChanges } from '../../src/control/metadata.ts';
import { newestRelease } from '../../src/control/state.ts';
import { changesBetween, comparisonPage, metadataTable } from '../../src/views/comparison-page.ts';
import { releaseOn } from '../fixtures/released-again.ts';
import { apply, tinyHandbook, type Edit } from '../fixtures/tiny-handbook.ts';
import { linksOf, open, textRows } from './tiny-view.ts';

const file = 'procedures/ST-B-02.mdx';

/** Everything in the front matter that no section shows. */
const edits: Edit[] = [
  { file, replace: 'title: { zh: 订单受理程序', with: 'title: { zh: 接单程序' },
  { file, replace: 'owner: order-lead\ndepartment: YWS\nsupport: [ZLS]', with: 'owner: print-lead\ndepartment: ZLS' },
  { file, replace: 'classification: internal', with: 'classification: public' },
  { file, replace: 'keywords: [下单, 报价]', with: 'keywords: [下单, 询价]' },
  { file, replace: 'reviewMonths: 12', with: 'reviewMonths: 6' },
  {
    file,
    replace: '    - mini:2020/5.1#5\n',
    with: '    - mini:2020/5.1#5\n  supporting:\n    - mini:2020/4.2\n',
  },
];

const own = [
  ['名称', '订单受理程序、Order intake', '接单程序、Order intake'],
  ['密级', '内部', '公开'],
  ['负责角色', '接单负责人', '印刷负责人'],
  ['主责部门', '业务室', '质量室'],
  ['配合部门', '质量室', '—'],
  ['评审周期（月）', '12', '6'],
  ['关键词', '下单、报价', '下单、询价'],
  ['支持的条款', '—', 'mini:2020/4.2 文件'],
];

describe('metadata that changed', () => {
  test('in a working text are those that the terminal lists', () => {
    const folder = tinyHandbook();
    for (const edit of edits) apply(folder, edit);
    const { library, view } = open(folder);
    const before = library.read(newestRelease(library.working, 'ST-B-02')!)!;
    const after = library.working.documents.get('ST-B-02')!;
    const table = metadataTable(view, changesBetween(view, before, after));
    const rows = textRows(table);
    expect([...rows].sort()).toEqual([...own].sort());
    expect(rows.map(([label]) => label).sort()).toEqual(
      metadataChanges(library.working, before, after)
        .map(({ label }) => label.zh)
        .sort(),
    );
    expect(linksOf(table)).toMatchObject({ 印刷负责人: '/roles/print-lead/', 质量室: '/departments/zls/' });
  });

  test('between two versions are listed with the signatures and days, in the language of the page', () => {
    const folder = tinyHandbook();
    for (const edit of edits) apply(folder, edit);
    releaseOn(folder, 'ST-B-02', '2026-05-18', '文件信息');
    const { library, view, english } = open(folder);
    const rows = textRows(comparisonPage(view, library, 'ST-B-02', 'A/1', 'A/2').metadata);
    expect(rows).toEqual(expect.arrayContaining(own));
    expect(rows).toEqual(
      expect.arrayContaining([
        ['版本', 'A/1', 'A/2'],
        ['批准', '韩梅 2026-01-12', '韩梅 2026-05-18'],
        ['实施日期', '2026-02-02', '2026-05-18'],
      ]),
    );
    const labels = textRows(comparisonPage(english, library, 'ST-B-02', 'A/1', 'A/2').metadata).map(([label]) => label);
    expect(labels).toEqual(expect.arrayContaining(['Title', 'Owner', 'Clauses, supporting', 'Effective']));
    expect(labels.join('')).not.toMatch(/\p{Script=Han}/u);
  });

  test('of a part are listed by its section, and none of a part that is new', () => {
    const folder = tinyHandbook();
    apply(folder, {
      file: 'manual/ST-A-01/attachment-1.mdx',
      replace: 'signatory: han-mei',
      with: 'signatory: tao-ran',
    });
    apply(folder, { file: 'manual/ST-A-01/index.mdx', replace: "'5', att", with: "'5', '6', att" });
    apply(folder, {
      file: 'manual/ST-A-01/6.mdx',
      create: "---\nsection: '6'\ntitle: { zh: 改进, en: Improvement }\n---\n\n## 6 改进\n\n每季度一次。\n",
    });
    const { library, view } = open(folder);
    const before = library.read(newestRelease(library.working, 'ST-A-01')!)!;
    const changes = changesBetween(view, before, library.working.documents.get('ST-A-01')!);
    expect(textRows(metadataTable(view, changes)).map(([label]) => label)).toEqual(['各部分', '附件1 任命']);
    expect(changes.added.map(({ title }) => title)).toEqual(['6 改进']);
  });
});

describe('the change record of the later version', () => {
  function record(section: string) {
    const folder = tinyHandbook();
    apply(folder, { file, replace: '重新排期。', with: '当天排期。' });
    releaseOn(folder, 'ST-B-02', '2026-05-18', section);
    const { library, view } = open(folder);
    return comparisonPage(view, library, 'ST-B-02', 'A/1', 'A/2').record;
  }

  test('agrees with what changed', () => {
    expect(record('5.3')).toEqual({ entries: ['A/2 写明 5.3。改了一个词。'], differences: [], implied: undefined });
  });

  test('or says something else', () => {
    expect(record('1')).toEqual({
      entries: ['A/2 写明 1。改了一个词。'],
      differences: ['修改了但没有写明：5.3', '写明了但没有修改：1'],
      implied: undefined,
    });
  });

  test('names the sections that show the change of a step, too, and need not be named', () => {
    const folder = tinyHandbook();
    apply(folder, { file, replace: 'name: 登记订单', with: 'name: 记下订单' });
    releaseOn(folder, 'ST-B-02', '2026-05-18', '5.1');
    const { library, view } = open(folder);
    const { record: shown, sections } = comparisonPage(view, library, 'ST-B-02', 'A/1', 'A/2');
    expect(sections).toContain('5');
    expect(shown).toMatchObject({ differences: [], implied: '由此引起变化、更改记录未单列的章节：5' });
  });
});
