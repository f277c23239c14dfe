/** How search behaves in a browser: keys, input methods, what is shown while and after one types, and when it fails. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
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

  test('Home and End go to the first and the last result, a letter goes on in the field', async () => {
    await page.keyboard.type('变更');
    await complete(results, '变更');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    const links = results.locator('li > a');
    expect(await links.last().evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Home');
    expect(await focusedPlace()).toBe(0);
    await page.keyboard.press('x');
    expect(await input.inputValue()).toBe('变更x');
  });

  test('a kind narrows the results, by keyboard, and the page goes on with it', async () => {
    await page.keyboard.type('变更');
    await complete(results, '变更');
    const forms = page.locator('dialog [data-search-filters] button[data-value="form"]');
    // More texts speak of changes than are read: what is counted is the least there is.
    expect(await forms.locator('span').textContent()).toMatch(/^\d+\+$/);
    await forms.focus();
    await page.keyboard.press('Space');
    await expect.poll(() => targetsIn(results)).not.toContain('HC-ITSM-B-18');
    expect((await targetsIn(results)).every((target) => target?.startsWith('HC-ITSM-D-'))).toBe(true);
    expect(await forms.getAttribute('aria-pressed')).toBe('true');
    await results.and(page.locator('[aria-busy="false"]')).waitFor();
    await page.locator('dialog [data-search-more]').click();
    await page.waitForURL((url) => url.pathname === '/search/' && url.searchParams.get('kind') === 'form');
    expect(new URL(page.url()).searchParams.get('q')).toBe('变更');
  });

  test('the number of results is announced once they are complete', async () => {
    await page.keyboard.type('变更');
    await complete(results, '变更');
    expect(await page.locator('dialog [role="status"]').textContent()).toMatch(/^找到 \d+\+ 条结果$/);
  });

  test('keeps its place and height while results come and go', async () => {
    const box = () => page.locator('dialog[data-search]').boundingBox();
    const empty = await box();
    await page.keyboard.type('变更');
    await complete(results, '变更');
    expect(await box()).toEqual(empty);
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
    let letGo = () => {};
    const held = new Promise<void>((done) => (letGo = done));
    await page.route('**/search-targets.json', async (route) => {
      await held;
      await route.continue();
    });
    await page.reload();
    await page.keyboard.press('/');
    await input.waitFor();
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: 'biangeng', selectionStart: 8, selectionEnd: 8 });
    // The filters come after that, and ask for what stands in the field.
    letGo();
    await page.locator('dialog [data-search-filters] button').first().waitFor();
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

  test('Enter at the end of a composition does not leave the page', async () => {
    await page.keyboard.type('变更管理程序');
    await complete(results, '变更管理程序');
    // As Safari tells of it: after the composition, with the code of a key that an input method has taken.
    const taken = await input.evaluate((field) => {
      const options = { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true };
      return !field.dispatchEvent(new KeyboardEvent('keydown', options));
    });
    expect(taken).toBe(true);
  });

  async function focusedPlace(): Promise<number> {
    return results.locator('li > a').evaluateAll((links) => links.findIndex((link) => link === document.activeElement));
  }
});

describe('page', () => {
  const results = () => page.locator('[data-search-page-results]');
  const targets = () => targetsIn(results());

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
    await page.locator('[data-search-page] input[name="q"]').fill('事件');
    await complete(results(), '事件');
    expect(new URL(page.url()).searchParams.get('q')).toBe('事件');
  });

  test('says so if nothing could be loaded', async () => {
    await page.route('**/search-targets.json', (route) => route.abort());
    await search('变更');
    expect(await results().textContent()).toContain('搜索索引无法载入');
  });

  test('says so if its own texts could not be loaded', async () => {
    await page.route('**/search-words.json', (route) => route.abort());
    await page.goto(`${site.origin}/search/?q=变更`);
    await expect.poll(() => results().textContent()).toContain('搜索索引无法载入');
    await page.goto(`${site.origin}/`);
    await page.keyboard.press('/');
    await page.locator('dialog[data-search] input').fill('变更');
    await expect.poll(() => page.locator('[data-search-results]').textContent()).toContain('搜索索引无法载入');
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

  test.each([
    ['B-21', '/documents/hc-itsm-b-21/'],
    ['Ｂ－21', '/documents/hc-itsm-b-21/'],
    ['d-18-01', '/documents/hc-itsm-d-18-01/'],
    ['第8.6.1条', '/clauses/iso20000-1-2018/8.6.1/'],
    ['map-01', '/checks/map-01/'],
  ])('Enter goes straight to the page of %s', async (number, path) => {
    await page.goto(`${site.origin}/search/`);
    await page.locator('[data-search-page] input[name="q"]').fill(number);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${path}`);
  });

  test('Enter stays where words have several answers', async () => {
    await search('变更');
    await page.locator('[data-search-page] input[name="q"]').press('Enter');
    await page.waitForTimeout(200);
    expect(new URL(page.url()).pathname).toBe('/search/');
  });

  test('shows other words that were searched, both ways', async () => {
    await search('事故');
    expect(await results().locator('.search-state').first().textContent()).toMatch(/^也搜索了：.*事件/);
    await search('服务级别协议');
    expect(await results().locator('.search-state').first().textContent()).toMatch(/^也搜索了：.*SLA/);
  });

  test('offers the spelling that was meant', async () => {
    await search('配制管理');
    const suggestion = results().getByRole('button', { name: '配置管理' });
    await suggestion.click();
    await complete(results(), '配置管理');
    expect(await targets()).toContain('HC-ITSM-B-12');
  });

  test('further sections stand below a result, each with its own address', async () => {
    await search('可用性');
    const sections = results().locator('ol > li ul a');
    expect(await sections.count()).toBeGreaterThan(3);
    const addresses = await sections.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).hash));
    expect(addresses.filter((hash) => hash === '')).toEqual([]);
  });

  test('is no dead end: near numbers, the one who keeps the documents, old versions', async () => {
    await search('HC-ITSM-B-99');
    expect(await targets()).toEqual([]);
    const links = await results()
      .locator('a')
      .evaluateAll((anchors) => anchors.map((anchor) => (anchor as HTMLAnchorElement).pathname));
    expect(links.some((path) => path.startsWith('/documents/hc-itsm-b-'))).toBe(true);
    expect(links).toContain('/roles/doc-controller/');
    expect(await results().getByRole('button', { name: '包括历史版本' }).count()).toBe(1);
  });
});
