/** Nothing moves while a page is loading, and nothing when its scripts have run. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveSite, type SiteServer } from './browser.ts';
import { dist, useSite } from './site.ts';

const site = useSite();
let slow: SiteServer;

beforeAll(async () => {
  slow = await serveSite(dist, { slowly: true });
});
afterAll(() => slow.stop());

const pages = {
  home: '/',
  procedure: '/documents/hc-itsm-b-21/',
  'section of the manual': '/documents/hc-itsm-a-01/8.6/',
  'record form': '/documents/hc-itsm-d-21-01/',
  clause: '/clauses/iso20000-1-2018/8.6.1/',
  matrix: '/matrix/',
  role: '/roles/incident-mgr/',
  'register of documents': '/documents/',
  comparison: '/documents/hc-itsm-b-21/compare/a-1...a-2/',
};

/** The pages that are long enough to arrive in pieces. */
const lists = {
  register: '/documents/',
  'register in English': '/en/documents/',
  'in force': '/in-force/',
  matrix: '/matrix/',
  coverage: '/coverage/',
};

/** Counts layout shifts from the first paint on; the browser is asked before the page has scripts of its own. */
const observe = `
  window.layoutShifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      window.layoutShifts.push({ value: entry.value, by: entry.sources.map(({ node }) => (node?.outerHTML ?? node?.parentElement?.outerHTML ?? '').slice(0, 80)) });
  }).observe({ type: 'layout-shift', buffered: true });
`;

/** What moved on a page while it was loading. 0.1 is what is called good; a few thousandths are the rounding of fonts. */
async function shifts(width: number, address: string): Promise<{ value: number; by: string[] }[]> {
  const page = await site.fresh({ viewport: { width, height: 800 } });
  await page.addInitScript(observe);
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.waitForTimeout(150);
  const all = await page.evaluate(
    () => (window as unknown as { layoutShifts: { value: number; by: string[] }[] }).layoutShifts,
  );
  await page.context().close();
  return all.filter(({ value }) => value > 0.005);
}

describe.each([390, 768, 1440])('at %d px', (width) => {
  test.each(Object.entries(pages))('%s', async (_type, path) => {
    expect(await shifts(width, path)).toEqual([]);
  });

  test.each(Object.entries(lists))('%s, over a slow line', async (_type, path) => {
    expect(await shifts(width, `${slow.origin}${path}`)).toEqual([]);
  });
});
