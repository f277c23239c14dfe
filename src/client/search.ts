/** Finds targets: numbers and titles from the index of titles, then the full text with Pagefind. */
import { fullText, type Pagefind, type TextHit } from './full-text.ts';
import { planQuery, type QueryPlan } from './query.ts';
import { rankTitles, type TitleHit } from './titles.ts';
import type { SearchIndex, SearchTarget } from '../views/search-targets.ts';

export interface SearchWords {
  none: string;
  noneHint: string;
  failed: string;
  kinds: Record<string, string>;
}

export interface Result {
  target: string;
  title: string;
  /** Document or clause number; empty for a role. */
  number: string;
  kind: string;
  href: string;
  excerpt: { text: string; marked: boolean }[];
}

export interface Found {
  state: 'idle' | 'done' | 'failed';
  results: Result[];
}

export interface Search {
  words: SearchWords;
  find: (query: string) => Promise<Found>;
}

const limit = 20;

/** Prepares search from the settings on the dialog element. Nothing is loaded before the first query. */
export function openSearch(element: HTMLElement): Search {
  const { pagefind: folder = '', targets: address = '', prefix = '', words = '{}' } = element.dataset;
  let index: Promise<SearchIndex> | undefined;
  let engine: Promise<Pagefind> | undefined;
  const loadIndex = () => (index ??= fetch(address).then((response) => response.json() as Promise<SearchIndex>));
  const loadEngine = () => (engine ??= import(/* @vite-ignore */ `${folder}pagefind.js`) as Promise<Pagefind>);
  return {
    words: JSON.parse(words) as SearchWords,
    async find(query) {
      if (!query) return { state: 'idle', results: [] };
      try {
        const { targets, synonyms } = await loadIndex();
        const plan = planQuery(query, targets, synonyms);
        const titles = rankTitles(plan, targets);
        const texts = plan.isNumber ? [] : await fullText(await loadEngine(), plan);
        return { state: 'done', results: merge(plan, titles, texts, targets, prefix) };
      } catch (error) {
        console.error(error);
        index = undefined;
        engine = undefined;
        return { state: 'failed', results: [] };
      }
    },
  };
}

/** One list: a target that is found by title and by text stands once, with the higher score and the excerpt. */
function merge(
  plan: QueryPlan,
  titles: readonly TitleHit[],
  texts: readonly TextHit[],
  targets: readonly SearchTarget[],
  prefix: string,
): Result[] {
  const byId = new Map(targets.map((target) => [target.id, target]));
  const hits = new Map<string, { target: SearchTarget; score: number; text?: TextHit }>();
  for (const { target, score } of titles) hits.set(target.id, { target, score });
  for (const text of texts) {
    const target = byId.get(text.data.meta['target'] ?? '');
    if (!target) continue;
    const known = hits.get(target.id);
    if (!known) hits.set(target.id, { target, score: text.score, text });
    else {
      known.score = Math.max(known.score, text.score) + Math.min(known.score, text.score) / 20;
      known.text ??= text;
    }
  }
  return [...hits.values()]
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ target, text }) => toResult(target, text, plan, prefix));
}

function toResult(target: SearchTarget, text: TextHit | undefined, plan: QueryPlan, prefix: string): Result {
  const english = document.documentElement.lang === 'en';
  const number = target.id.startsWith('role:') ? '' : target.id.replace(/^clause:/, '');
  const best = text?.data.sub_results.find(({ excerpt }) => excerpt.includes('<mark>')) ?? text?.data;
  const page = best && new URL(best.url, location.href);
  const hash = page?.pathname.endsWith(target.path) ? page.hash : '';
  return {
    target: target.id,
    title: english ? target.en : target.zh,
    number,
    kind: target.kind,
    href: `${prefix}${target.path}${plan.phrase ? hash : ''}`,
    excerpt: text ? marked(text.data.excerpt) : [],
  };
}

/** Pagefind’s excerpt is HTML with marks: taken apart here, so that nothing of it is ever read as HTML. */
function marked(excerpt: string): Result['excerpt'] {
  const parsed = new DOMParser().parseFromString(excerpt, 'text/html');
  return [...parsed.body.childNodes].map((node) => ({
    text: node.textContent ?? '',
    marked: node.nodeName === 'MARK',
  }));
}
