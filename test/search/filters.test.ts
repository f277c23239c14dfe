/** The search page: filters, lists of documents without a query, and versions that are not in force. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { serveSite, startBrowser, type SiteServer } from '../site/browser.ts';
import { complete, targetsIn } from './results.ts';

let site: SiteServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  site = await serveSite(process.env['HANDBOOK_DIST'] ?? 'dist');
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

beforeEach(async () => {
  page = await browser.newPage();
});

afterEach(async () => {
  await page.close();
});

const results = () => page.locator('[data-search-page-results]');
const targets = () => targetsIn(results());
const filter = (facet: string) => page.locator(`[data-search-page-filters] select[name="${facet}"]`);

async function search(query: string): Promise<void> {
  await page.goto(`${site.origin}/search/?q=${encodeURIComponent(query)}`);
  await complete(results(), query);
}

test('filters are combined, stand in the address, and can all be cleared', async () => {
  await search('客户');
  const all = (await targets()).length;
  await filter('department').selectOption('YWB');
  await filter('level').selectOption('4');
  await expect.poll(() => new URL(page.url()).search).toContain('level=4');
  const parameters = new URL(page.url()).searchParams;
  expect(Object.fromEntries(parameters)).toEqual({ q: '客户', level: '4', department: 'YWB' });
  const found = await targets();
  expect(found.length).toBeGreaterThan(0);
  expect(found.every((target) => target?.startsWith('HC-ITSM-D-'))).toBe(true);

  await page.reload();
  await complete(results(), '客户');
  await expect.poll(() => filter('level').inputValue()).toBe('4');
  expect(await targets()).toEqual(found);
  await page.getByRole('button', { name: '清除筛选' }).click();
  await expect.poll(() => new URL(page.url()).search).not.toContain('level');
  await expect.poll(async () => (await targets()).length).toBe(all);
});

test('without a query the filters list documents, and every value says how many there are', async () => {
  await page.goto(`${site.origin}/search/?kind=form&clause=8.5`);
  await complete(results(), '');
  const found = await targets();
  expect(found).toContain('HC-ITSM-D-18-01');
  expect(found.every((target) => target?.startsWith('HC-ITSM-D-'))).toBe(true);
  const status = await page.locator('[data-search-page-status]').textContent();
  const count = Number(/\d+/.exec(status ?? '')?.[0]);
  const chosen = await filter('clause').locator('option:checked').textContent();
  expect(chosen).toContain(`(${count})`);
  expect(await filter('role').locator('option[value="change-mgr"]').textContent()).toMatch(/\(\d+\)$/);
  // Values that would leave nothing are not offered where all was read.
  const offered = (await filter('role').locator('option').allTextContents()).slice(1);
  expect(offered.filter((text) => !/\([1-9]\d*\)$/.test(text))).toEqual([]);
});

test('says that the filters leave nothing, and shows the rest on request', async () => {
  await page.goto(`${site.origin}/search/?q=${encodeURIComponent('数据误删')}&kind=policy`);
  await complete(results(), '数据误删');
  expect(await targets()).toEqual([]);
  expect(await results().textContent()).toContain('没有符合筛选条件的结果');
  await results().getByRole('button', { name: '清除筛选' }).click();
  await expect.poll(async () => (await targets())[0]).toBe('HC-ITSM-C-16');
});

test('more results than a reader looks through come on request', async () => {
  await page.goto(`${site.origin}/search/?kind=form`);
  await complete(results(), '');
  expect((await targets()).length).toBe(20);
  await results().locator('.search-more').click();
  expect((await targets()).length).toBe(40);
  expect(
    await results()
      .locator('ol > li:nth-child(21) > a')
      .evaluate((link) => link === document.activeElement),
  ).toBe(true);
});

test('old versions come only on request, and their index is loaded only then', async () => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await search('b-21');
  expect(await results().locator('.search-versions').count()).toBe(0);
  expect(loaded).not.toContain('/search-versions.json');
  await page.getByRole('checkbox', { name: '包括历史版本' }).check();
  const old = results().locator('.search-versions > li > a');
  await old.first().waitFor();
  expect(loaded).toContain('/search-versions.json');
  const addresses = await old.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
  expect(addresses).toContain('/documents/hc-itsm-b-21/versions/a-0/');
  expect(new URL(page.url()).searchParams.get('versions')).toBe('1');
  expect(await old.first().locator('.chip').textContent()).not.toBe('');
});

test('lists of filters keep their own arrow keys', async () => {
  await search('变更');
  await filter('level').focus();
  await page.keyboard.press('ArrowDown');
  expect(await filter('level').evaluate((list) => list === document.activeElement)).toBe(true);
});

test('the number of a withdrawn document leads to it, whether old versions were asked for or not', async () => {
  await search('D-21-04');
  expect(await results().locator('li[data-target]').count()).toBe(0);
  const found = results().locator('.search-versions > li');
  expect(await found.count()).toBe(1);
  expect(await found.locator('.chip').textContent()).toBe('作废');
  expect(await found.locator('a').getAttribute('href')).toContain('/documents/hc-itsm-d-21-04/');
  expect(await results().textContent()).not.toContain('没有找到');
  await search('hc-itsm-d-99-99');
  expect(await results().textContent()).toContain('没有找到');
});
