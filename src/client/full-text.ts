/** The full text: Pagefind says which pages may answer; what of them does is read here, in their sections. */
import { contains, placeOf, type QueryPlan, type Term } from './query.ts';
import { simplify } from './simplified.ts';

/** What is used of Pagefind. */
export interface Pagefind {
  search: (query: string) => Promise<{ results: PagefindResult[] }>;
}

interface PagefindResult {
  id: string;
  score: number;
  /** Places of the words found, counted in words. */
  words: number[];
  data: () => Promise<PagefindPage>;
}

interface PagefindPage {
  url: string;
  /** With a zero-width space between words where the language needs it; `<` and `>` are escaped. */
  raw_content: string;
  meta: Record<string, string>;
  anchors: { element: string; id: string; text: string; location: number }[];
}

export interface TextHit {
  /** Id of the target. */
  target: string;
  /** The page, with the section where the best answer stands. */
  url: string;
  /** 0–60 */
  score: number;
  /** Heading of the section; empty above the first one. */
  section: string;
  excerpt: Piece[];
}

export interface Piece {
  text: string;
  marked: boolean;
}

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

/** Pages read for the words of a query, and for each other wording: a page is one small file to load. */
const pagesRead = { words: 24, variant: 8 };
/** With fewer hits than these, pages are accepted that lack a word. */
const enough = 3;
/** Of the weight of the words, a page must hold this share. */
const neededShare = 0.6;
const weightOf = ({ weak }: Term) => (weak ? 0.4 : 1);
/** Characters of an excerpt, and of it before the first word found. */
const excerptLength = 110;
const excerptLead = 24;

/**
 * Pages that hold the phrase, another wording of it, or its words.
 * @param isKnown whether a word stands in a title or keyword
 * @returns the hits, one for each page, best first; and the words that stand in texts though not in titles
 */
export async function fullText(
  pagefind: Pagefind,
  plan: QueryPlan,
  isKnown: (word: string) => boolean,
): Promise<{ hits: TextHit[]; elsewhere: Set<string> }> {
  const pages = new Map<string, PagefindPage>();
  const load = async (query: string, limit: number) => {
    const { results } = await pagefind.search(query);
    const best = results.sort((a, b) => longestRun(b.words) - longestRun(a.words) || b.score - a.score).slice(0, limit);
    const missing = best.filter(({ id }) => !pages.has(id));
    const loaded = await Promise.all(missing.map(async ({ id, data }) => [id, await data()] as const));
    for (const [id, page] of loaded) pages.set(id, page);
  };
  const elsewhere = new Set<string>();
  const read = () =>
    [...pages.values()]
      .map((page) => readPage(page, plan, (word) => isKnown(word) || elsewhere.has(word)))
      .filter((hit) => hit !== undefined);

  if (plan.terms.length === 0) return { hits: [], elsewhere };
  await load(wordsOf(plan.terms), pagesRead.words);
  for (const variant of plan.variants) await load(variant, pagesRead.variant);
  let hits = read();
  if (hits.length < enough && !plan.isExact) {
    for (const terms of shorter(plan.terms)) await load(wordsOf(terms), pagesRead.variant);
  }
  const texts = [...pages.values()].map(({ raw_content: content }) => fold(plainText(content)));
  for (const { text } of plan.terms) if (texts.some((content) => contains(content, text))) elsewhere.add(text);
  if (hits.length < enough) hits = read();
  return { hits: hits.sort((a, b) => b.score - a.score), elsewhere };
}

function wordsOf(terms: readonly Term[]): string {
  return terms.map(({ text }) => text).join(' ');
}

/** The words without one of them, without the weak ones, and each alone. */
function shorter(terms: readonly Term[]): Term[][] {
  const lists = [
    terms.filter(({ weak }) => !weak),
    ...(terms.length > 2 ? terms.map((term) => terms.filter((other) => other !== term)) : []),
    ...terms.filter(({ weak }) => !weak).map((term) => [term]),
  ];
  return lists.filter((list) => list.length > 0 && list.length < terms.length);
}

/** The most words found in a row: Pagefind looks for words anywhere, but where they stand in a row there is a phrase. */
function longestRun(places: readonly number[]): number {
  let best = 0;
  let run = 0;
  places.forEach((place, at) => {
    run = place === places[at - 1]! + 1 ? run + 1 : 1;
    best = Math.max(best, run);
  });
  return best;
}

interface Section {
  id: string;
  title: string;
  text: string;
  /** The text as it is compared, of the same length. */
  folded: string;
}

/** The text as it is compared with a query: half-width, lower case, simplified. Its length stays the same. */
function fold(text: string): string {
  return simplify(text.toLowerCase())
    .replace(/[！-～]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[‐-―−]/g, '-');
}

/** Without the marks that Pagefind sets: it cuts words, escapes brackets and ends blocks with a full stop. */
function plainText(content: string): string {
  return content
    .replaceAll('\u200b', '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replace(/(?<![a-z])\. /gi, ' · ')
    .replace(/(?<![a-z])\.$/i, '')
    .trim();
}

function sectionsOf({ raw_content: content, anchors, meta }: PagefindPage): Section[] {
  // As Pagefind counts words.
  const [separator, joiner] = content.includes('\u200b') ? ['\u200b', ''] : [/\s+/, ' '];
  const words = content.split(separator);
  const headings = anchors.filter(({ element }) => /^h\d$/.test(element)).sort((a, b) => a.location - b.location);
  const starts = [{ id: '', text: meta['title'] ?? '', location: 0 }, ...headings];
  return starts.map(({ id, text: title, location }, at) => {
    const all = plainText(words.slice(location, starts[at + 1]?.location).join(joiner));
    const text = all.startsWith(title) ? all.slice(title.length).replace(/^[ ·]+/, '') : all;
    return { id, title, text, folded: fold(text) };
  });
}

interface Reading {
  section: Section;
  phrases: number;
  variants: number;
  inHeading: boolean;
  found: Set<Term>;
}

function readSection(section: Section, { phrases, variants, terms }: QueryPlan): Reading {
  const title = fold(section.title);
  const count = (list: readonly string[]) =>
    Math.max(0, ...list.map((phrase) => places(phrase, section.folded).length + places(phrase, title).length));
  const holds = (word: string) => contains(section.folded, word) || contains(title, word);
  return {
    section,
    phrases: count(phrases),
    variants: count(variants),
    inHeading: [...phrases, ...variants].some((phrase) => contains(title, phrase)),
    found: new Set(terms.filter(({ text, alternatives }) => [text, ...alternatives].some(holds))),
  };
}

/** What of a page answers the query; undefined if it holds too little of it. */
function readPage(page: PagefindPage, plan: QueryPlan, isKnown: (word: string) => boolean): TextHit | undefined {
  const target = page.meta['target'];
  const readings = sectionsOf(page).map((section) => readSection(section, plan));
  const score = scoreOf(readings, plan, isKnown);
  if (target === undefined || score === 0) return undefined;
  const worth = ({ phrases, variants, inHeading, found }: Reading) =>
    100 * Number(phrases > 0) +
    50 * Number(variants > 0) +
    20 * Number(inHeading) +
    10 * weight([...found]) +
    Math.min(phrases, 9);
  const best = readings.reduce((a, b) => (worth(b) > worth(a) ? b : a));
  return {
    target,
    url: best.section.id ? `${page.url}#${best.section.id}` : page.url,
    score,
    section: best.section.id ? best.section.title : '',
    excerpt: excerptOf(best.section, plan),
  };
}

function scoreOf(
  readings: readonly Reading[],
  { terms, isExact }: QueryPlan,
  isKnown: (word: string) => boolean,
): number {
  const sum = (of: (reading: Reading) => number) => readings.reduce((total, reading) => total + of(reading), 0);
  const often = (count: number) => Math.min(scores.often, Math.log2(count));
  const heading = readings.some(({ inHeading }) => inHeading) ? scores.heading : 0;
  const phrases = sum((reading) => reading.phrases);
  if (phrases > 0) return scores.phrase + heading + often(phrases);
  if (isExact) return 0;
  const variants = sum((reading) => reading.variants);
  if (variants > 0) return scores.variant + heading + often(variants);
  if (readings.some(({ found }) => found.size === terms.length)) return scores.section;
  const found = new Set(readings.flatMap((reading) => [...reading.found]));
  if (found.size === terms.length) return scores.page;
  const missing = terms.filter((term) => !found.has(term));
  // A word that stands nowhere in the handbook is its subject, as likely as not: pages without it answer nothing.
  if (missing.some(({ text, weak }) => !weak && !isKnown(text))) return 0;
  const share = weight([...found]) / weight(terms);
  return share >= neededShare ? scores.some * share : 0;
}

function weight(terms: readonly Term[]): number {
  return terms.reduce((sum, term) => sum + weightOf(term), 0);
}

/** Where a word stands in a text: all places. */
function places(word: string, text: string): number[] {
  const found: number[] = [];
  for (let at = placeOf(word, text); at >= 0; at = placeOf(word, text, at + word.length)) found.push(at);
  return found;
}

interface Mark {
  from: number;
  to: number;
  worth: number;
}

/** The stretch of a section with most of the query in it, the words found marked. */
function excerptOf({ text, folded }: Section, { phrases, variants, terms }: QueryPlan): Piece[] {
  const mark = (word: string, worth: number): Mark[] =>
    places(word, folded).map((from) => ({ from, to: from + word.length, worth }));
  const marks = [
    ...phrases.flatMap((phrase) => mark(phrase, 10)),
    ...variants.flatMap((variant) => mark(variant, 5)),
    // Single characters are marked as part of a phrase only.
    ...terms.flatMap((term) =>
      [term.text, ...term.alternatives].filter((word) => word.length > 1).flatMap((word) => mark(word, weightOf(term))),
    ),
  ].sort((a, b) => a.from - b.from);
  const from = startOf(text, marks);
  const to = Math.min(text.length, from + excerptLength);
  const pieces = [...(from > 0 ? [{ text: '…', marked: false }] : []), ...cut(text, marks, from, to)];
  return to < text.length ? [...pieces, { text: '…', marked: false }] : pieces;
}

/** The start of the best stretch: a little before a mark, after the end of a sentence if there is one. */
function startOf(text: string, marks: readonly Mark[]): number {
  const within = ({ from }: Mark) =>
    marks
      .filter((mark) => mark.from >= from && mark.to <= from + excerptLength - excerptLead)
      .reduce((sum, { worth }) => sum + worth, 0);
  const best = marks.reduce<Mark | undefined>((a, b) => (a && within(a) >= within(b) ? a : b), undefined);
  const earliest = Math.max(0, Math.min((best?.from ?? 0) - excerptLead, text.length - excerptLength));
  const lead = text.slice(earliest, best?.from ?? earliest);
  const sentence = earliest > 0 ? lead.search(/[。；！？·]/) : -1;
  return sentence >= 0 ? earliest + sentence + 1 : earliest;
}

function cut(text: string, marks: readonly Mark[], from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  for (const mark of marks) {
    const start = Math.max(mark.from, at);
    const end = Math.min(mark.to, to);
    if (end <= start) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false });
    pieces.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < to) pieces.push({ text: text.slice(at, to), marked: false });
  return pieces;
}
