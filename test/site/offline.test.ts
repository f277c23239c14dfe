/** A copy of the site that is opened from a folder, in a real browser over file://. */
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { makeOffline, offlinePage } from '../../scripts/offline.ts';
import { listFiles } from '../../src/handbook/read-folder.ts';
import { startBrowser } from './browser.ts';
import { dist } from './site.ts';

let folder: string;
let browser: Browser;
let page: Page;
let complaints: string[] = [];

beforeAll(async () => {
  // A blank and a sign with a meaning in addresses: people keep such copies anywhere.
  folder = join(mkdtempSync(join(tmpdir(), 'offline-')), '手册 #1');
  cpSync(dist, folder, { recursive: true, filter: (source) => !source.includes('pagefind') });
  await makeOffline(folder);
  browser = await startBrowser();
  page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  page.setDefaultTimeout(10_000);
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
}, 120_000);

afterAll(async () => {
  await browser?.close();
  rmSync(dirname(folder), { recursive: true, force: true });
});

afterEach(() => {
  expect(complaints).toEqual([]);
  complaints = [];
});

/** Opens a file of the copy. */
async function open(file: string, rest = ''): Promise<void> {
  await page.goto(pathToFileURL(join(folder, file)).href + rest);
}

/** The file that is open, and what stands behind it. */
function opened(): string {
  return page.url().replace(`${pathToFileURL(folder).href}/`, '');
}

test('every link of every page leads to a file of the copy', () => {
  const broken: string[] = [];
  const files = new Set(listFiles(folder));
  const pages = [...files].filter((file) => file.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(600);
  for (const file of pages) {
    const html = readFileSync(join(folder, file), 'utf8');
    for (const [, address = ''] of html.matchAll(/<[a-z][^>]*\s(?:href|src|action)="([^"]*)"/g)) {
      if (/^(?:#|[a-z]+:)/.test(address)) continue;
      const target = resolve('/', dirname(file), decodeURIComponent(address.replace(/[?#].*$/s, ''))).slice(1);
      if (address.startsWith('/') || !files.has(target)) broken.push(`${file}: ${address}`);
    }
  }
  expect(broken.slice(0, 10)).toEqual([]);
});

test('one walks from the first page to a procedure and on to its forms; styles and scripts work', async () => {
  await open('index.html');
  await page.getByRole('link', { name: '程序文件' }).first().click();
  await page.getByRole('link', { name: 'HC-ITSM-B-21' }).first().click();
  expect(opened()).toBe('documents/hc-itsm-b-21/index.html');
  expect(await page.locator('.site-header').evaluate((header) => getComputedStyle(header).position)).toBe('sticky');
  await page.locator('[data-theme-switch]').click();
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  await page.locator('.prose a', { hasText: '事件记录单' }).first().click();
  expect(opened()).toMatch(/^documents\/hc-itsm-d-21-01\/index\.html/);
  await page.getByRole('link', { name: 'English' }).click();
  expect(opened()).toBe('en/documents/hc-itsm-d-21-01/index.html');
});

test('a number is found from every page and opened by Enter', async () => {
  await open('clauses/iso20000-1-2018/8.6.1/index.html');
  await page.keyboard.press('/');
  await page.keyboard.type('b-21');
  await page.locator('[data-search] [data-query="b-21"] li a').first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/hc-itsm-b-21/index.html');
  expect(await page.locator('h1').innerText()).toBe('事件管理程序');
});

test('the search page finds titles, lists filters, and says that it does not search texts', async () => {
  await open('search/index.html', `?q=${encodeURIComponent('变更管理')}`);
  const first = page.locator('[data-search-page-results] li a').first();
  await first.waitFor();
  expect(await first.innerText()).toContain('变更管理程序');
  expect(await page.locator('[data-search-page-filters] button, [data-search-page-filters] select').count()).not.toBe(
    0,
  );
  expect(await page.locator('.site-footer').innerText()).toContain('不搜索正文');
  await first.click();
  expect(opened()).toContain('documents/hc-itsm-b-18/index.html');
});

test('my role and the documents in force on a day get their data from files', async () => {
  await open('roles/incident-mgr/index.html');
  await page.getByRole('button', { name: '这是我的角色' }).click();
  await open('my-role/index.html');
  const step = page.locator('[data-list="activities"] tbody td a').first();
  await step.waitFor();
  await step.click();
  expect(opened()).toMatch(/^documents\/[\w-]+\/index\.html#5\./);
  await open('in-force/index.html', '?on=2024-01-01');
  await page.locator('output', { hasText: '2024-01-01' }).waitFor();
  await page.locator('main tbody a').first().click();
  expect(statSync(join(folder, decodeURIComponent(opened().replace(/[?#].*/, '')))).isFile()).toBe(true);
});

test('any two versions are compared', async () => {
  await open('documents/hc-itsm-b-21/history/index.html');
  await page.locator('select[name="before"]').selectOption('A/0');
  await page.locator('select[name="after"]').selectOption('A/2');
  await page.locator('[data-compare] button').click();
  await page.waitForURL('**/compare/index.html?before=a-0&after=a-2');
  await page.locator('.redline ins').first().waitFor();
  expect(await page.locator('[data-fields]').innerText()).toContain('A/0');
});

test('a page keeps its policy, and has no module, no address of a server and no full text', () => {
  const html = readFileSync(join(folder, 'documents/hc-itsm-b-21/index.html'), 'utf8');
  expect(html).toContain("default-src 'none'; script-src 'self'");
  expect(html).not.toMatch(/type="module"|modulepreload|rel="manifest"|data-pagefind=/);
  expect(html.match(/<script/g)).toHaveLength(2);
});

test('addresses within texts and to elsewhere stay as they are', () => {
  const page = offlinePage(
    '<html lang="en"><a title="a > b" href="/x/?q=1#2">href="/x/"</a><a href="https://example.com/">e</a><a href="#2">2</a><img src="/x.svg"></html>',
    'en/y/index.html',
  );
  expect(page).toBe(
    '<html lang="en"><a title="a > b" href="../../x/index.html?q=1#2">href="/x/"</a><a href="https://example.com/">e</a><a href="#2">2</a><img src="../../x.svg"></html>',
  );
});
