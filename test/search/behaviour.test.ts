/** How search behaves in a browser: keys, input methods, what is shown while and after one types, and when it fails. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { serveSite, startBrowser, type SiteServer } from '../site/browser.ts';

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

/** Waits until the results of a query are complete. */
async function complete(results: Locator, query: string): Promise<void> {
  await results.and(page.locator(`[data-query=${JSON.stringify(query)}]`)).waitFor({ state: 'attached' });
}

describe('dialog', () => {
  let input: Locator;
  let results: Locator;

  beforeEach(async () => {
    await page.goto(`${site.origin}/`);
    await page.keyboard.press('/');
    input = page.locator('dialog[data-search] input');
    results = page.locator('[data-search-results]');
    await input.waitFor();
  });

  test('the slash opens it with the cursor in the field, Escape closes it', async () => {
    await page.keyboard.type('b-21');
    expect(await input.inputValue()).toBe('b-21');
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog[data-search]').isVisible()).toBe(false);
  });

  test('Enter opens the first result, even before the results are complete', async () => {
    await page.keyboard.type('变更管理程序');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/documents/hc-itsm-b-18/');
  });

  test('arrow keys walk through the results and back to the field', async () => {
    await page.keyboard.type('变更');
    await complete(results, '变更');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await focusedPlace()).toBe(1);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await input.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('titles are shown before the full text has come, and a result that has the focus keeps it', async () => {
    let letGo = () => {};
    const held = new Promise<void>((done) => (letGo = done));
    await page.route('**/pagefind/**', async (route) => {
      await held;
      await route.continue();
    });
    await page.keyboard.type('变更管理程序');
    await results.locator('li[data-target="HC-ITSM-B-18"]').waitFor();
    expect(await results.getAttribute('aria-busy')).toBe('true');
    await page.keyboard.press('ArrowDown');
    letGo();
    await complete(results, '变更管理程序');
    expect(await results.getAttribute('aria-busy')).toBe('false');
    expect(await focusedPlace()).toBe(0);
  });

  test('nothing is searched while an input method is composing', async () => {
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: 'biangeng', selectionStart: 8, selectionEnd: 8 });
    await page.waitForTimeout(400);
    expect(await results.textContent()).toBe('');
    await session.send('Input.insertText', { text: '变更管理' });
    await complete(results, '变更管理');
    expect(await results.locator('li').first().getAttribute('data-target')).toBe('HC-ITSM-B-18');
  });

  test('a result on the page that is open closes it', async () => {
    await page.goto(`${site.origin}/documents/hc-itsm-b-18/`);
    await page.keyboard.press('/');
    await page.locator('dialog[data-search]').waitFor();
    await page.keyboard.type('变更管理程序');
    await page.keyboard.press('Enter');
    await page.locator('dialog[data-search]').waitFor({ state: 'hidden' });
  });

  async function focusedPlace(): Promise<number> {
    return results.locator('li > a').evaluateAll((links) => links.findIndex((link) => link === document.activeElement));
  }
});

describe('page', () => {
  const results = () => page.locator('[data-search-page-results]');
  const targets = () =>
    results()
      .locator('li')
      .evaluateAll((items) => items.map((item) => item.getAttribute('data-target')));

  async function search(query: string, path = '/search/'): Promise<void> {
    await page.goto(`${site.origin}${path}?q=${encodeURIComponent(query)}`);
    await complete(results(), query);
  }

  test('says so if nothing is found', async () => {
    await search('年会抽奖');
    expect(await results().textContent()).toContain('没有找到');
  });

  test('keeps the query in the address', async () => {
    await search('变更');
    await page.locator('[data-search-page] input').fill('事件');
    await complete(results(), '事件');
    expect(new URL(page.url()).searchParams.get('q')).toBe('事件');
  });

  test('says so if nothing could be loaded', async () => {
    await page.route('**/search-targets.json', (route) => route.abort());
    await search('变更');
    expect(await results().textContent()).toContain('搜索索引无法载入');
  });

  test('shows titles if only the full text could not be loaded', async () => {
    await page.route('**/pagefind/**', (route) => route.abort());
    await search('变更管理程序');
    expect(await results().textContent()).toContain('搜索索引无法载入');
    expect((await targets())[0]).toBe('HC-ITSM-B-18');
  });

  test('excerpts mark what was found and show neither keywords nor spaces between Chinese words', async () => {
    await search('先用临时措施恢复服务');
    const excerpt = results().locator('li[data-target="HC-ITSM-B-21"] p');
    expect(await excerpt.locator('mark').first().textContent()).toBe('先用临时措施恢复服务');
    await search('变更');
    const texts = await results().locator('li p').allTextContents();
    expect(texts.length).toBeGreaterThan(5);
    for (const text of texts) {
      expect(text).not.toMatch(/\u200b|<|冻结期 CAB/);
      expect(text.match(/[\u4e00-\u9fff] [\u4e00-\u9fff] [\u4e00-\u9fff]/)).toBeNull();
    }
  });

  test('the manual stands once, with the section that answers', async () => {
    await search('管理者代表任命书');
    const found = await targets();
    expect(found.filter((target) => target === 'HC-ITSM-A-01')).toHaveLength(1);
    const link = results().locator('li[data-target="HC-ITSM-A-01"] > a');
    expect(await link.getAttribute('href')).toMatch(/^\/documents\/hc-itsm-a-01\/0\.4\//);
  });

  test('a word for which the glossary prefers another one is answered with that one', async () => {
    await search('供货商');
    expect(await results().locator('.search-state').textContent()).toContain('供应商');
  });

  test('finds Chinese texts from the English interface', async () => {
    await search('先用临时措施恢复服务', '/en/search/');
    expect((await targets())[0]).toBe('HC-ITSM-B-21');
  });

  test('stays in the language of the interface', async () => {
    await search('change management', '/en/search/');
    const first = results().locator('li[data-target="HC-ITSM-B-18"] > a');
    expect(await first.getAttribute('href')).toMatch(/^\/en\/documents\/hc-itsm-b-18\//);
    expect(await first.locator('.result-title').textContent()).toBe('Change management');
  });
});
