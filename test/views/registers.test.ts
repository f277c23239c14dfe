/** The pages of the registers of records: what auditors and maintainers of the system look for. */
import { describe, expect, test } from 'vitest';
import { clausePage } from '../../src/views/clause-page.ts';
import { homePage } from '../../src/views/home-page.ts';
import { recordPage, recordRegisters, type RecordRegister } from '../../src/views/registers/index.ts';
import type { RecordSection } from '../../src/views/registers/page.ts';
import { tinyHandbook } from '../fixtures/tiny-handbook.ts';
import { linksOf, open, textOf, textRows } from './tiny-view.ts';

const { view, english, library } = open('content', '2026-11-20');
const all = recordRegisters(view.handbook);
const sectionsOf = (register: RecordRegister, shown = view) => recordPage(shown, register).sections;
const factsOf = ({ facts }: RecordSection) =>
  Object.fromEntries(facts.map(({ label, value }) => [label, textOf(value)]));

/** The row of a table that says something. */
function rowWith(sections: readonly RecordSection[], text: string): string[] | undefined {
  return sections
    .flatMap(({ tables }) => tables.flatMap(({ table }) => textRows(table)))
    .find((row) => row.includes(text));
}

test('every entry of a register is on its page, in both languages', () => {
  const { registers } = view.handbook;
  for (const shown of [view, english]) {
    expect(sectionsOf('audits', shown)).toHaveLength(registers.audits.length);
    expect(sectionsOf('management-reviews', shown)).toHaveLength(registers['management-reviews'].length);
    expect(sectionsOf('objectives', shown)).toHaveLength(registers.objectives.length);
    for (const register of ['revision-plan', 'distribution'] as const) {
      const rows = sectionsOf(register, shown).flatMap(({ tables }) => tables.flatMap(({ table }) => table.rows));
      expect(rows).toHaveLength(registers[register].length);
    }
  }
});

test('every row has a cell for each column, and none says what is not there as “undefined”', () => {
  for (const shown of [view, english]) {
    for (const { tables, facts } of all.flatMap((register) => sectionsOf(register, shown))) {
      for (const { table } of tables) for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
      const texts = [
        ...tables.flatMap(({ table }) => textRows(table).flat()),
        ...facts.map(({ value }) => textOf(value)),
      ];
      expect(texts.filter((text) => !text || text.includes('undefined'))).toEqual([]);
    }
  }
});

test('an audit tells who led it, what it found and what became of that; the newest comes first', () => {
  const [newest] = sectionsOf('audits');
  expect(newest?.title).toMatch(/^IA-2026-01 /);
  expect(factsOf(newest!)).toMatchObject({ 审核日期: '2026-09-14 至 2026-09-18', 审核组长: '梁思齐' });
  const open = rowWith([newest!], 'NC-2026-01')!;
  expect(open).toEqual(expect.arrayContaining(['一般不符合', '服务台', '7.5.3', 'CA-2026-005', '未关闭']));
  expect(rowWith([newest!], 'NC-2026-02')!.at(-1)).toBe('2026-11-16');
  expect(linksOf(newest!.tables[0]!.table)).toMatchObject({
    服务台: '/departments/fwt/',
    '7.5.3': '/clauses/iso20000-1-2018/7.5.3/',
  });
});

test('a management review tells who took part, what was dealt with and what was decided', () => {
  const review = sectionsOf('management-reviews').find(({ title }) => title === 'MR-2025-01 2025-11-13')!;
  expect(factsOf(review)['主持人']).toBe('沈衡');
  const decision = textRows(review.tables[1]!.table).find(([, text]) => text?.includes('单独编号的受控文件'));
  expect(decision).toEqual(['体系改进', expect.any(String), '管理者代表', '2026-01-31', '2026-01-19']);
});

test('an objective tells its target and for each result whether it was reached', () => {
  const objective = sectionsOf('objectives').find(({ title }) => title === '关键服务可用率')!;
  expect(factsOf(objective)).toMatchObject({ 目标: '≥ 99.9 %', 频次: '每月', 负责角色: '可用性经理' });
  expect(rowWith([objective], '2025-Q4')!.slice(1, 4)).toEqual(['99.88 %', '否', '2026-01-06']);
  expect(rowWith([objective], '2025-Q4')!.at(-1)).toBe('CA-2025-006');
  expect(rowWith([objective], '2026-Q1')![2]).toBe('是');
});

test('the plan and the distribution lead to documents, and say what is not done', () => {
  expect(rowWith(sectionsOf('revision-plan'), '每年 12 月对照客户合同、监管要求和当年事件评审')).toEqual(
    expect.arrayContaining(['HC-ITSM-A-03 信息安全策略', '评审', '未完成']),
  );
  expect(rowWith(sectionsOf('distribution'), 'A01-07')!.at(-1)).toContain('遗失');
  expect(rowWith(sectionsOf('distribution'), 'W-2026-002')).toContain('青禾银行');
});

describe('the way to them', () => {
  const records = (number: string, standard = 'iso20000-1:2018') =>
    clausePage(view, view.handbook.standards.get(standard)!.byNumber.get(number)!).records.map(({ href }) => href);

  test('is on the page of the clause whose evidence they are, and of those below it', () => {
    expect(records('9.2')).toEqual(['/registers/audits/']);
    expect(records('9.3')).toEqual(['/registers/management-reviews/']);
    expect(records('6.2')).toEqual(['/registers/objectives/']);
    expect(records('6.2.1')).toEqual(['/registers/objectives/']);
    expect(records('8.6.1')).toEqual([]);
    // Of an edition for comparison nothing is evidence.
    expect(records('6.2', 'iso20000-1:2011')).toEqual([]);
  });

  test('is on the home page', () => {
    const { maintained, audited } = homePage(view).records;
    expect([...maintained, ...audited].map(({ href }) => href).sort()).toEqual(
      all.map((register) => `/registers/${register}/`).sort(),
    );
  });
});

test('a profile that leaves documents out has none of them: what they say may be about any document', () => {
  const { profiles } = view.handbook.settings;
  const shown = profiles.map((profile) => {
    const { inForce } = library.forProfile(profile);
    return [profile.id, inForce.profile!.leftOut.size, recordRegisters(inForce).length];
  });
  expect(shown).toEqual([
    ['internal', 0, 5],
    ['public', expect.any(Number), 0],
  ]);
  const [internal] = profiles;
  const { inForce } = library.forProfile({ ...internal!, classifications: ['public'] });
  expect(homePage({ ...view, handbook: inForce }).records).toEqual({ maintained: [], audited: [] });
});

test('a register without entries says so', () => {
  const empty = open(tinyHandbook());
  expect(recordPage(empty.view, 'audits')).toEqual({ title: '内部审核', sections: [], none: '没有登记内部审核。' });
  for (const register of all) {
    expect(recordPage(empty.english, register)).toMatchObject({
      sections: [],
      none: expect.stringMatching(/^No /) as string,
    });
  }
});
