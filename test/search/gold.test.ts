/** Search as readers use it: the queries of gold.tsv on the search page of the built site, in a real browser. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveSite, startBrowser, type SiteServer } from '../site/browser.ts';

/** Wanted of the 80 queries. Raise it when search gets better; never lower it to make a change pass. */
const threshold = 80;

interface GoldQuery {
  id: string;
  kind: string;
  query: string;
  /** Targets of which one must be found; none if there must be no result. */
  expected: string[];
  /** The last place in the list that is good enough, from 1. */
  rank: number;
}

interface Outcome extends GoldQuery {
  found: string[];
  /** Place of the first expected target, from 1; 0 if there is none. */
  place: number;
  success: boolean;
}

const gold: GoldQuery[] = readFileSync(new URL('gold.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [id = '', , kind = '', query = '', expected = '', rank = ''] = line.split('\t');
    return { id, kind, query, expected: expected === 'none' ? [] : expected.split('|'), rank: Number(rank) };
  });

let site: SiteServer;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  site = await serveSite(process.env['HANDBOOK_DIST'] ?? 'dist');
  browser = await startBrowser();
  page = await browser.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${site.origin}/search/`);
});

afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

test(`at least ${threshold} of ${gold.length} queries are answered`, async () => {
  const outcomes: Outcome[] = [];
  for (const item of gold) outcomes.push(judge(item, await ask(item.query)));
  const plain = await askPagefind(gold.map(({ query }) => query));
  const plainOutcomes = gold.map((item, index) => judge(item, plain[index] ?? []));
  console.log(`${report(outcomes)}\nPagefind alone: ${count(plainOutcomes)}`);
  expect(count(outcomes)).toBeGreaterThanOrEqual(threshold);
  expect(outcomes.filter(({ expected, success }) => expected.length === 0 && !success)).toEqual([]);
});

test('the browser has nothing to complain of, the content security policy included', () => {
  expect(complaints).toEqual([]);
});

/** Types a query over the one before and waits until its results are complete. */
async function ask(query: string): Promise<string[]> {
  await page.locator('[data-search-page] input[name="q"]').fill(query);
  const results = page.locator(`[data-search-page-results][data-query=${JSON.stringify(query)}]`);
  await results.waitFor({ state: 'attached', timeout: 10_000 });
  return results
    .locator('ol > li')
    .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['target'] ?? ''));
}

/**
 * Pagefind’s own results in its own order, for comparison. Its index holds texts only: keywords stand in that of titles.
 * The program is a text, because Vitest rewrites `import()` in functions and the browser would not know the result.
 */
async function askPagefind(queries: string[]): Promise<string[][]> {
  // More pages than the highest rank wanted, since several pages of one document are one result.
  return page.evaluate(`(async () => {
    const pagefind = await import('/pagefind/pagefind.js');
    const answers = [];
    for (const query of ${JSON.stringify(queries)}) {
      const { results } = await pagefind.search(query);
      const pages = await Promise.all(results.slice(0, 20).map((result) => result.data()));
      answers.push([...new Set(pages.map(({ meta }) => meta.target))]);
    }
    return answers;
  })()`);
}

function judge(item: GoldQuery, found: string[]): Outcome {
  const place = found.findIndex((target) => item.expected.includes(target)) + 1;
  const success = item.expected.length === 0 ? found.length === 0 : place > 0 && place <= item.rank;
  return { ...item, found, place, success };
}

function count(outcomes: readonly Outcome[]): number {
  return outcomes.filter(({ success }) => success).length;
}

/** The failures one a line, then successes by kind, then the total. */
function report(outcomes: readonly Outcome[]): string {
  const kinds = [...new Set(outcomes.map(({ kind }) => kind))];
  return [
    ...outcomes
      .filter(({ success }) => !success)
      .map(({ id, query, place, rank, expected, found }) =>
        [
          id,
          query,
          `${place || '–'}/${rank}`,
          expected.join('|') || 'none',
          `found ${found.slice(0, 6).join(' ') || 'none'}`,
        ].join('\t'),
      ),
    ...kinds.map((name) => {
      const ofKind = outcomes.filter(({ kind }) => kind === name);
      return `${name}: ${count(ofKind)}/${ofKind.length}`;
    }),
    `total: ${count(outcomes)}/${outcomes.length}`,
  ].join('\n');
}
