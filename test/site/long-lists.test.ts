/** A handbook of more documents than one page of the register holds, in a browser. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateHandbook } from '../../scripts/bench/generate.ts';
import { mostRows } from '../../src/views/paging.ts';
import { handbook, removeCache } from '../commands/handbook-command.ts';
import { serveSite, startBrowser, type SiteServer } from './browser.ts';

const asOf = '2026-11-20';
const documents = mostRows + 20;

let folder: string;
let server: SiteServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'long-lists-'));
  const content = join(folder, 'content');
  generateHandbook(content, { documents, versions: 1, asOf });
  const out = join(folder, 'site');
  const { code, stderr } = await handbook('build', '--content', content, '--out', out, '--as-of', asOf);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  removeCache(content, out);
  server = await serveSite(out);
  browser = await startBrowser();
  page = await browser.newPage();
}, 240_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const open = (path: string) => page.goto(server.origin + path);
const numbers = () => page.locator('main tbody tr:visible td:first-child').allInnerTexts();
const count = () => page.locator('[data-filter] output').innerText();

describe('the register', () => {
  test('stands on two pages that lead to each other and hold each document once', async () => {
    await open('/documents/');
    const first = await numbers();
    await page.locator('[data-row-pages] a:not([aria-current])').click();
    await page.waitForURL('**/documents/page-2/');
    expect(await page.locator('h1').innerText()).toBe('文件清单（第 2 页）');
    const second = await numbers();
    expect([first.length, second.length]).toEqual([mostRows, documents - mostRows]);
    expect(new Set([...first, ...second]).size).toBe(documents);
    await page.locator('.breadcrumbs a').last().click();
    await page.waitForURL('**/documents/');
  });

  test('is filtered as a whole from any of its pages', async () => {
    await open('/documents/page-2/');
    const last = (await numbers()).at(-1)!;
    await open('/documents/');
    const [first] = await numbers();
    for (const [path, number] of [
      ['/documents/page-2/', first],
      ['/documents/', last],
    ]) {
      await open(path!);
      expect(await count()).toBe(`${documents} / ${documents}`);
      await page.locator('[data-filter] input').fill(number!);
      await page.locator('main tbody tr', { hasText: number! }).waitFor();
      expect(await numbers()).toEqual([number]);
      expect(await count()).toBe(`1 / ${documents}`);
    }
    expect(await page.locator('[data-row-pages]').isVisible()).toBe(false);
    await page.locator('[data-filter] input').fill('');
    expect(await numbers()).toHaveLength(mostRows);
    expect(await page.locator('[data-row-pages]').isVisible()).toBe(true);
  });

  test('shows no more rows at once than a page holds', async () => {
    await open('/documents/page-2/?text=BN');
    await page.locator('[data-filter] output', { hasText: `${documents} / ${documents}` }).waitFor();
    expect(await numbers()).toHaveLength(mostRows);
  });
});

test('a filter that cannot load the other pages says so, and tries again', async () => {
  await open('/documents/page-2/');
  const own = (await numbers()).length;
  await page.route('**/documents/', (route) => route.abort());
  await page.locator('[data-filter] input').fill('BN');
  await page.locator('[data-filter] output', { hasText: '只筛选了本页' }).waitFor();
  expect(await numbers()).toHaveLength(own);
  await page.unroute('**/documents/');
  await page.locator('[data-filter] input').fill('BN-');
  await page.locator('[data-filter] output', { hasText: `${documents} / ${documents}` }).waitFor();
});

test('other long lists lead from page to page, too', async () => {
  await open('/in-force/page-2/');
  expect(await numbers()).toHaveLength(documents - mostRows);
  await open('/processes/');
  const onFirst = (await numbers()).length;
  expect(await page.locator('#inside, #outside').count()).toBe(2);
  await page.locator('[data-row-pages] a', { hasText: '第 2 页' }).click();
  await page.waitForURL('**/processes/page-2/');
  expect(onFirst).toBe(mostRows);
  expect((await numbers()).length).toBeGreaterThan(0);
  expect(await page.locator('#inside').count()).toBe(0);
});

test('what was in force on a day is shown up to a page, and then as a whole', async () => {
  await open(`/in-force/?on=${asOf}`);
  await page.locator('[data-show-all]').click();
  expect(await numbers()).toHaveLength(documents);
  expect(await page.locator('[data-show-all]').isVisible()).toBe(false);
});
