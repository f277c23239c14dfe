/** The site as a whole: theme, search, widths, and what the browser complains of. */
import { afterEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { handbook, pageTypes, useSite } from './site.ts';

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
