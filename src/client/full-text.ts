/** The full text with Pagefind: the phrase first, then its words. */
import type { QueryPlan } from './query.ts';

export interface PagefindData {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
  sub_results: { url: string; title: string; excerpt: string }[];
}

export interface Pagefind {
  options: (options: Record<string, unknown>) => Promise<void>;
  search: (query: string) => Promise<{ results: { id: string; score: number; data: () => Promise<PagefindData> }[] }>;
}

export interface TextHit {
  data: PagefindData;
  /** 0–60 */
  score: number;
}

const pages = 12;

/** Pages that hold the phrase, a variant of it, or all its words. */
export async function fullText(pagefind: Pagefind, plan: QueryPlan): Promise<TextHit[]> {
  const queries: { query: string; from: number }[] = [
    { query: `"${plan.phrase}"`, from: 58 },
    ...plan.variants.slice(0, 3).map((variant) => ({ query: `"${variant}"`, from: 46 })),
    { query: plan.words.join(' '), from: 40 },
  ];
  const hits = new Map<string, TextHit>();
  for (const { query, from } of queries) {
    const { results } = await pagefind.search(query);
    const found = await Promise.all(results.slice(0, pages).map((result) => result.data()));
    found.forEach((data, place) => {
      if (!holds(data, plan)) return;
      const score = from - place;
      if (score > (hits.get(data.url)?.score ?? 0)) hits.set(data.url, { data, score });
    });
  }
  return [...hits.values()].sort((a, b) => b.score - a.score);
}

/** Pagefind drops words that it does not know; a page without any mark says nothing about the query. */
function holds(data: PagefindData, _plan: QueryPlan): boolean {
  return data.excerpt.includes('<mark>');
}
