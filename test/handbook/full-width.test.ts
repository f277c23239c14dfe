/** Full-width colons and commas where YAML wants its own: one finding, at the very character. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inspect } from '../../src/checks/run.ts';
import type { Fault } from '../../src/handbook/finding.ts';
import { faultsByMark } from '../../src/handbook/full-width.ts';
import { SourceFile } from '../../src/handbook/source.ts';
import { apply, asOf, tinyHandbook, within, type Edit } from '../fixtures/tiny-handbook.ts';

/** What is found once the edits are made, and the rest of the line at each place. */
async function found(...edits: Edit[]) {
  const folder = tinyHandbook();
  for (const edit of edits) apply(folder, edit);
  const { findings } = await inspect(folder, asOf);
  return findings
    .filter(({ rule }) => rule !== 'VER-08')
    .map(({ rule, file, line, column, message, hint }) => {
      const text = readFileSync(join(folder, within(folder, file)), 'utf8').split('\n')[line - 1] ?? '';
      return { rule, at: text.slice(column - 1), message: message.zh, hint: hint?.zh, en: message.en };
    });
}

const file = 'procedures/ST-B-02.mdx';

describe('a full-width mark is the finding, not what follows from it', () => {
  const slips: { name: string; edit: [string, string]; at: string; message: string; hint: string }[] = [
    {
      name: 'a colon behind a key',
      edit: ['owner: order-lead\ndep', 'owner：order-lead\ndep'],
      at: '：order-lead',
      message: '全角冒号“：”',
      hint: '改成半角的“:”，后面空一格：owner: order-lead',
    },
    {
      name: 'a colon before a blank',
      edit: ['owner: order-lead\ndep', 'owner： order-lead\ndep'],
      at: '： order-lead',
      message: '全角冒号“：”',
      hint: 'owner: order-lead',
    },
    {
      name: 'a colon behind the key of a list',
      edit: ['activities:\n', 'activities：\n'],
      at: '：',
      message: '全角冒号“：”',
      hint: 'activities:',
    },
    {
      name: 'a colon in an entry of a list',
      edit: ['- id: proof', '- id：proof'],
      at: '：proof',
      message: '全角冒号“：”',
      hint: '- id: proof',
    },
    {
      name: 'a colon within braces',
      edit: ['reviewed: { by: xu-wen, on: 2026-01-09 }', 'reviewed: { by：xu-wen, on: 2026-01-09 }'],
      at: '：xu-wen, on',
      message: '全角冒号“：”',
      hint: 'reviewed: { by: xu-wen, on: 2026-01-09 }',
    },
    {
      name: 'colons and a comma within braces',
      edit: ['reviewed: { by: xu-wen, on: 2026-01-09 }', 'reviewed: { by：xu-wen，on：2026-01-09 }'],
      at: '：xu-wen，on',
      message: '全角冒号“：”和全角逗号“，”',
      hint: 'reviewed: { by: xu-wen, on: 2026-01-09 }',
    },
    {
      name: 'quotes around a value that may have none',
      edit: ['owner: order-lead\ndep', 'owner: “order-lead”\ndep'],
      at: '“order-lead”',
      message: '全角引号',
      hint: '改成半角引号：owner: "order-lead"',
    },
    {
      name: 'quotes around a value with a comma',
      edit: ['title: { zh: 订单受理程序, en', 'title: { zh: ‘订单, 受理程序’, en'],
      at: '‘订单',
      message: '全角引号',
      hint: "title: { zh: '订单, 受理程序', en",
    },
    {
      name: 'the second of two quotes',
      edit: ['title: { zh: 订单受理程序, en', 'title: { zh: "订单受理程序”, en'],
      at: '”, en',
      message: '全角引号',
      hint: 'title: { zh: "订单受理程序", en',
    },
    {
      name: 'a comma in a list',
      edit: ['related: [ST-B-01, ST-C-01, ST-E-001]', 'related: [ST-B-01，ST-C-01, ST-E-001]'],
      at: '，ST-C-01, ST-E-001]',
      message: '全角逗号“，”',
      hint: '改成半角的“,”，后面空一格：related: [ST-B-01, ST-C-01, ST-E-001]',
    },
    {
      name: 'the comma of enumerations in a list',
      edit: ['responsible: [order-lead, print-lead]', 'responsible: [order-lead、print-lead]'],
      at: '、print-lead]',
      message: '顿号“、”',
      hint: 'responsible: [order-lead, print-lead]',
    },
    {
      name: 'a colon beside words with a full-width comma',
      edit: ['name: 确认样张, what: 顾客签字前', 'name: 确认样张, what：未签字，顾客签字前'],
      at: '：未签字',
      message: '这里用了全角冒号“：”，应当用半角',
      hint: 'what: 未签字，顾客签字前',
    },
  ];

  test.each(slips)('$name', async ({ edit: [before, after], at, message, hint }) => {
    expect(await found({ file, replace: before, with: after })).toEqual([
      {
        rule: 'SRC-02',
        at: expect.stringMatching(new RegExp(`^${at.replace(/[[\]]/g, '\\$&')}`)),
        message: expect.stringContaining(message),
        hint: expect.stringContaining(hint),
        en: expect.stringContaining('stands where a half-width one is needed'),
      },
    ]);
  });

  test('in a register', async () => {
    const register = 'organisation/departments.yaml';
    const [slip, ...others] = await found({ file: register, replace: 'head: han-mei', with: 'head：han-mei' });
    expect(slip).toMatchObject({ at: '：han-mei', message: expect.stringContaining('全角冒号') });
    expect(others).toEqual([]);
  });
});

test('several are told at once, and other faults at their own places', async () => {
  const all = await found(
    { file, replace: 'owner: order-lead\ndep', with: 'owner：order-lead\ndep' },
    { file, replace: 'reviewMonths: 12', with: 'reviewMonths：12' },
    { file, replace: 'approved: { by: han-mei, on: 2026-01-12 }', with: 'approved: { by：han-mei, on: 2026-13-12 }' },
  );
  expect(all).toMatchObject([
    { rule: 'SRC-02', at: '：order-lead' },
    { rule: 'SRC-02', at: '：han-mei, on: 2026-13-12 }' },
    { rule: 'SRC-03', at: '2026-13-12 }', message: expect.stringContaining('“approved.on”写法不对') },
    { rule: 'SRC-02', at: '：12' },
  ]);
});

test('full-width marks in the words of a value are as they should be, also where something else is wrong', async () => {
  expect(
    await found(
      { file, replace: 'what: 顾客签字前不开印。', with: 'what: 注意：顾客签字前，不开印、不裁切。' },
      { file, replace: 'keywords: [下单, 报价]', with: 'keywords: [下单，报价]' },
      { file, replace: 'reviewMonths: 12', with: 'reviewMonths: twelve' },
    ),
  ).toMatchObject([{ rule: 'SRC-03', at: 'twelve' }]);
});

describe('the places of faults decide where is looked', () => {
  const list = (count: number) => Array.from({ length: count }, () => "- { term: 样张, definition: '甲，乙，丙' }");

  /** How often a text is judged, and the lines of what is found. */
  function judged(lines: string[]) {
    const source = new SourceFile('registers/glossary.yaml', lines.join('\n'));
    let count = 0;
    const faults = (text: SourceFile): Fault[] => {
      const { value, fault } = text.data();
      if (fault) return [fault];
      const entries = value as Record<string, string>[];
      return entries.flatMap((entry, index) =>
        'definition' in entry ? [] : [{ rule: 'SRC-03', ...text.place([index]), message: { zh: '', en: '' } }],
      );
    };
    const found = faultsByMark(
      source,
      (text) => {
        count += 1;
        const [first, ...others] = faults(text);
        if (!first) return [0, 0];
        return first.rule === 'SRC-02' ? [1, -first.line] : [0, others.length + 1];
      },
      faults,
    );
    return { count, lines: found.map(({ rule, line }) => `${rule} ${line}`) };
  }

  test('of a long list one line is tried', () => {
    const { count, lines } = judged([...list(200), '- { term: 末，页, what: 丁 }', ...list(200)]);
    expect(lines).toEqual(['SRC-03 201']);
    expect(count).toBeLessThan(5);
  });

  test('what is wrong with the syntax shows further down', () => {
    const slip = [
      '- term: 页',
      '  notes：',
      ...Array.from({ length: 30 }, (_, index) => `    - 第 ${index} 页`),
      '  definition: 丁',
    ];
    const { count, lines } = judged([...list(200), ...slip, ...list(200)]);
    expect(lines).toEqual(['SRC-02 202']);
    expect(count).toBeLessThan(40);
  });

  test('of a list that is wrong in every line so much is told as can be found in time', () => {
    const { count, lines } = judged(Array.from({ length: 120 }, () => '- { term：样张，definition：丙 }'));
    expect(count).toBeLessThan(250);
    expect(lines.length).toBeGreaterThan(50);
  });
});
