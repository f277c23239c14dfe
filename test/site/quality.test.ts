/** The report of the check and the pages of its rules, as published. */
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../src/checks/catalogue.ts';
import { inspect } from '../../src/checks/run.ts';
import { asOf, htmlOf, linksIn, rowsOf, useSite } from './site.ts';

const site = useSite();
const { findings } = await inspect('content', asOf);
const inForce = findings.filter(({ editions, waiver }) => editions.includes('in-force') && !waiver);

describe('the report', () => {
  test('has every finding in what is in force, and none that only a working text has', async () => {
    const page = await site.open('/quality/');
    const places = await page.locator('main .findings code').allInnerTexts();
    const expected = inForce.map(({ file, line, column }) => `${file.replace(/^content\//, '')}:${line}:${column}`);
    expect(places.sort()).toEqual(expected.sort());
    expect(await page.locator('main .chips').innerText()).toContain(
      `${inForce.filter(({ severity }) => severity === 'error').length} 个错误`,
    );
    if (!inForce.length) expect(await page.locator('.notice.clean').innerText()).toContain('没有需要处理的检查结果');
  });

  test('shows what is covered of each standard, and the reviews that are due, the earliest first', async () => {
    const page = await site.open('/quality/');
    expect(await page.locator('.shares strong').first().innerText()).toBe('57 / 57');
    const due = (await rowsOf(page, '#reviews ~ .table')).map((row) => row[2]!.slice(0, 10));
    expect(due).toEqual([...due].sort());
  });

  test('is reached from the home page, by those who maintain and those who audit, and from every footer', async () => {
    const page = await site.open('/');
    const ways = await page
      .locator('.way')
      .evaluateAll((all) =>
        all.map((way) => [...way.querySelectorAll('a')].map((link) => (link as HTMLAnchorElement).pathname)),
      );
    expect(ways.map((paths) => paths.includes('/quality/'))).toEqual([false, true, true]);
    expect(Object.values(await linksIn(page, '.site-footer'))).toContain('/quality/');
    await page.goto('/en/documents/hc-itsm-b-21/');
    await page.locator('.site-footer').getByRole('link', { name: 'Quality report' }).click();
    expect(new URL(page.url()).pathname).toBe('/en/quality/');
  });

  test('is not part of the preview: no page says where its file stands on the machine that built it', () => {
    for (const path of ['/quality/', '/checks/', '/documents/hc-itsm-c-12/']) {
      const html = htmlOf(path);
      expect(html).not.toContain('preview-bar');
      expect(html).not.toContain('finding-panel');
      expect(html).not.toContain(process.cwd());
    }
  });
});

describe('the rules', () => {
  test('have a page each, found from the list by id and title', async () => {
    const page = await site.open('/checks/');
    const rules = await page
      .locator('.rules li')
      .evaluateAll((all) =>
        all.map((item) => [item.querySelector('a')?.textContent?.trim(), item.children[1]?.textContent?.trim()]),
      );
    expect(rules.map(([id]) => id).sort()).toEqual([...catalogue.keys()].sort());
    for (const [id, title] of rules) expect(title).toBe(catalogue.get(id!)!.title.zh);
    await page.locator('.rules').getByRole('link', { name: 'MAP-01', exact: true }).click();
    expect(new URL(page.url()).pathname).toBe('/checks/map-01/');
    expect(await page.locator('h1').innerText()).toBe(catalogue.get('MAP-01')!.title.zh);
    expect(await page.locator('main').innerText()).toContain('核心规则');
  });

  test('show their example side by side where there is room, and below each other on a telephone', async () => {
    const page = await site.open('/checks/txt-05/');
    const boxes = async () => {
      const [wrong, right] = await Promise.all(
        ['.example .wrong', '.example .right'].map((selector) => page.locator(selector).boundingBox()),
      );
      return { wrong: wrong!, right: right! };
    };
    await page.setViewportSize({ width: 1440, height: 900 });
    const wide = await boxes();
    expect(wide.right.x).toBeGreaterThan(wide.wrong.x + wide.wrong.width - 1);
    expect(wide.right.y).toBe(wide.wrong.y);
    await page.setViewportSize({ width: 390, height: 844 });
    const narrow = await boxes();
    expect(narrow.right.x).toBe(narrow.wrong.x);
    expect(narrow.right.y).toBeGreaterThan(narrow.wrong.y + narrow.wrong.height - 1);
    await page.setViewportSize({ width: 1440, height: 900 });
  });
});
