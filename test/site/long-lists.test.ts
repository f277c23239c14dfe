/** Long lists in a browser: the lists of the sample, cut into pages as those of a large handbook are (views/paging.ts). */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handbook, htmlOf, useSite } from './site.ts';

const site = useSite();
const all = [...handbook.documents.keys()];
/** Rows of the first page; the second one is short. */
const most = all.length - 5;
let page: Page;

/** The register as `Register.astro` and `Pager.astro` write it for more rows than a page holds. */
function registerPage(number: 1 | 2): string {
  const links = ['/documents/', '/documents/page-2/'].map(
    (href, index) => `<a href="${href}"${index + 1 === number ? ' aria-current="page"' : ''}>${index + 1}</a>`,
  );
  return htmlOf('/documents/')
    .replace(/data-most="\d+"/, `data-most="${most}"`)
    .replace('<div class="table"', `<nav class="choices" data-row-pages>${links.join('')}</nav>$&`)
    .replace(/(?<=<tbody>)[\s\S]*(?=<\/tbody>)/, (body) => {
      const rows = body.match(/<tr[\s\S]*?<\/tr>/g)!;
      return (number === 1 ? rows.slice(0, most) : rows.slice(most)).join('');
    });
}

beforeAll(async () => {
  page = await site.fresh();
  const answer = (html: () => string) => (route: { fulfill: (options: object) => Promise<void> }) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: html() });
  await page.route(
    /\/documents\/(?:\?.*)?$/,
    answer(() => registerPage(1)),
  );
  await page.route(
    /\/documents\/page-2\/(?:\?.*)?$/,
    answer(() => registerPage(2)),
  );
  await page.route(
    /\/in-force\/(?:\?.*)?$/,
    answer(() => htmlOf('/in-force/').replace(/data-most="\d+"/, 'data-most="50"')),
  );
}, 60_000);

afterAll(() => page.context().close());

const numbers = () => page.locator('main tbody tr:visible td:first-child').allInnerTexts();
const count = () => page.locator('[data-filter] output').innerText();
const filter = (words: string) => page.locator('[data-filter] input').fill(words);
const counted = (text: string) => page.locator('[data-filter] output', { hasText: text }).waitFor();

describe('the register', () => {
  test('shows the rows of a page, and how many there are in all', async () => {
    await page.goto('/documents/');
    expect(await numbers()).toEqual(all.slice(0, most));
    expect(await count()).toBe(`${all.length} / ${all.length}`);
  });

  test.each([
    ['the first page', '/documents/', all.at(-1)!],
    ['the last page', '/documents/page-2/', all[0]!],
  ])('is filtered as a whole from %s, and shown by pages again without a filter', async (_, path, elsewhere) => {
    await page.goto(path);
    const own = await numbers();
    await filter(elsewhere);
    await page.locator('main tbody tr', { hasText: elsewhere }).first().waitFor();
    expect(await numbers()).toContain(elsewhere);
    expect(await page.locator('[data-row-pages]').isVisible()).toBe(false);
    await filter('');
    expect(await numbers()).toEqual(own);
    expect(await page.locator('[data-row-pages]').isVisible()).toBe(true);
  });

  test('shows no more rows at once than a page holds, also on the last page', async () => {
    await page.goto('/documents/page-2/?text=HC');
    await counted(`${all.length} / ${all.length}`);
    expect(await numbers()).toEqual(all.slice(0, most));
  });

  test('says so if the other pages cannot be loaded, and tries again', async () => {
    await page.goto('/documents/page-2/');
    const own = await numbers();
    const refuse = (route: { abort: () => Promise<void> }) => route.abort();
    await page.route('**/documents/', refuse);
    await filter('HC');
    await counted('只筛选了本页');
    expect(await numbers()).toEqual(own);
    await page.unroute('**/documents/', refuse);
    await filter('HC-');
    await counted(`${all.length} / ${all.length}`);
    site.complaints();
  });
});

test('what was in force on a day is shown up to a page, and then as a whole', async () => {
  await page.goto('/in-force/?on=2025-06-30');
  await page.locator('[data-show-all]').click();
  const total = Number(/\d+(?= 个)/.exec(await page.locator('[data-in-force] output').innerText())![0]);
  expect(total).toBeGreaterThan(50);
  expect(await numbers()).toHaveLength(total);
  expect(await page.locator('[data-show-all]').isVisible()).toBe(false);
});
