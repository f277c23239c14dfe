/** Every way through the site by keyboard alone, on small and enlarged windows, and without scripts. */
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { pageTypes, useSite } from './site.ts';

const site = useSite();

afterEach(() => {
  expect(site.complaints()).toEqual([]);
});

/** What has the focus: its text or label, and whether its focus can be seen. */
async function focused(page: Page): Promise<{ name: string; isVisible: boolean; isOutlined: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const { width, height } = element.getBoundingClientRect();
    return {
      name: (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim(),
      isVisible: width > 0 && height > 0,
      isOutlined: parseFloat(getComputedStyle(element).outlineWidth) >= 2,
    };
  });
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

describe('the focus', () => {
  test('begins with the link to the content, which leads there', async () => {
    const page = await site.open('/documents/hc-itsm-b-21/');
    await press(page, 'Tab');
    expect(await focused(page)).toMatchObject({ name: '跳到正文', isVisible: true, isOutlined: true });
    await press(page, 'Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    await press(page, 'Tab');
    expect((await focused(page)).name).toBe('首页');
  });

  test('goes through the header in the order in which it is read, and is always seen', async () => {
    const page = await site.open('/documents/hc-itsm-b-21/');
    const inHeader = await page
      .locator('.site-header :is(a, button, summary):visible')
      .evaluateAll((all) => all.map((element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim()));
    expect(inHeader.length).toBeGreaterThan(6);
    await press(page, 'Tab');
    for (const name of inHeader) {
      await press(page, 'Tab');
      const state = await focused(page);
      expect(state).toMatchObject({ isVisible: true, isOutlined: true });
      if (name) expect(state.name).toBe(name);
    }
  });

  test.each([
    ['procedure', '/documents/hc-itsm-b-21/'],
    ['register of documents', '/documents/'],
    ['home', '/'],
  ])('is never lost and never hidden on the way through: %s', async (_type, path) => {
    const page = await site.fresh({ viewport: { width: 1024, height: 700 } });
    await page.goto(path);
    const unseen: string[] = [];
    for (let step = 0; step < 60; step += 1) {
      await press(page, 'Tab');
      const { name, isVisible, isOutlined } = await focused(page);
      if (!isVisible || !isOutlined) unseen.push(name);
      // What has the focus must not lie below the header, which stays at the top (WCAG 2.2, 2.4.11).
      const isCovered = await page.evaluate(() => {
        const element = document.activeElement!;
        const header = document.querySelector('.site-header')!;
        if (header.contains(element) || element.closest('.skip')) return false;
        return element.getBoundingClientRect().bottom <= header.getBoundingClientRect().bottom;
      });
      if (isCovered) unseen.push(`${name}: below the header`);
    }
    expect(unseen).toEqual([]);
    await page.context().close();
  });
});

describe('the search dialog', () => {
  test('opens from its button, keeps the focus, closes with Escape and gives the focus back', async () => {
    const page = await site.open('/glossary/');
    const opener = page.locator('.site-header [data-search-open]');
    await opener.focus();
    await press(page, 'Enter');
    await page.locator('dialog[data-search][open]').waitFor();
    await page.keyboard.type('变更');
    await page.locator('dialog [data-search-results][data-query="变更"] li').first().waitFor();
    for (let step = 0; step < 40; step += 1) {
      await press(page, 'Tab');
      // Between the last and the first element the focus is on the window of the browser.
      const isInside = await page.evaluate(
        () => document.activeElement === document.body || !!document.activeElement?.closest('dialog[data-search]'),
      );
      expect(isInside).toBe(true);
    }
    await press(page, 'Escape');
    await expect.poll(() => page.locator('dialog[data-search]').isVisible()).toBe(false);
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('tells in one line how many results there are, and does not read out the list', async () => {
    const page = await site.open('/');
    await press(page, '/');
    await page.locator('dialog[data-search][open]').waitFor();
    await page.keyboard.type('变更管理');
    await page.locator('dialog [data-search-results][data-query="变更管理"] li').first().waitFor();
    await expect.poll(() => page.locator('dialog [role="status"]').first().innerText()).toMatch(/\d/);
    expect(await page.locator('[data-search-results]').first().getAttribute('aria-live')).toBeNull();
    await press(page, 'Escape');
  });
});

test('the menu on a telephone opens, leads on and closes by keyboard', async () => {
  const page = await site.fresh({ viewport: { width: 390, height: 844 } });
  await page.goto('/documents/hc-itsm-b-21/');
  await page.locator('details.menu summary').focus();
  await press(page, 'Enter');
  const isOpen = () => page.locator('details.menu a').last().isVisible();
  await expect.poll(isOpen).toBe(true);
  await press(page, 'Escape');
  await expect.poll(isOpen).toBe(false);
  expect(await page.locator('details.menu summary').evaluate((item) => item === document.activeElement)).toBe(true);
  await press(page, 'Enter', 'Tab', 'Enter');
  await page.waitForURL((url) => url.pathname !== '/documents/hc-itsm-b-21/');
  await page.context().close();
});

test('a wide table can be scrolled by keyboard', async () => {
  const page = await site.fresh({ viewport: { width: 390, height: 844 } });
  await page.goto('/matrix/');
  const matrix = page.locator('.matrix');
  await matrix.focus();
  await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight');
  await expect.poll(() => matrix.evaluate((element) => element.scrollLeft)).toBeGreaterThan(30);
  await page.context().close();
});

test('the theme is switched by keyboard', async () => {
  const page = await site.fresh();
  await page.goto('/');
  await page.locator('[data-theme-switch]').focus();
  await press(page, 'Enter');
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  await press(page, 'Space');
  expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
  await page.context().close();
});

test('a diagram is told in words, and seen large, zoomed and moved by keyboard', async () => {
  const page = await site.fresh({ viewport: { width: 390, height: 844 } });
  await page.goto('/documents/hc-itsm-b-21/');
  const diagram = page.getByRole('img', { name: '事件管理流程' });
  const description = await diagram.locator('desc').textContent();
  expect(description).toContain('5.1 受理与记录（服务台主管） → 5.2 分类与优先级判定（服务台主管）');
  expect(description).toContain('疑似重大事件？（是） → 5.5 重大事件处理');
  const button = page.locator('.diagram-frame button');
  await button.waitFor();
  const heightBefore = await page.evaluate(() => document.documentElement.scrollHeight);
  await button.focus();
  await press(page, 'Enter');
  const svg = page.locator('dialog[data-diagrams] svg');
  const width = () => svg.evaluate((element) => element.getBoundingClientRect().width);
  await svg.waitFor();
  const first = await width();
  await press(page, '+', '+');
  await expect.poll(width).toBeGreaterThan(first * 1.5);
  await press(page, 'ArrowRight', 'ArrowRight');
  await expect.poll(() => page.locator('.diagram-view').evaluate((element) => element.scrollLeft)).toBeGreaterThan(30);
  await press(page, '0');
  await expect.poll(width).toBeLessThan(390);
  await press(page, 'Escape');
  // The browser tells of the closing a moment later.
  await page.locator('figure.diagram svg').first().waitFor();
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(heightBefore);
  await page.context().close();
});

test('nothing moves by itself, for nobody', async () => {
  const page = await site.open('/documents/hc-itsm-b-21/');
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
        return animationName !== 'none' || parseFloat(transitionDuration) > 0 || scrollBehavior === 'smooth';
      })
      .map((element) => element.outerHTML.slice(0, 80)),
  );
  expect(moving).toEqual([]);
});

describe('at 400 % zoom, 320 pixels wide', () => {
  test.each(Object.entries({ ...pageTypes, 'blank form': '/documents/hc-itsm-d-21-01/blank/' }))(
    '%s needs no scrolling to the side',
    async (_type, path) => {
      const page = await site.open(path);
      await page.setViewportSize({ width: 320, height: 256 });
      const excess = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        const widest = [...document.body.querySelectorAll('*')].find(
          (element) => element.getBoundingClientRect().right > clientWidth + 1 && !element.closest('.table, .matrix'),
        );
        return scrollWidth > clientWidth ? `${scrollWidth} px: ${widest?.outerHTML.slice(0, 120)}` : '';
      });
      expect(excess).toBe('');
      // The header leaves room for the text.
      const header = await page.locator('.site-header').evaluate((element) => element.getBoundingClientRect().height);
      expect(header).toBeLessThan(90);
    },
  );
});

describe('without scripts', () => {
  test.each(Object.entries(pageTypes))('%s can be read, and its links lead on', async (_type, path) => {
    const page = await site.fresh({ javaScriptEnabled: false });
    await page.goto(path);
    expect((await page.locator('h1').innerText()).length).toBeGreaterThan(1);
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(30);
    const link = page.locator('main a[href^="/"]:visible').first();
    if (await link.count()) {
      const target = new URL((await link.getAttribute('href'))!, site.origin());
      const response = await page.goto(target.href);
      expect(response?.status()).toBe(200);
    }
    // What needs a script is not offered.
    expect(await page.locator('[data-theme-switch]:visible, [data-print]:visible').count()).toBe(0);
    await page.context().close();
  });
});
