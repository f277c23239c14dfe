/** Full-width colons and commas where YAML wants its own: one finding, at the very character. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inspect } from '../../src/checks/run.ts';
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
