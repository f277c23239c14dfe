/** What readers see of a standard that the handbook does not claim to meet yet. */
import { expect, test } from 'vitest';
import { clausePage } from '../../src/views/clause-page.ts';
import { coveragePage } from '../../src/views/coverage-page.ts';
import { homePage } from '../../src/views/home-page.ts';
import { qualityPage } from '../../src/views/quality-page.ts';
import { standardsPage } from '../../src/views/standards-page.ts';
import { tinyHandbook } from '../fixtures/tiny-handbook.ts';
import { judge } from './tiny-view.ts';

const since = '2026-12-01';

/** What each page that shows how far the standard is met says of the claim. */
async function claims(day?: string): Promise<(string | undefined)[]> {
  const folder = tinyHandbook([
    { file: 'handbook.yaml', replace: '- id: mini:2020', with: `- { id: mini:2020, since: ${since} }` },
  ]);
  const { view, site } = await judge(folder, { day });
  const clause = view.handbook.standards.get('mini:2020')!.byNumber.get('4.1')!;
  return [
    coveragePage(view).summary[0]?.claim,
    qualityPage(view, site).coverage[0]?.claim,
    standardsPage(view)[0]?.claim,
    clausePage(view, clause).claim,
    homePage(view).coverage[0]?.claim,
  ];
}

test('every page that shows how far it is met says from which day on it is claimed', async () => {
  const notice = `手册正在建设：自 ${since} 起才声明符合 MINI 2020。在此之前不声明符合，条款的落实情况只反映建设进度。`;
  expect(await claims()).toEqual([notice, notice, notice, notice, `建设中，自 ${since} 起声明符合`]);
});

test('from that day on none does', async () => {
  expect(await claims(since)).toEqual(['', '', '', '', '']);
});
