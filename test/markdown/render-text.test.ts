/** What a text of an author becomes in the page, where Markdown and Chinese do not go together by themselves. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openHandbook } from '../../src/handbook/open.ts';
import { renderPart, renderText } from '../../src/markdown/render.ts';
import { asOf, tinyHandbook } from '../fixtures/tiny-handbook.ts';

const cacheFolder = mkdtempSync(join(tmpdir(), 'render-'));
const handbook = openHandbook(tinyHandbook(), asOf).library!.inForce;

afterAll(() => rmSync(cacheFolder, { recursive: true, force: true }));

async function html(text: string): Promise<string> {
  return (await renderText(handbook, text, { base: '', cacheFolder })).html;
}

test.each([
  ['1~3 日和 5~8 日印刷', '<p>1~3 日和 5~8 日印刷</p>'],
  ['~~旧价（十元）~~新价', '<p><del>旧价（十元）</del>新价</p>'],
  ['**注意：**先看**“样张”**。', '<p><strong>注意：</strong>先看<strong>“样张”</strong>。</p>'],
])('marks: %s', async (text, page) => {
  expect(await html(text)).toBe(page);
});

test.each([
  ['“https://example.com/a”。', '“<a href="https://example.com/a" rel="noopener">https://example.com/a</a>”。'],
  ['https://example.com/a——见上', '<a href="https://example.com/a" rel="noopener">https://example.com/a</a>——见上'],
  ['（https://example.com/a）后', '（<a href="https://example.com/a" rel="noopener">https://example.com/a</a>）后'],
])('an address ends before Chinese punctuation: %s', async (text, page) => {
  expect(await html(text)).toBe(`<p>${page}</p>`);
});

test('a diagram without a name is called after its section', async () => {
  const diagram = '```mermaid\nflowchart TD\n  A --> B\n```\n';
  const page = await html(
    `## 4 流程\n\n${diagram}\n## 5 例外\n\n${diagram.replace('A -->', 'accTitle: 例外怎样批准\n  A -->')}`,
  );
  const names = [...page.matchAll(/<title[^>]*>([^<]*)</g)].map(([, name]) => name);
  expect(names).toEqual(['4 流程', '例外怎样批准']);
});

test('a list of the whole handbook says that nobody has approved it with the text, and in an old version that it is of today', async () => {
  const manual = handbook.documents.get('ST-A-01')!;
  const [attachment] = manual.parts.filter(({ name }) => name === 'attachment-1');
  const html = async (shown: typeof handbook) =>
    (await renderPart(shown, manual, attachment!, { base: '', cacheFolder })).html;
  expect(await html(handbook)).toMatch(/<p class="live-note">[^<]*不属于本版本经批准的文字。<\/p>\s*<p>★/);
  const names = { roles: {}, departments: {}, people: {}, parties: {} };
  const former = { names, today: handbook, inForce: () => undefined };
  expect(await html({ ...handbook, former })).toMatch(/<p class="live-note">[^<]*不是本版本发布时的情况。<\/p>/);
});

test('in a table running text gets room, and a number is not broken', async () => {
  const page = await html(
    '| 编号 | 说明 |\n| --- | --- |\n| ST-B-01 | 纸张 |\n| ST-B-02、ST-B-03 | 受理订单时要当面问清数量、交期和用纸，并写在订单上 |\n',
  );
  expect([...page.matchAll(/<td class="(\w+)">([^<]{4})/g)].map(([, name, text]) => [name, text])).toEqual([
    ['fixed', 'ST-B'],
    ['long', '受理订单'],
  ]);
});

test('in a table a figure stays with its sign, and a number in running text is not broken', async () => {
  const page = await html('| 目标 | 数据来源 |\n| --- | --- |\n| ≥ 95% | 平台的统计（ST-D-02-01），每月 5 日前 |\n');
  expect(page).toContain('<td class="fixed">≥ 95%</td>');
  expect(page).toContain('（<span class="nowrap">ST-D-02-01</span>），');
});
