/** Nothing moves while a page is loading, and nothing when its scripts have run. */
import { describe, expect, test } from 'vitest';
import { useSite } from './site.ts';

const site = useSite();

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

/** Counts layout shifts from the first paint on; the browser is asked before the page has scripts of its own. */
const observe = `
  window.layoutShifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      window.layoutShifts.push({ value: entry.value, by: entry.sources.map(({ node }) => (node?.outerHTML ?? node?.parentElement?.outerHTML ?? '').slice(0, 80)) });
  }).observe({ type: 'layout-shift', buffered: true });
`;

describe.each([390, 768, 1440])('at %d px', (width) => {
  test.each(Object.entries(pages))('%s', async (_type, path) => {
    const page = await site.fresh({ viewport: { width, height: 800 } });
    await page.addInitScript(observe);
    await page.goto(path, { waitUntil: 'networkidle' });
    await page.waitForTimeout(150);
    const shifts = await page.evaluate(
      () => (window as unknown as { layoutShifts: { value: number; by: string[] }[] }).layoutShifts,
    );
    // 0.1 is what is called good; a few thousandths are the rounding of fonts.
    expect(shifts.filter(({ value }) => value > 0.005)).toEqual([]);
    await page.context().close();
  });
});
