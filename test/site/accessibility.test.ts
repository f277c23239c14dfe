/** WCAG 2.2 AA as far as axe can judge it: every page type, in both languages and both themes. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { pageTypes, useSite } from './site.ts';

const site = useSite();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

afterEach(() => {
  expect(site.complaints()).toEqual([]);
});

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds in the page as it stands, one line a finding. */
async function findings(page: Page, only?: string[]): Promise<string[]> {
  // Evaluated rather than added to the page: its content security policy refuses scripts of others, as it should.
  await page.evaluate(axe);
  return page.evaluate(
    async ({ tags, rules }) => {
      const { axe: judge } = window as unknown as { axe: typeof import('axe-core') };
      const { violations } = await judge.run(document, {
        runOnly: rules ? { type: 'rule', values: rules } : { type: 'tag', values: tags },
        resultTypes: ['violations'],
      });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 140)} ${failureSummary?.split('\n')[1] ?? ''}`),
      );
    },
    { tags: standards, rules: only },
  );
}

/** Both themes: colours are all that differs between them. */
async function findingsInBothThemes(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const light = await findings(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  return [...light, ...(await findings(page, ['color-contrast'])).map((finding) => `dark ${finding}`)];
}

describe.each(['', '/en'])('axe finds nothing: %s/', (language) => {
  test.each(Object.entries(pageTypes))('%s', async (_type, path) => {
    expect(await findingsInBothThemes(await site.open(`${language}${path}`))).toEqual([]);
  });

  test('search with results', async () => {
    const page = await site.open(`${language}/search/?q=${encodeURIComponent('变更管理')}`);
    await page.locator('[data-search-page-results][data-query] li').first().waitFor();
    expect(await findingsInBothThemes(page)).toEqual([]);
  });

  test('the search dialog with results', async () => {
    const page = await site.open(`${language}/glossary/`);
    await page.keyboard.press('/');
    await page.locator('dialog[data-search][open]').waitFor();
    await page.keyboard.type('B-21');
    await page.locator('dialog [data-search-results][data-query="B-21"] li').first().waitFor();
    expect(await findingsInBothThemes(page)).toEqual([]);
  });

  test('a form to fill in, and a diagram seen large', async () => {
    const page = await site.open(`${language}/documents/hc-itsm-d-21-01/blank/`);
    expect(await findingsInBothThemes(page)).toEqual([]);
    await page.goto(`${language}/documents/hc-itsm-b-21/`);
    await page.locator('.diagram-frame button').click();
    expect(await findingsInBothThemes(page)).toEqual([]);
  });

  test('on a telephone, with the menu open', async () => {
    const page = await site.fresh({ viewport: { width: 390, height: 844 } });
    await page.goto(`${language}/documents/hc-itsm-b-21/`);
    await page.locator('details.menu summary').click();
    expect(await findingsInBothThemes(page)).toEqual([]);
    await page.context().close();
  });
});

test('axe finds nothing on the page for what cannot be found', async () => {
  expect(await findingsInBothThemes(await site.open('/404.html'))).toEqual([]);
});
