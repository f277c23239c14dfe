/** Documents that are written or released and not in force yet: named by their titles, with no link. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openHandbook } from '../../src/handbook/open.ts';
import { renderPart } from '../../src/markdown/render.ts';
import { documentPage } from '../../src/views/document-page.ts';
import { interfacePage } from '../../src/views/process-map-page.ts';
import { documentLink, numberedLink } from '../../src/views/view.ts';
import { asOf, freeze, tinyHandbook, workingTexts } from '../fixtures/tiny-handbook.ts';
import { open, textRows } from './tiny-view.ts';

const cacheFolder = mkdtempSync(join(tmpdir(), 'ahead-'));
afterAll(() => rmSync(cacheFolder, { recursive: true, force: true }));

/** ST-B-01 in force, ST-A-02 released for a later day, all others working texts. */
function builtUp(): string {
  const later = { file: 'policies/ST-A-02.mdx', replace: 'effective: 2026-02-02', with: 'effective: 2026-07-01' };
  const folder = workingTexts([later]);
  freeze(folder, ['ST-B-01', 'ST-A-02']);
  return folder;
}

test('a link to one is its title, alone and behind its number', () => {
  const { view, english } = open(builtUp());
  expect(documentLink(view, 'ST-A-02')).toEqual({ text: '管理方针' });
  expect(numberedLink(view, 'ST-B-02')).toEqual({ text: 'ST-B-02 订单受理程序' });
  expect(numberedLink(english, 'ST-B-02').text).toMatch(/^ST-B-02 [A-Z]/);
  expect(numberedLink(view, 'ST-B-99')).toEqual({ text: 'ST-B-99' });
});

test('the tables of a procedure and the interfaces name it', async () => {
  const folder = builtUp();
  const { view } = open(folder);
  const procedure = view.handbook.documents.get('ST-B-01')!;
  const { html } = await renderPart(view.handbook, procedure, procedure.parts[0]!, { base: '', cacheFolder });
  expect(html).toMatch(/<td[^>]*>ST-A-02<\/td>\s*<td[^>]*>管理方针<\/td>/);
  expect(html).toMatch(/<td[^>]*>订单统计<\/td>\s*<td[^>]*>订单受理程序<\/td>/);
  const rows = interfacePage(view, 1).tables.flatMap(({ table }) => textRows(table));
  expect(rows).toContainEqual(['ST-B-02 订单受理程序', '订单统计', 'ST-B-01 文件与目标管理程序']);
});

test('the page of a first version that is not effective yet refers to no version in force', () => {
  const { view, english, library } = open(builtUp());
  const coming = library.read(library.releases.find(({ number }) => number === 'ST-A-02')!)!;
  const text = (shown: typeof view) => documentPage(shown, coming, coming.parts[0]!, 'version').notice?.text;
  expect(text(view)).toBe('这份文件自 2026-07-01 起实施，在此之前没有现行版本，不得作为工作依据。');
  expect(text(english)).toContain('No version is in force before that day');
});

test('what is in force, or was until it was withdrawn, is not ahead', () => {
  const { library } = openHandbook(tinyHandbook(), asOf);
  expect([...library!.inForce.titlesAhead]).toEqual([]);
  expect([...library!.working.titlesAhead]).toEqual([]);
});

test('a site for some readers names what they may see', () => {
  const { library } = open(builtUp());
  const classifications = [...new Set([...library.working.documents.values()].map(({ data }) => data.classification))];
  const profile = { id: 'some', title: { zh: '部分', en: 'Some' }, external: false };
  const all = library.forProfile({ ...profile, classifications });
  expect(all.inForce.titlesAhead.get('ST-A-02')?.zh).toBe('管理方针');
  expect(library.forProfile({ ...profile, classifications: [] }).inForce.titlesAhead.size).toBe(0);
  const outside = library.forProfile({ ...profile, classifications, external: true });
  expect(outside.inForce.titlesAhead.size).toBe(0);
});
