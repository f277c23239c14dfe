/** The site as a whole: theme, search, languages, widths, and what the browser complains of. */
import { afterEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { documentOf, handbook, pageTypes, useSite } from './site.ts';

const site = useSite();

afterEach(() => {
  expect(site.complaints()).toEqual([]);
});

const widths = [390, 1440];
const themes = ['light', 'dark'] as const;

/** How far a page is wider than its window, and which element is to blame. */
async function overflow(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return '';
    const widest = [...document.body.querySelectorAll('*')].find(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    return `${scrollWidth - clientWidth} px: ${widest?.outerHTML.slice(0, 120)}`;
  });
}

/** The contrast of the text of an element with what is behind it (WCAG 2.2, 1.4.3). */
async function contrast(page: Page, selector: string): Promise<number> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const luminance = (colour: string) => {
        const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map((value) => {
          const share = Number(value) / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      let behind: Element | null = element;
      while (behind && /, 0\)$|transparent/.test(getComputedStyle(behind).backgroundColor))
        behind = behind.parentElement;
      const back = behind ? getComputedStyle(behind).backgroundColor : 'rgb(255, 255, 255)';
      const [a, b] = [luminance(getComputedStyle(element).color), luminance(back)].sort((x, y) => y - x) as [
        number,
        number,
      ];
      return (a + 0.05) / (b + 0.05);
    });
}

describe.each(['', '/en'])('no page is wider than its window: %s/', (language) => {
  test.each(Object.entries(pageTypes))('%s', async (_type, path) => {
    const page = await site.open(`${language}${path}`);
    const wide: Record<string, string> = {};
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      for (const theme of themes) {
        await page.emulateMedia({ colorScheme: theme });
        const excess = await overflow(page);
        if (excess) wide[`${width} px, ${theme}`] = excess;
      }
    }
    expect(wide).toEqual({});
  });
});

describe.each(themes)('in the %s theme', (theme) => {
  test('text, links and marks can be read', async () => {
    const page = await site.open('/documents/hc-itsm-b-21/');
    await page.emulateMedia({ colorScheme: theme });
    expect(await contrast(page, '.prose p')).toBeGreaterThan(7);
    for (const selector of ['.prose a', 'dl.control dt', '.chip', '.site-nav a', '.site-footer p', 'nav.chapter a']) {
      expect(await contrast(page, selector), selector).toBeGreaterThanOrEqual(4.5);
    }
    await page.goto('/documents/hc-itsm-b-21/versions/a-0/');
    expect(await contrast(page, '.notice')).toBeGreaterThanOrEqual(4.5);
  });
});

describe('on a telephone', () => {
  test('the menu leads to the main places', async () => {
    const page = await site.fresh({ viewport: { width: 390, height: 844 } });
    await page.goto('/documents/hc-itsm-b-21/');
    await page.locator('details.menu summary').click();
    await page.locator('details.menu').getByRole('link', { name: '角色' }).click();
    expect(new URL(page.url()).pathname).toBe('/roles/');
    await page.context().close();
  });

  test('the text of a document begins on the first two screens', async () => {
    const page = await site.fresh({ viewport: { width: 390, height: 844 } });
    await page.goto('/documents/hc-itsm-b-21/');
    expect(
      await page
        .locator('.prose p')
        .first()
        .evaluate((element) => element.getBoundingClientRect().top),
    ).toBeLessThan(2 * 844);
    await page.context().close();
  });
});

describe('the theme', () => {
  const background = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

  test.each(themes)('follows the system (%s) until it is switched, and the choice is kept', async (system) => {
    const page = await site.fresh({ colorScheme: system });
    await page.goto('/');
    const before = await background(page);
    await page.getByRole('button', { name: '切换深浅色' }).click();
    const after = await background(page);
    expect(after).not.toBe(before);
    await page.reload();
    expect(await background(page)).toBe(after);
    await page.goto('/documents/hc-itsm-b-21/');
    expect(await background(page)).toBe(after);
    await page.getByRole('button', { name: '切换深浅色' }).click();
    expect(await background(page)).toBe(before);
    await page.context().close();
  });

  test('is there before the page is painted, also without scripts', async () => {
    const page = await site.fresh({ colorScheme: 'dark', javaScriptEnabled: false });
    await page.goto('/');
    const [r] = (await background(page)).match(/\d+/g) ?? [];
    expect(Number(r)).toBeLessThan(80);
    expect(await page.locator('[data-theme-switch]').isVisible()).toBe(false);
    await page.context().close();
  });
});

describe('search', () => {
  /** The first result in the dialog, once the results of a query are complete. */
  const first = (page: Page, query: string) =>
    page.locator(`dialog [data-search-results][data-query=${JSON.stringify(query)}] li`).first();

  test('opens with / from any page, finds while one types, and closes with Escape', async () => {
    const page = await site.open('/glossary/');
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog', { name: '搜索' });
    await dialog.waitFor({ state: 'visible' });
    await page.keyboard.type('变更管理');
    expect(await first(page, '变更管理').getAttribute('data-target')).toBe('HC-ITSM-B-18');
    await page.keyboard.press('Escape');
    expect(await dialog.isVisible()).toBe(false);
    expect(new URL(page.url()).pathname).toBe('/glossary/');
  });

  test.each([
    ['变更管理', 'HC-ITSM-B-18', '/documents/hc-itsm-b-18/'],
    ['HC-ITSM-B-18', 'HC-ITSM-B-18', '/documents/hc-itsm-b-18/'],
    ['8.6.1', 'HC-ITSM-B-21|clause:8.6.1', ''],
  ])('“%s” leads to the right page first', async (query, target, path) => {
    const page = await site.open(`/search/?q=${encodeURIComponent(query)}`);
    const results = page.locator(`[data-search-page-results][data-query=${JSON.stringify(query)}] li`);
    await results.first().waitFor();
    expect(target.split('|')).toContain(await results.first().getAttribute('data-target'));
    await results.first().locator(':scope > a').click();
    await page.waitForURL((url) => !url.pathname.startsWith('/search'));
    expect(new URL(page.url()).pathname).toContain(path);
  });

  test('a result has its title, number, kind and the passage that answers', async () => {
    const page = await site.open(`/search/?q=${encodeURIComponent('重大事件通报')}`);
    const result = page.locator('[data-search-page-results][data-query] li[data-target="HC-ITSM-B-21"]');
    await result.waitFor();
    const text = await result.innerText();
    for (const word of ['事件管理程序', 'HC-ITSM-B-21', '程序文件']) expect(text).toContain(word);
    expect(await result.locator('mark').count()).toBeGreaterThan(0);
  });

  test('does not open while one types a / into a field, and opens there with Ctrl+K', async () => {
    const page = await site.open('/documents/');
    await page.locator('[data-filter] input').click();
    await page.keyboard.type('A/2');
    expect(await page.locator('[data-filter] input').inputValue()).toBe('A/2');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: '搜索' }).waitFor({ state: 'visible' });
  });

  test('is worked with the keyboard alone', async () => {
    const page = await site.open('/');
    await page.keyboard.press('/');
    await page.getByRole('dialog', { name: '搜索' }).waitFor({ state: 'visible' });
    await page.keyboard.type('HC-ITSM-B-18');
    await first(page, 'HC-ITSM-B-18').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/documents/hc-itsm-b-18/**');
  });

  test('says so when there is nothing', async () => {
    const page = await site.open(`/search/?q=${encodeURIComponent('HC-ITSM-B-99')}`);
    const results = page.locator('[data-search-page-results][data-query="HC-ITSM-B-99"]');
    await results.waitFor();
    expect(await results.innerText()).toContain('没有找到');
    expect(await results.locator('li').count()).toBe(0);
  });

  test('knows texts in force only', async () => {
    const page = await site.open('/');
    // As a text, because Vitest rewrites `import()` in functions. `null` asks for every page.
    const urls = await page.evaluate<string[]>(`(async () => {
      const pagefind = await import('/pagefind/pagefind.js');
      const { results } = await pagefind.search(null);
      return Promise.all(results.map(async (result) => (await result.data()).url));
    })()`);
    const documents = urls.filter((url) => url.startsWith('/documents/'));
    const known = new Set([...handbook.documents.keys()].map((number) => number.toLowerCase()));
    expect(documents.length).toBeGreaterThanOrEqual(known.size);
    expect(documents.filter((url) => !known.has(url.split('/')[2]!))).toEqual([]);
    expect(urls.filter((url) => /\/(?:versions|compare|history)\//.test(url))).toEqual([]);
  });
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
