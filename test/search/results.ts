/** The results of search as the tests see them. */
import type { Locator } from 'playwright-core';

/** Waits until the results of a query are complete. */
export async function complete(results: Locator, query: string): Promise<void> {
  await results.and(results.page().locator(`[data-query=${JSON.stringify(query)}]`)).waitFor({ state: 'attached' });
}

/** Ids of what was found, in the order of rank. */
export async function targetsIn(results: Locator): Promise<(string | null)[]> {
  return results.locator('ol > li').evaluateAll((items) => items.map((item) => item.getAttribute('data-target')));
}
