/** What is generated into the texts of a handbook in English is in English. */
import { expect, test } from 'vitest';
import { openHandbook } from '../../src/handbook/open.ts';
import { renderPart } from '../../src/markdown/render.ts';
import { asOf, emptyFolder, tinyHandbook } from '../fixtures/tiny-handbook.ts';

const policy = 'policies/ST-A-02.mdx';

async function rendered(body: string) {
  const folder = tinyHandbook([
    { file: 'handbook.yaml', replace: 'standards:', with: 'language: en\nstandards:' },
    { file: policy, replace: '\n---\n\n', with: `\n---\n\n${body}\n\n` },
  ]);
  const handbook = openHandbook(folder, asOf).library!.working;
  const document = handbook.documents.get('ST-A-02')!;
  return renderPart(handbook, document, document.parts[0]!, { base: '', cacheFolder: emptyFolder() });
}

test('names and marks in the chart of departments', async () => {
  const { html } = await rendered('## Chart\n\n<OrganisationChart />');
  const chart = /<ul>[^]*?<\/ul>/.exec(html)![0].replaceAll(/<[^>]*>/g, '');
  expect(chart.trim()).toMatch(/^Management \(Han Mei\): /);
  expect(chart).not.toMatch(/\p{Script=Han}|[（）：、]/u);
});

test('the heading of footnotes, which is no section of the text', async () => {
  const { html, headings } = await rendered('## Proof\n\nText[^1].\n\n[^1]: Note.');
  expect(html).toContain('id="footnote-label">Footnotes</h2>');
  expect(html).toContain('aria-label="Back to the text"');
  expect(headings.map(({ text }) => text)).not.toContain('Footnotes');
});
