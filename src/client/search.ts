/** Finds targets: numbers and titles from the index of titles at once, then the full text with Pagefind. */
import { fullText, type Elsewhere, type Pagefind, type TextHit } from './full-text.ts';
import { planQuery, type QueryPlan } from './query.ts';
import { correctSpelling, knowsWord, rankTitles, type TitleHit } from './titles.ts';
import { excerptOf, type Piece } from './search-results.ts';
import { contains } from './spelling.ts';
import type { SearchIndex, SearchTarget } from '../views/search-targets.ts';

export interface SearchWords {
  none: string;
  noneHint: string;
  failed: string;
  kinds: Record<string, string>;
  /** Stands before the words that the glossary prefers. */
  alsoSearched: string;
}

export interface Result {
  target: string;
  title: string;
  /** Document or clause number; empty for a role. */
  number: string;
  kind: string;
  href: string;
  /** Heading of the section to which the link goes; empty for the whole page. */
  section: string;
  excerpt: Piece[];
}

export interface Found {
  /** `titles`: the full text is still being searched. `failed`: there is no full text, but perhaps titles. */
  state: 'idle' | 'titles' | 'done' | 'failed';
  results: Result[];
  /** Preferred words for those of the query. */
  preferred: string[];
}

export interface Search {
  words: SearchWords;
  /** Loads the index of titles before the first query. */
  prepare: () => void;
  /** What is found, first by titles, then by the full text; nothing more once the signal is aborted. */
  find: (query: string, signal: AbortSignal) => AsyncGenerator<Found>;
}

/** More than these nobody looks through: another word finds it sooner. */
const limit = 20;
/** Milliseconds between the last key and the search of the full text: longer than between two keys of a word. */
const pause = 120;
/** What is found by the corrected query counts a little less than what is found as written. */
const correctedWorth = 0.9;
/** Prepares search from the settings on the dialog element. Nothing is loaded before it is needed. */
export function openSearch(element: HTMLElement): Search {
  const { pagefind: folder = '', targets: address = '', prefix = '', words = '{}' } = element.dataset;
  const index = loadedOnce(() => fetch(address).then((response) => response.json() as Promise<SearchIndex>));
  const engine = loadedOnce(() => import(/* @vite-ignore */ `${folder}pagefind.js`) as Promise<Pagefind>);
  return {
    words: JSON.parse(words) as SearchWords,
    prepare: () => void index().catch(() => undefined),
    async *find(query, signal) {
      if (!query) return yield { state: 'idle', results: [], preferred: [] };
      let found: Found = { state: 'failed', results: [], preferred: [] };
      try {
        const titleIndex = await index();
        const plan = planQuery(query, titleIndex);
        const shown = (titles: readonly TitleHit[], texts: readonly PlannedHit[]) =>
          merge(titles, texts, titleIndex.targets).map((hit) => toResult(hit, prefix));
        found = {
          state: 'titles',
          results: shown(rankTitles(plan, titleIndex), []),
          preferred: preferredWords([plan]),
        };
        if (plan.isNumber) return yield { ...found, state: 'done' };
        yield found;
        await new Promise((done) => setTimeout(done, pause));
        if (signal.aborted) return;
        const plans = withCorrected(plan, titleIndex);
        found = { state: 'titles', results: shown(titlesOf(plans, titleIndex), []), preferred: preferredWords(plans) };
        const { hits, elsewhere } = await textsOf(plans, titleIndex, await engine());
        yield { ...found, state: 'done', results: shown(titlesOf(plans, titleIndex, elsewhere), hits) };
      } catch (error) {
        console.error(error);
        yield { ...found, state: 'failed' };
      }
    },
  };
}

/** Loads something when it is first asked for, and again only if that failed. */
function loadedOnce<Thing>(load: () => Promise<Thing>): () => Promise<Thing> {
  let loading: Promise<Thing> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

/** The query as it is written and, if no title knows it so, as it was probably meant. */
function withCorrected(plan: QueryPlan, index: SearchIndex): QueryPlan[] {
  const corrected = correctSpelling(plan, index);
  return corrected ? [plan, corrected] : [plan];
}

function titlesOf(plans: readonly QueryPlan[], index: SearchIndex, elsewhere?: Elsewhere): TitleHit[] {
  return plans.flatMap((plan, at) => rankTitles(plan, index, elsewhere).map((hit) => discounted(hit, at)));
}

/** A hit and the query that found it, which says what to mark. */
type PlannedHit = TextHit & { plan: QueryPlan };

async function textsOf(plans: readonly QueryPlan[], index: SearchIndex, pagefind: Pagefind) {
  const found = await Promise.all(plans.map((plan) => fullText(pagefind, plan, (word) => knowsWord(index, word))));
  return {
    hits: found.flatMap(({ hits }, at) => hits.map((hit) => ({ ...discounted(hit, at), plan: plans[at]! }))),
    elsewhere: new Map(found.flatMap(({ elsewhere }) => [...elsewhere])),
  };
}

function discounted<Hit extends { score: number }>(hit: Hit, plan: number): Hit {
  return plan === 0 ? hit : { ...hit, score: hit.score * correctedWorth };
}

function preferredWords(plans: readonly QueryPlan[]): string[] {
  const terms = plans.flatMap((plan) => plan.terms);
  return [...new Set(terms.flatMap(({ text, preferred }) => (contains(preferred, text) ? [] : [preferred])))];
}

interface Hit {
  target: SearchTarget;
  title: TitleHit | undefined;
  text: PlannedHit | undefined;
}

/** One list: a target stands once, with its best title and its best text. */
function merge(titles: readonly TitleHit[], texts: readonly PlannedHit[], targets: readonly SearchTarget[]): Hit[] {
  const byId = new Map(targets.map((target) => [target.id, target]));
  const hits = new Map<string, Hit>();
  const better = <Kind extends { score: number }>(a: Kind | undefined, b: Kind) => (a && a.score >= b.score ? a : b);
  for (const title of titles) {
    const { target } = title;
    const known = hits.get(target.id);
    hits.set(target.id, { target, title: better(known?.title, title), text: undefined });
  }
  for (const text of texts) {
    const target = byId.get(text.target);
    if (!target) continue;
    const known = hits.get(target.id);
    hits.set(target.id, { target, title: known?.title, text: better(known?.text, text) });
  }
  return [...hits.values()].sort((a, b) => scoreOf(b) - scoreOf(a)).slice(0, limit);
}

/** The better of both scores; the other one decides between equals. */
function scoreOf({ title, text }: Hit): number {
  const both = [title?.score ?? 0, text?.score ?? 0];
  return Math.max(...both) + Math.min(...both) / 20;
}

function toResult({ target, title, text }: Hit, prefix: string): Result {
  const part = target.parts?.find(({ path }) => path === title?.path);
  const whole = { path: part?.path ?? target.path, section: part?.title ?? '' };
  const place = text && {
    // Pagefind’s address begins with the base of the site and knows nothing of the language of the interface.
    path: text.url.slice(Math.max(0, text.url.indexOf(target.path))),
    // The title of a page says nothing new, except that of a part.
    section: text.section.id || text.section.title !== target.zh ? text.section.title : '',
  };
  const { path, section } = title?.path ? whole : (place ?? whole);
  const isThere = text && place?.path.startsWith(path);
  return {
    target: target.id,
    title: document.documentElement.lang === 'en' ? target.en : target.zh,
    number: target.id.startsWith('role:') ? '' : target.id.replace(/^clause:/, ''),
    kind: target.kind,
    href: prefix + path,
    section,
    excerpt: isThere ? excerptOf(text.section, text.plan) : [],
  };
}
