/** Finds targets: numbers and titles from the index of titles at once, then the full text with Pagefind. */
import type { OldVersion, OldVersions } from '../views/old-versions.ts';
import type { Keeper, SearchIndex, SearchTarget } from '../views/search-targets.ts';
import type { SearchWords } from '../views/search-words.ts';
import { countsOf, isFiltered, matches, type Counts, type Filters } from './facets.ts';
import { fullText, type Elsewhere, type Pagefind } from './full-text.ts';
import { listed, merge, toResult, type Hit, type PlannedHit, type Result } from './hits.ts';
import { nearTerms, type NearTerm } from './near-terms.ts';
import { planQuery, type QueryPlan } from './query.ts';
import { contains, normalise } from './spelling.ts';
import { correctSpelling, knowsWord, rankTitles, type TitleHit } from './titles.ts';
import { isNumbered, isNumberLike, rankVersions } from './version-search.ts';

export interface Request {
  query: string;
  filters: Filters;
  /** Whether versions that are not in force are wanted, too. */
  versions: boolean;
}

export interface Found {
  /** `idle`: nothing was asked. `titles`: the full text is still being searched. `failed`: there is no full text, but perhaps titles. */
  state: 'idle' | 'titles' | 'done' | 'failed';
  results: Result[];
  /** How many results there are for each value of the filters; undefined as long as nothing is known. */
  counts?: Counts;
  /** How many there would be without filters. */
  unfiltered: number;
  /** Where more texts hold the words than were read, so that there may be more: of the results, and without filters. */
  isCut: Cut;
  /** True if the query is a number and nothing else: then the first result is what is meant. */
  isNumber: boolean;
  /** Other words that were searched, too. */
  also: string[];
  /** The query as it was probably meant, if that was searched, too. */
  meant?: string | undefined;
  /** What comes near, if nothing was found, and whom to ask. */
  near: NearTerm[];
  keeper?: Keeper | undefined;
  /** Versions that are not in force; undefined if they were not wanted or could not be loaded. */
  versions?: OldVersion[] | undefined;
}

/** Whether texts that hold the words were left unread. */
export interface Cut {
  results: boolean;
  unfiltered: boolean;
}

export interface Search {
  /** What to say if something that it needs cannot be loaded. */
  failed: string;
  /** The texts that are shown with results. */
  words: () => Promise<SearchWords>;
  /** Stands before all paths. */
  prefix: string;
  /** The index of titles. */
  index: () => Promise<SearchIndex>;
  /** What is found, first by titles, then by the full text; nothing more once the signal is aborted. */
  find: (request: Request, signal: AbortSignal) => AsyncGenerator<Found>;
  /** Loads what every query needs before the first one. */
  prepare: () => void;
}

/** Milliseconds between the last key and the search of the full text: longer than between two keys of a word. */
const pause = 120;
/** What is found by the corrected query counts a little less than what is found as written. */
const correctedWorth = 0.9;
/** More other words than these nobody reads. */
const alsoLimit = 6;

/** An offline copy has no full text. */
const whole: Cut = { results: false, unfiltered: false };
const noTexts: Texts = { hits: [], elsewhere: new Map(), isCut: whole };

const nothing: Found = { state: 'idle', results: [], unfiltered: 0, isCut: whole, isNumber: false, also: [], near: [] };

/** Prepares search from the settings on the dialog element. */
export function openSearch(element: HTMLElement): Search {
  const { pagefind: folder = '', targets = '', versions = '', texts = '', prefix = '', failed = '' } = element.dataset;
  const words = loadedOnce(() => load<SearchWords>(texts));
  const index = loadedOnce(() => load<SearchIndex>(targets));
  const oldVersions = loadedOnce(() => load<OldVersions>(versions));
  const engine = loadedOnce(async () => {
    const pagefind = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as Pagefind;
    await pagefind.init?.();
    return pagefind;
  });
  const quietly = (promise: Promise<unknown>) => void promise.catch(() => undefined);

  /** The versions of a number that no document in force has; none if the list of versions cannot be loaded. */
  const versionsOf = (number: string) =>
    oldVersions().then(
      (old) => old.versions.filter((version) => isNumbered(version, number)),
      () => [],
    );

  async function* find(request: Request, signal: AbortSignal): AsyncGenerator<Found> {
    const { query, filters } = request;
    let found: Found = { ...nothing, state: 'failed' };
    try {
      const titles = await index();
      const plan = query ? planQuery(query, titles) : undefined;
      const old = request.versions && (plan || isFiltered(filters)) ? await oldVersions() : undefined;
      const shown = (hits: readonly Hit[]): Found => ({
        ...found,
        ...filtered(hits, filters, prefix),
        versions: old && rankVersions(plan, filters, titles, old),
      });
      if (!plan) {
        const hits = titles.targets.map(listed);
        const all = { ...shown(hits), state: 'done' as const };
        return yield isFiltered(filters) ? all : { ...all, state: 'idle', results: [] };
      }
      const gone = plan.numbers.length === 0 && isNumberLike(plan.text) ? await versionsOf(plan.text) : [];
      if (gone.length) return yield { ...found, state: 'done', isNumber: true, versions: gone };
      const { isNumber } = plan;
      found = { ...found, state: 'titles', isNumber, also: otherWords(plan, titles) };
      found = shown(merge(rankTitles(plan, titles), [], titles));
      if (isNumber) return yield finished(found, plan, titles);
      yield found;
      await new Promise((done) => setTimeout(done, pause));
      if (signal.aborted) return;
      const plans = withCorrected(plan, titles);
      found = { ...found, meant: plans[1]?.phrases.at(-1) };
      const { hits, elsewhere, isCut } = folder ? await textsOf(plans, titles, filters, await engine()) : noTexts;
      found = { ...found, isCut };
      yield finished(shown(merge(titlesOf(plans, titles, elsewhere), hits, titles)), plan, titles);
    } catch (error) {
      console.error(error);
      yield { ...found, state: 'failed' };
    }
  }

  return {
    prefix,
    failed,
    words,
    index,
    find,
    prepare: () => {
      quietly(words());
      quietly(index());
      if (folder) quietly(engine());
    },
  };
}

async function load<Content>(address: string): Promise<Content> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as Content;
}

/** Loads something when it is first asked for, and again only if that failed. */
function loadedOnce<Thing>(get: () => Promise<Thing>): () => Promise<Thing> {
  let loading: Promise<Thing> | undefined;
  return () => {
    loading ??= get().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

function filtered(
  hits: readonly Hit[],
  filters: Filters,
  prefix: string,
): Pick<Found, 'results' | 'counts' | 'unfiltered'> {
  return {
    results: hits.filter(({ target }) => matches(target, filters)).map((hit) => toResult(hit, prefix)),
    counts: countsOf(
      hits.map(({ target }) => target),
      filters,
    ),
    unfiltered: hits.length,
  };
}

/** What was found in the end; if that is nothing, what comes near. */
function finished(found: Found, plan: QueryPlan, index: SearchIndex): Found {
  const isEmpty = found.unfiltered === 0;
  const meant = isEmpty ? undefined : found.meant;
  return { ...found, meant, state: 'done', near: isEmpty ? nearTerms(plan, index) : [], keeper: index.keeper };
}

/** The query as it is written and, if no title knows it so, as it was probably meant. */
function withCorrected(plan: QueryPlan, index: SearchIndex): QueryPlan[] {
  const corrected = correctSpelling(plan, index);
  return corrected ? [plan, corrected] : [plan];
}

function titlesOf(plans: readonly QueryPlan[], index: SearchIndex, elsewhere?: Elsewhere): TitleHit[] {
  return plans.flatMap((plan, at) => rankTitles(plan, index, elsewhere).map((hit) => discounted(hit, at)));
}

interface Texts {
  hits: PlannedHit[];
  elsewhere: Elsewhere;
  isCut: Cut;
}

/** The texts that answer. With filters also those that would be too far back in the list without them. */
async function textsOf(
  plans: readonly QueryPlan[],
  index: SearchIndex,
  filters: Filters,
  pagefind: Pagefind,
): Promise<Texts> {
  const wanted = index.targets.filter((target: SearchTarget) => matches(target, filters)).map(({ id }) => id);
  const read = (plan: QueryPlan, targets?: string[]) =>
    fullText(pagefind, plan, (word) => knowsWord(index, word), targets);
  const found = await Promise.all(
    plans.flatMap((plan, at) =>
      [undefined, ...(isFiltered(filters) ? [wanted] : [])].map(async (targets) => {
        const { hits, ...rest } = await read(plan, targets);
        return {
          hits: hits.map((hit) => ({ ...discounted(hit, at), plan })),
          isFiltered: targets !== undefined,
          ...rest,
        };
      }),
    ),
  );
  return {
    hits: found.flatMap(({ hits }) => hits),
    elsewhere: new Map(found.toReversed().flatMap(({ elsewhere }) => [...elsewhere])),
    isCut: {
      results: found.some((one) => one.isCut && one.isFiltered === isFiltered(filters)),
      unfiltered: found.some((one) => one.isCut && !one.isFiltered),
    },
  };
}

function discounted<Hit extends { score: number }>(hit: Hit, plan: number): Hit {
  return plan === 0 ? hit : { ...hit, score: hit.score * correctedWorth };
}

/** The words of the glossary that were searched beside those of the query, without longer forms of these. */
function otherWords({ terms, isExact, text }: QueryPlan, { synonyms }: SearchIndex): string[] {
  if (isExact) return [];
  const words = terms
    .filter(({ weak }) => !weak)
    .flatMap(({ text: word, alternatives }) => alternatives.filter((other) => !contains(other, word)));
  // As the glossary writes them: CSAT, not csat.
  const written = new Map(synonyms.flat().map((word) => [normalise(word), word]));
  return [...new Set(words)]
    .filter((word) => !contains(text, word))
    .slice(0, alsoLimit)
    .map((word) => written.get(word) ?? word);
}
