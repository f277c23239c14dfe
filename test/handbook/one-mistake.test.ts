/** Mistakes that used to bring one finding for everything that they touched. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inspect } from '../../src/checks/run.ts';
import { asOf, workingTexts, within } from '../fixtures/tiny-handbook.ts';

/** What is found in a handbook that was never released, after a change to it. */
async function found(change: (folder: string) => void) {
  const folder = workingTexts();
  change(folder);
  const { findings } = await inspect(folder, asOf);
  return findings
    .filter(({ rule }) => rule !== 'VER-08')
    .map((finding) => ({ ...finding, file: within(folder, finding.file) }));
}

const file = 'procedures/ST-B-02.mdx';

function rewrite(folder: string, path: string, by: (text: string) => string): void {
  const before = readFileSync(join(folder, path), 'utf8');
  const after = by(before);
  expect(after).not.toBe(before);
  writeFileSync(join(folder, path), after);
}

describe('a line “---” that is missing around the front matter', () => {
  test('the second one: where the text begins', async () => {
    expect(await found((folder) => rewrite(folder, file, (text) => text.replace('\n---\n', '\n')))).toMatchObject([
      { rule: 'SRC-02', file, line: 81, message: { zh: '文件开头没有结束：缺少第二行“---”' } },
    ]);
  });

  test.each(['——-', '----', '－－－', ' ---'])('written as “%s”: at that line', async (dashes) => {
    expect(
      await found((folder) => rewrite(folder, file, (text) => text.replace('\n---\n', `\n${dashes}\n`))),
    ).toMatchObject([{ rule: 'SRC-02', file, line: 80, hint: { zh: expect.stringContaining('三个减号“---”') } }]);
  });

  test.each<[string, string, number, string]>([
    ['the second one', '', 82, '缺少第二行“---”'],
    ['one that is none', '——\n', 81, '这一行不是“---”'],
  ])('%s, below a comment', async (_name, dashes, line, message) => {
    const change = (text: string) =>
      text.replace('kind: procedure\n', 'kind: procedure\n# 编号不改\n').replace('\n---\n', `\n${dashes}`);
    expect(await found((folder) => rewrite(folder, file, change))).toMatchObject([
      { rule: 'SRC-02', file, line, message: { zh: expect.stringContaining(message) } },
    ]);
  });

  test('the first one', async () => {
    expect(await found((folder) => rewrite(folder, file, (text) => text.replace('---\n', '')))).toMatchObject([
      { rule: 'SRC-02', file, line: 1, message: { zh: '文件开头前面缺少一行“---”' } },
    ]);
  });
});

test.each(['ST-C-01 - 副本', 'ST-C-01 (2)', '复件 ST-C-01', 'Copy of ST-C-01'])(
  'a copy named “%s” has to go, the original stays',
  async (name) => {
    const copy = `instructions/${name}.mdx`;
    const all = await found((folder) => copyFileSync(join(folder, 'instructions/ST-C-01.mdx'), join(folder, copy)));
    expect(all).toMatchObject([
      {
        rule: 'NUM-01',
        file: copy,
        message: { zh: expect.stringContaining('instructions/ST-C-01.mdx 使用') },
        hint: { zh: expect.stringContaining('像是复制出来的：不要的删除') },
      },
    ]);
  },
);

describe('HTML that was pasted', () => {
  const append = (piece: string) => (folder: string) =>
    rewrite(folder, 'instructions/ST-C-01.mdx', (text) => `${text}\n${piece}\n`);

  test('a table: one finding, which says how to write it, and what stands below it is found too', async () => {
    const table = '<table border=1>\n<tr><th>{名称}</th><td>纸<br>张</td></tr>\n</table>\n\n价格 <4 元';
    expect(await found(append(table))).toMatchObject([
      { rule: 'SRC-04', line: 34, hint: { zh: expect.stringContaining('改写成 Markdown 表格') } },
      { rule: 'SRC-04', line: 38, message: { zh: expect.stringContaining('“<4”') } },
    ]);
  });

  test('a table that does not end hides nothing', async () => {
    expect(await found(append('<table>\n\n{单价} <4 元'))).toMatchObject([
      { rule: 'SRC-04', line: 34 },
      { rule: 'SRC-04', line: 36, column: 1 },
      { rule: 'SRC-04', line: 36, column: 6 },
    ]);
  });

  test('a table that is shown as text is none', async () => {
    expect(await found(append('表格以 \\<table> 开头'))).toEqual([]);
  });

  test('a table in code is none', async () => {
    expect(await found(append('写成 `<table>` 的，或\n\n```html\n<table>\n```'))).toEqual([]);
  });

  test('of tags within each other the outermost one, with what to write', async () => {
    expect(
      await found(append('<div><p>先<b>看</b></p></div>\n\n<ul><li>样张</li></ul>\n\n**粗** <b>细</b>')),
    ).toMatchObject([
      {
        rule: 'SRC-05',
        line: 34,
        message: { zh: '不能使用 HTML 标签 <div>' },
        hint: { zh: expect.stringContaining('留下文字') },
      },
      { rule: 'SRC-05', line: 36, hint: { zh: expect.stringContaining('以“- ”或“1. ”开头') } },
      { rule: 'SRC-05', line: 38, hint: { zh: '粗体写成 **文字**。' } },
    ]);
  });
});

test('of a name where an id is needed the id is told: of a role, a department, a person', async () => {
  const findings = await found((folder) => {
    rewrite(folder, file, (text) => text.replace(/^owner: .*/m, 'owner: 印刷负责人'));
    rewrite(folder, 'instructions/ST-C-01.mdx', (text) => text.replace(/^department: .*/m, 'department: Quality'));
    rewrite(folder, 'forms/ST-D-01-01.yaml', (text) => text.replace('prepared: { by: gu-tong', 'prepared: { by: 陶然'));
    rewrite(folder, 'forms/ST-D-02-01.yaml', (text) => text.replace('prepared: { by: gu-tong', 'prepared: { by: 小顾'));
  });
  const hints = findings.filter(({ rule }) => rule === 'SRC-03').map(({ hint }) => hint?.zh.split('。')[0]);
  expect(hints.sort()).toEqual([
    '人员“陶然”的标识是 tao-ran',
    '应为标识：小写字母开头，只含小写字母、数字和连字符',
    '角色“印刷负责人”的标识是 print-lead',
    '部门“Quality”的标识是 ZLS',
  ]);
});
