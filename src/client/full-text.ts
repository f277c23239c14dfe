/** The full text: Pagefind says which pages may answer, what of them does is read here, section by section. */
import { spaced, weakWeight, type QueryPlan, type Term } from './query.ts';
import { contains, fold, places } from './spelling.ts';

/** What is used of Pagefind. */
export interface Pagefind {
  search: (
    query: string,
    options?: { filters: { target: { any: readonly string[] } } },
  ) => Promise<{ results: PagefindResult[] }>;
  /** Loads what every search needs. */
  init?: () => Promise<void>;
}

interface PagefindResult {
  id: string;
  score: number;
  /** Places of the words found, counted in words. */
  words: number[];
  data: () => Promise<PagefindData>;
}

export interface PagefindData {
  url: string;
  /** With a zero-width space between words where the language needs it; `<` and `>` are escaped. */
  raw_content: string;
  meta: Record<string, string>;
  anchors: { element: string; id: string; text: string; location: number }[];
}

interface TextPage {
  target: string;
  url: string;
  sections: Section[];
}

export interface Section {
  /** Id of the heading; empty above the first one. */
  id: string;
  /** The heading; above the first one the title of the page. */
  title: string;
  text: string;
  /** Heading and text as they are compared, each of the same length as itself. */
  folded: { title: string; text: string };
}

/** A section with its address. */
export interface Passage {
  url: string;
  section: Section;
}

export interface TextHit {
  /** Id of the target. */
  target: string;
  /** The page, with the section where the best answer stands. */
  url: string;
  /** 0–60 */
  score: number;
  /** The section with the best answer. */
  section: Section;
  /** Other sections of the page that answer, the best first. */
  others: Passage[];
  /** False if the page lacks a word of the query. */
  isWhole: boolean;
}

/** How many pages hold a word: for words that stand in texts, but in no title or keyword. */
export type Elsewhere = ReadonlyMap<string, number>;

const scores = {
  phrase: 48,
  /** The phrase in other words. */
  variant: 40,
  /** All words in one section, all on one page, enough of them on one page. */
  section: 34,
  page: 28,
  some: 24,
  /** More if the phrase stands in a heading, and if it stands there often. */
  heading: 5,
  often: 4,
};

/** Pages read for the words of a query, for each other wording, and for a part of its words: each is a file to load. */
const pagesRead = { words: 16, variant: 4, part: 4 };
/** Other wordings that are looked for: the likely ones stand first. */
const variantsRead = 4;
/** With fewer hits than these, pages are accepted that lack a word. */
const enough = 3;
/** Of the weight of the words, such a page must hold this share. */
const neededShare = 0.6;

export interface FullText {
  hits: TextHit[];
  elsewhere: Elsewhere;
  /** True if more pages hold the words than were read. */
  isCut: boolean;
}

/**
 * Pages that hold the phrase, another wording of it, or its words.
 * @param isKnown whether a word stands in a title or keyword
 * @param targets ids of the targets that are wanted, if not all are
 */
export async function fullText(
  pagefind: Pagefind,
  plan: QueryPlan,
  isKnown: (word: string) => boolean,
  targets?: readonly string[],
): Promise<FullText> {
  const { terms, variants, isExact } = plan;
  if (terms.length === 0) return { hits: [], elsewhere: new Map(), isCut: false };
  const pages = new Map<string, TextPage>();
  const options = targets && { filters: { target: { any: targets } } };
  /** Loads the best pages for a query; says how many there are. */
  const load = async (query: string, limit: number): Promise<number> => {
    const { results } = await pagefind.search(spaced(query), options);
    const best = results.sort((a, b) => longestRun(b.words) - longestRun(a.words) || b.score - a.score).slice(0, limit);
    const missing = best.filter(({ id }) => !pages.has(id));
    const loaded = await Promise.all(missing.map(async ({ id, data }) => [id, readPage(await data())] as const));
    for (const [id, page] of loaded) pages.set(id, page);
    return results.length;
  };
  const hits = () => [...pages.values()].map((page) => hitOf(page, plan)).filter((hit) => hit !== undefined);

  const [count] = await Promise.all([
    load(wordsOf(terms), pagesRead.words),
    ...variants.slice(0, variantsRead).map((variant) => load(variant, pagesRead.variant)),
  ]);
  // A weak word says nothing when it is missing; a single character does, if it stands nowhere.
  const unknown = terms.filter(({ text, weak }) => (!weak || text.length === 1) && !isKnown(text));
  const counts = await Promise.all(unknown.map(async ({ text }) => [text, await load(text, pagesRead.part)] as const));
  if (hits().length < enough && !isExact) {
    await Promise.all(partsOf(terms).map((part) => load(wordsOf(part), pagesRead.part)));
  }
  // Pagefind counts pages with similar words, too: one of the best must hold the word itself.
  const elsewhere = new Map(counts.filter(([word]) => [...pages.values()].some((page) => holds(page, word))));
  // A word that stands nowhere is what the query is about, as likely as not: pages without it answer nothing.
  const isNowhere = unknown.some(({ text }) => !elsewhere.has(text));
  return { hits: hits().filter(({ isWhole }) => isWhole || !isNowhere), elsewhere, isCut: count > pagesRead.words };
}

function wordsOf(terms: readonly Term[]): string {
  return terms.map(({ text }) => text).join(' ');
}

/** The words without the weak ones, and without one of them. */
function partsOf(terms: readonly Term[]): Term[][] {
  const strong = terms.filter(({ weak }) => !weak);
  const parts = [strong, ...strong.map((term) => strong.filter((other) => other !== term))];
  return parts.filter((part) => part.length > 0 && part.length < terms.length);
}

/** The most words found in a row: Pagefind looks for words anywhere, but where they stand in a row there is a phrase. */
function longestRun(found: readonly number[]): number {
  let best = 0;
  let run = 0;
  found.forEach((place, at) => {
    run = place === found[at - 1]! + 1 ? run + 1 : 1;
    best = Math.max(best, run);
  });
  return best;
}

/** The sections of a page, as Pagefind keeps it. */
export function readPage({ url, raw_content: content, meta, anchors }: PagefindData): TextPage {
  // As Pagefind counts words.
  const [separator, joiner] = content.includes('\u200b') ? ['\u200b', ''] : [/\s+/, ' '];
  const words = content.split(separator);
  const headings = anchors.filter(({ element }) => /^h\d$/.test(element)).sort((a, b) => a.location - b.location);
  const starts = [{ id: '', text: meta['title'] ?? '', location: 0 }, ...headings];
  const sections = starts.map(({ id, text: title, location }, at): Section => {
    const all = plainText(words.slice(location, starts[at + 1]?.location).join(joiner));
    const text = all.startsWith(title) ? all.slice(title.length).replace(/^[ ·]+/, '') : all;
    return { id, title, text, folded: { title: fold(title), text: fold(text) } };
  });
  return { target: meta['target'] ?? '', url, sections };
}

/** Without the marks that Pagefind sets: it escapes brackets and ends blocks with a full stop. */
function plainText(content: string): string {
  return content
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replace(/(?<![a-z])\.(?= |$)/gi, ' ·')
    .replace(/[ ·]+$/, '')
    .trim();
}

function holds({ sections }: TextPage, word: string): boolean {
  return sections.some(({ folded }) => contains(folded.text, word) || contains(folded.title, word));
}

interface Reading {
  section: Section;
  /** How often the phrase and other wordings of it stand there. */
  phrases: number;
  variants: number;
  inHeading: boolean;
  found: Term[];
}

function readSection(section: Section, { phrases, variants, terms }: QueryPlan): Reading {
  const { title, text } = section.folded;
  // The title of the page is ranked with the titles; here it only helps to find all words.
  const heading = section.id ? title : '';
  const count = (phrase: string) => places(phrase, text).length + places(phrase, heading).length;
  const holdsWord = (word: string) => contains(text, word) || contains(title, word);
  return {
    section,
    phrases: Math.max(...phrases.map(count)),
    variants: Math.max(0, ...variants.map(count)),
    inHeading: [...phrases, ...variants].some((phrase) => contains(heading, phrase)),
    found: terms.filter((term) => [term.text, ...term.alternatives].some(holdsWord)),
  };
}

/** What of a page answers the query; undefined if it holds too little of it. */
function hitOf({ target, url, sections }: TextPage, plan: QueryPlan): TextHit | undefined {
  const readings = sections.map((section) => readSection(section, plan));
  const found = new Set(readings.flatMap((reading) => reading.found));
  const isWhole = found.size === plan.terms.length || readings.some(({ phrases }) => phrases > 0);
  const score = isWhole || plan.isExact ? wholeScore(readings, plan) : partScore([...found], plan.terms);
  if (target === '' || score === 0) return undefined;
  const [best, ...others] = readings.sort((a, b) => worthOf(b) - worthOf(a));
  const passage = ({ section }: Reading): Passage => ({ url: section.id ? `${url}#${section.id}` : url, section });
  return {
    target,
    ...passage(best!),
    others: others.filter((reading) => answers(reading, plan)).map(passage),
    score,
    isWhole,
  };
}

/** Whether a section answers by itself: it holds the phrase, other wordings of it, or all words. */
function answers({ section, phrases, variants, found }: Reading, { terms, isExact }: QueryPlan): boolean {
  if (section.id === '' || isExact) return section.id !== '' && phrases > 0;
  return phrases > 0 || variants > 0 || found.length === terms.length;
}

/** How good an answer a section is among those of its page: the phrase, then other wordings, then words. */
function worthOf({ phrases, variants, inHeading, found }: Reading): number {
  return 8 * Number(phrases > 0) + 4 * Number(variants > 0) + 2 * Number(inHeading) + weightOf(found) + phrases / 100;
}

function wholeScore(readings: readonly Reading[], { terms, isExact }: QueryPlan): number {
  const sum = (of: (reading: Reading) => number) => readings.reduce((total, reading) => total + of(reading), 0);
  const phrases = sum((reading) => reading.phrases);
  const variants = isExact ? 0 : sum((reading) => reading.variants);
  if (phrases + variants > 0) {
    const heading = readings.some(({ inHeading }) => inHeading) ? scores.heading : 0;
    const often = Math.min(scores.often, Math.log2(phrases || variants));
    return (phrases > 0 ? scores.phrase : scores.variant) + heading + often;
  }
  if (isExact) return 0;
  return readings.some(({ found }) => found.length === terms.length) ? scores.section : scores.page;
}

function partScore(found: readonly Term[], terms: readonly Term[]): number {
  const share = weightOf(found) / weightOf(terms);
  return share >= neededShare ? scores.some * share : 0;
}

function weightOf(terms: readonly Term[]): number {
  return terms.reduce((sum, { weak }) => sum + (weak ? weakWeight : 1), 0);
}
