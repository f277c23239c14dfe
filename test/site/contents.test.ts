/** The contents beside a text mark the section that is being read. */
import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { useSite } from './site.ts';

const site = useSite();

afterEach(() => {
  expect(site.complaints()).toEqual([]);
});

/** The anchors that are marked, once they are those expected or time is over. */
async function marked(page: Page, expected: string[]): Promise<string[]> {
  const anchors = () =>
    page
      .locator('.contents [aria-current]')
      .evaluateAll((links) => links.map((link) => decodeURIComponent((link as HTMLAnchorElement).hash.slice(1))));
  await expect.poll(anchors, { timeout: 3_000 }).toEqual(expected);
  return anchors();
}

test('a link to a section marks this section, also the last ones, which cannot be scrolled to the top', async () => {
  const page = await site.fresh({ viewport: { width: 1440, height: 900 } });
  await page.goto('/documents/hc-itsm-b-21/');
  for (const anchor of ['2.6', '2.7', '3', '5.2', '7', '6']) {
    await page.locator(`.contents a[href="#${anchor}"]`).click();
    expect(await marked(page, [anchor])).toEqual([anchor]);
  }
  await page.context().close();
});

test.each(['2.6', '2.7', '3', '5.3', '7'])(
  'a page opened at section %s marks it, also with the next ones in sight',
  async (anchor) => {
    const page = await site.fresh({ viewport: { width: 1440, height: 1800 } });
    await page.goto(`/documents/hc-itsm-b-18/#${anchor}`);
    expect(await marked(page, [anchor])).toEqual([anchor]);
    await page.context().close();
  },
);

test('the mark follows the reader, and stays on a section that is longer than the window', async () => {
  const page = await site.fresh({ viewport: { width: 1440, height: 500 } });
  await page.goto('/documents/hc-itsm-b-21/#4');
  expect(await marked(page, ['4'])).toEqual(['4']);
  await page.mouse.wheel(0, 300);
  expect(await marked(page, ['4'])).toEqual(['4']);
  await page.evaluate(() => scrollTo(0, 0));
  expect(await marked(page, [])).toEqual([]);
  await page.context().close();
});
