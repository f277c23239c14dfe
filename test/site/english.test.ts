/** The English interface: what of it is Chinese, and the way to translations and back. */
import { afterEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { documentOf, handbook, pageTypes, useSite } from './site.ts';

const site = useSite();

afterEach(() => {
  expect(site.complaints()).toEqual([]);
});

describe('the English interface', () => {
  /** Chinese that is not marked as Chinese, by the place where it stands. */
  const chineseInEnglish = (page: Page) =>
    page.evaluate(() => {
      const found: string[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement!;
        if (parent.closest('[lang]')?.getAttribute('lang') !== 'en' || !/\p{Script=Han}/u.test(node.textContent ?? ''))
          continue;
        found.push(`${parent.tagName.toLowerCase()}: ${node.textContent?.trim().slice(0, 40)}`);
      }
      return found;
    });

  test.each(Object.entries(pageTypes))('%s: headings, labels and navigation are English', async (_type, path) => {
    const page = await site.open(`/en${path}`);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    const chrome = [
      '.site-header',
      '.site-footer',
      '.breadcrumbs',
      'thead th',
      'dl.control dt',
      '.chips',
      'h1',
      'form',
    ];
    const mixed: string[] = [];
    for (const selector of chrome) {
      const texts = await page.locator(`${selector}:not([lang="zh-CN"] *)`).evaluateAll((all) =>
        all.map((element) => {
          const copy = element.cloneNode(true) as Element;
          for (const other of copy.querySelectorAll('[lang="zh-CN"]')) other.remove();
          return copy.textContent ?? '';
        }),
      );
      mixed.push(
        ...texts
          .filter((text) => /[\p{Script=Han}，。：；！？（）《》、　]/u.test(text))
          .map((text) => `${selector}: ${text.trim()}`),
      );
    }
    expect(mixed).toEqual([]);
  });

  test.each(Object.entries(pageTypes))('%s: what is Chinese is marked as Chinese', async (_type, path) => {
    expect(await chineseInEnglish(await site.open(`/en${path}`))).toEqual([]);
  });

  test.each([['/'], ['/roles/'], ['/departments/'], ['/coverage/'], ['/matrix/'], ['/documents/']])(
    '%s is English throughout',
    async (path) => {
      const page = await site.open(`/en${path}`);
      const chinese = await page
        .locator('main [lang="zh-CN"]')
        .evaluateAll((all) => all.map((element) => element.textContent ?? ''));
      expect(chinese.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
    },
  );

  test('marks the text of a Chinese document as Chinese', async () => {
    const page = await site.open('/en/documents/hc-itsm-b-20/');
    expect(await page.locator('h1').innerText()).toBe(documentOf('HC-ITSM-B-20').data.title.en);
    expect(await page.locator('.prose').getAttribute('lang')).toBe('zh-CN');
    expect(await page.locator('.prose p').first().innerText()).toMatch(/\p{Script=Han}/u);
  });

  test('shows a translation where there is one, says of which version, and leads to the original', async () => {
    const [number, [translation]] = [...handbook.translations][0]!;
    const path = `/documents/${number.toLowerCase()}/`;
    const page = await site.open(`/en${path}`);
    expect(await page.locator('.prose').getAttribute('lang')).toBe('en');
    expect(await page.locator('.prose p').first().innerText()).not.toMatch(/\p{Script=Han}/u);
    expect(await page.locator('.notice').innerText()).toContain(translation!.data.version);
    await page.locator('.notice a').click();
    expect(new URL(page.url()).pathname).toBe(path);
  });

  test('says of a document without translation that there is only the original, before its text', async () => {
    for (const path of ['/documents/hc-itsm-b-18/', '/documents/hc-itsm-d-21-01/', '/documents/hc-itsm-a-01/8.6/']) {
      const page = await site.open(`/en${path}`);
      expect(await page.locator(':is(.document-header, .control) + .notice').innerText()).toContain('in Chinese only');
      await page.goto(path);
      expect(await page.locator('main .notice').count()).toBe(0);
    }
  });

  test('leads from a version to its translation', async () => {
    const [number, [translation]] = [...handbook.translations].at(-1)!;
    const version = translation!.data.version.toLowerCase().replace('/', '-');
    const path = `/en/documents/${number.toLowerCase()}/`;
    const page = await site.open(`${path}versions/${version}/`);
    await page.getByRole('link', { name: 'Show the translation' }).click();
    expect(new URL(page.url()).pathname).toBe(path);
  });

  test.each([['/documents/hc-itsm-b-21/'], ['/clauses/iso20000-1-2018/8.6.1/'], ['/coverage/']])(
    'is one click from %s and back',
    async (path) => {
      const page = await site.open(path);
      await page.getByRole('link', { name: 'English' }).click();
      expect(new URL(page.url()).pathname).toBe(`/en${path}`);
      await page.getByRole('link', { name: '中文' }).click();
      expect(new URL(page.url()).pathname).toBe(path);
    },
  );

  test('stays English from page to page', async () => {
    const page = await site.open('/en/clauses/iso20000-1-2018/8.6.1/');
    await page.getByRole('link', { name: 'HC-ITSM-B-21' }).first().click();
    await page.locator('dl.control a').first().click();
    await page.locator('main a[href*="/documents/"]').first().click();
    expect(new URL(page.url()).pathname).toMatch(/^\/en\/documents\//);
  });
});
