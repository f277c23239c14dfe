/** On a closed network, and below a path of a server: no request leaves the site, and everything is found where it is. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listFiles } from '../../src/handbook/read-folder.ts';
import { handbook as run, removeCache } from '../commands/handbook-command.ts';
import { asOf, tinyHandbook } from '../fixtures/tiny-handbook.ts';
import { serveSite, startBrowser, type SiteServer } from './browser.ts';
import { allPages, dist, htmlOf, pageTypes, useSite } from './site.ts';

describe('the sample', () => {
  const site = useSite();

  test('asks no other host, on any type of page and while searching', async () => {
    const page = await site.fresh();
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== site.origin()) elsewhere.push(request.url());
    });
    for (const path of Object.values(pageTypes)) await page.goto(path, { waitUntil: 'load' });
    await page.goto(`/search/?q=${encodeURIComponent('变更管理')}`);
    await page.locator('[data-search-page-results][data-query] li').first().waitFor();
    expect(elsewhere).toEqual([]);
    expect(site.complaints()).toEqual([]);
    await page.context().close();
  });

  test('names its scripts and styles by their content', () => {
    const files = listFiles(dist).filter((file) => /^assets\/.*\.(?:js|css)$/.test(file));
    expect(files.length).toBeGreaterThan(3);
    expect(files.filter((file) => !/[.-][\w-]{8}\.(?:js|css)$/.test(file))).toEqual([]);
  });

  test('has titles for links in chats, and nothing for search engines', () => {
    for (const [path, html] of allPages()) {
      expect(html, path).toMatch(/<meta property="og:title" content="[^"]+">/);
      expect(html, path).toContain('<meta name="robots" content="noindex, nofollow">');
      // Nobody has said where the site will stand.
      expect(html, path).not.toContain('rel="canonical"');
    }
    expect(readFileSync(join(dist, 'robots.txt'), 'utf8')).toBe('User-agent: *\nDisallow: /\n');
    expect(listFiles(dist)).not.toContain('sitemap.xml');
  });

  test('has a web manifest with icons that are there', () => {
    const manifest = JSON.parse(readFileSync(join(dist, 'handbook.webmanifest'), 'utf8')) as {
      name: string;
      start_url: string;
      icons: { src: string; sizes: string }[];
    };
    expect(manifest.name).toBe('服务管理体系手册库');
    expect(manifest.start_url).toBe('/');
    for (const { src, sizes } of manifest.icons) {
      const icon = readFileSync(join(dist, src));
      // The size in the head of a PNG.
      if (src.endsWith('.png')) expect(`${icon.readUInt32BE(16)}x${icon.readUInt32BE(20)}`).toBe(sizes);
    }
    expect(htmlOf('/')).toContain('<link rel="manifest" href="/handbook.webmanifest">');
  });
});

describe('a site below a path', () => {
  let folder: string;
  let browser: Browser;
  let server: SiteServer;
  const content = tinyHandbook();
  const out = () => join(folder, 'docs/handbook');
  const build = (...words: string[]) => run('build', '--content', content, '--as-of', asOf, ...words);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'below-'));
    const built = await build('--base', '/docs/handbook', '--site', 'https://example.com', '--out', out());
    expect(built.code, built.stdout + built.stderr).toBe(0);
    // The folder above it is what the server serves: an address without the path leads nowhere.
    server = await serveSite(folder);
    browser = await startBrowser();
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    removeCache(content, out());
    rmSync(folder, { recursive: true, force: true });
  });

  test('works: links, styles, scripts, search, languages', async () => {
    const page = await browser.newPage({ baseURL: server.origin });
    const wrong: string[] = [];
    page.on('response', (response) => {
      if (response.status() >= 400) wrong.push(`${response.status()} ${response.url()}`);
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(`${server.origin}/docs/handbook/`)) wrong.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error') wrong.push(message.text());
    });
    await page.goto('/docs/handbook/');
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('.site-header')!).position)).toBe(
      'sticky',
    );
    await page.keyboard.press('/');
    await page.locator('dialog[data-search][open]').waitFor();
    await page.keyboard.type('B-02');
    await page.locator('dialog [data-search-results][data-query="B-02"] li').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/docs/handbook/documents/st-b-02/**');
    await page.getByRole('link', { name: 'English' }).click();
    await page.waitForURL('**/docs/handbook/en/documents/st-b-02/**');
    await page.locator('.breadcrumbs a').first().click();
    await page.waitForURL('**/docs/handbook/en/');
    expect(wrong).toEqual([]);
  });

  test('has a sitemap of what is current, and canonical addresses', () => {
    const site = out();
    const addresses = [...readFileSync(join(site, 'sitemap.xml'), 'utf8').matchAll(/<loc>([^<]+)<\/loc>/g)].map(
      ([, address]) => address!,
    );
    expect(addresses).toContain('https://example.com/docs/handbook/documents/st-b-02/');
    expect(addresses.filter((address) => !address.startsWith('https://example.com/docs/handbook/'))).toEqual([]);
    expect(addresses.filter((address) => /\/(?:versions|compare|history)\//.test(address))).toEqual([]);
    expect(readFileSync(join(site, 'documents/st-b-02/index.html'), 'utf8')).toContain(
      '<link rel="canonical" href="https://example.com/docs/handbook/documents/st-b-02/">',
    );
    // A listed page is a page that is there.
    for (const address of addresses) {
      const path = decodeURI(address.slice('https://example.com/docs/handbook/'.length));
      expect(listFiles(dirname(join(site, path, 'index.html')))).toContain('index.html');
    }
  });

  test.each([['example.com'], ['https://example.com/handbook'], ['ftp://example.com']])(
    'is not built for an address that is none: %s',
    async (address) => {
      const built = await build('--site', address, '--out', join(folder, 'never'));
      expect(built.code).toBe(2);
      expect(built.stderr).toContain(address);
    },
  );
});
