/** A handbook with little in it: lists say that there is nothing yet, instead of a heading or an empty table. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asOf, emptyFolder, tinyHandbook } from '../fixtures/tiny-handbook.ts';
import { builtSite } from './built-site.ts';

let site: ReturnType<typeof builtSite>;

beforeAll(async () => {
  const content = tinyHandbook([
    { file: 'registers/glossary.yaml', delete: true },
    { file: 'registers/external-documents.yaml', delete: true },
    { file: 'procedures/ST-B-02.mdx', replace: ', ST-E-001]', with: ']' },
    { file: 'procedures/ST-B-02.mdx', replace: '，交付要求不低于《社区印刷品交付公约》', with: '' },
  ]);
  site = builtSite(content, emptyFolder());
  await site.build(asOf);
}, 120_000);

afterAll(() => site.clear());

test('the glossary has the terms that procedures define, with the procedure', () => {
  expect(site.text('glossary')).toContain('样张 开印前给顾客确认的一张成品。 出自： 订单受理程序');
  expect(site.html('glossary')).toContain('href="/documents/st-b-02/"');
});

test.each([
  ['registers/external-documents', '没有登记外来文件。'],
  ['registers/withdrawn-documents', '没有作废的文件。'],
])('%s says that there is nothing', (path, text) => {
  expect(site.text(path)).toContain(text);
  expect(site.html(path)).not.toContain('<table');
});
