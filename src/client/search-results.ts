/** Shows what is found while one types: a list in the order of rank, each with the stretch of text that answers. */
import type { Section } from './full-text.ts';
import type { QueryPlan } from './query.ts';
import { places } from './spelling.ts';
import type { Found, Result, Search, SearchWords } from './search.ts';

/**
 * Searches for what stands in a field, at every change of it, and shows the results in an element. The element carries
 * `aria-busy` while more is to come, and `data-query` with the query once the results are complete.
 * @param completed is told of every query whose results are complete
 * @returns a function that searches at once and resolves when the results are complete
 */
export function searchWhileTyping(
  input: HTMLInputElement,
  element: HTMLElement,
  search: Search,
  completed: (query: string) => void = () => undefined,
): () => Promise<void> {
  let running = new AbortController();
  let latest: { query: string; done: Promise<void> } | undefined;
  const run = async (query: string, signal: AbortSignal) => {
    element.ariaBusy = 'true';
    for await (const found of search.find(query, signal)) {
      if (signal.aborted) return;
      renderResults(element, found, search.words);
    }
    if (signal.aborted) return;
    element.ariaBusy = 'false';
    element.dataset['query'] = query;
    completed(query);
  };
  const update = () => {
    const query = input.value.trim();
    if (latest?.query === query) return latest.done;
    running.abort();
    running = new AbortController();
    latest = { query, done: run(query, running.signal) };
    return latest.done;
  };
  input.addEventListener('input', (event) => {
    // An input method is still composing: what stands in the field is not yet what is meant.
    if (!(event as InputEvent).isComposing) void update();
  });
  input.addEventListener('compositionend', () => void update());
  return update;
}

/** Arrow keys move through the field and the results. */
export function moveWithArrows(area: HTMLElement, input: HTMLInputElement, results: HTMLElement): void {
  area.addEventListener('keydown', (event) => {
    if (event.isComposing || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    const stops = [input, ...results.querySelectorAll<HTMLElement>('li > a')];
    const next = stops[stops.indexOf(document.activeElement as HTMLElement) + (event.key === 'ArrowDown' ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

function renderResults(element: HTMLElement, found: Found, words: SearchWords): void {
  const { state, results, preferred } = found;
  const focused = document.activeElement?.closest<HTMLElement>('li[data-target]')?.dataset['target'];
  const notes = [
    ...(state === 'failed' ? [words.failed] : []),
    ...(state === 'done' && results.length === 0 ? [`${words.none}。${words.noneHint}`] : []),
    ...(results.length && preferred.length ? [`${words.alsoSearched}：${preferred.join('、')}`] : []),
  ];
  // While the full text is searched and no title fits, what was shown before stays: an empty list would only flicker.
  if (state === 'titles' && results.length === 0) return;
  const list = document.createElement('ol');
  list.append(...results.map((result) => item(result, words)));
  element.replaceChildren(
    ...notes.map((text) => textElement('p', 'search-state', text)),
    ...(results.length ? [list] : []),
  );
  // The full text may arrive while a reader is already walking through the titles.
  if (focused) element.querySelector<HTMLElement>(`li[data-target="${CSS.escape(focused)}"] > a`)?.focus();
}

function item(result: Result, words: SearchWords): HTMLLIElement {
  const entry = document.createElement('li');
  entry.dataset['target'] = result.target;
  const link = document.createElement('a');
  link.href = result.href;
  const meta = document.createElement('span');
  meta.className = 'result-meta';
  const facts = [result.number, words.kinds[result.kind] ?? ''].filter(Boolean);
  meta.append(...facts.map((fact) => textElement('span', '', fact)));
  link.append(textElement('span', 'result-title', result.title), meta);
  if (result.section || result.excerpt.length) link.append(passage(result));
  entry.append(link);
  return entry;
}

/** The section where the answer stands, and a stretch of its text. */
function passage({ section, excerpt }: Result): HTMLParagraphElement {
  const paragraph = document.createElement('p');
  if (section) paragraph.append(textElement('span', 'result-section', section));
  paragraph.append(
    ...excerpt.map(({ text, marked }) => (marked ? textElement('mark', '', text) : document.createTextNode(text))),
  );
  return paragraph;
}

function textElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  text: string,
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}

export interface Piece {
  text: string;
  marked: boolean;
}

/** Characters of an excerpt, and of it before the first word found. */
const excerptLength = 110;
const excerptLead = 24;

interface Mark {
  from: number;
  to: number;
  worth: number;
}

/** The stretch of a section with most of the query in it, the words found marked. */
export function excerptOf({ text, folded }: Section, { phrases, variants, terms }: QueryPlan): Piece[] {
  const mark = (word: string, worth: number): Mark[] =>
    places(word, folded.text).map((from) => ({ from, to: from + word.length, worth }));
  const wholes = [...phrases.flatMap((phrase) => mark(phrase, 2)), ...variants.flatMap((variant) => mark(variant, 1))];
  const words = terms
    .flatMap(({ text: word, alternatives }) => [word, ...alternatives])
    // A single character is marked as part of a phrase only.
    .filter((word) => word.length > 1)
    .flatMap((word) => mark(word, 1));
  const marks = (wholes.length ? wholes : words).sort((a, b) => a.from - b.from);
  const from = startOf(text, marks);
  const to = Math.min(text.length, from + excerptLength);
  const more = { text: '…', marked: false };
  return [...(from > 0 ? [more] : []), ...cut(text, marks, from, to), ...(to < text.length ? [more] : [])];
}

/** The start of the best stretch: a little before a mark, where a piece of a sentence begins. */
function startOf(text: string, marks: readonly Mark[]): number {
  const worthFrom = (start: number) =>
    marks
      .filter(({ from, to }) => from >= start && to <= start + excerptLength - excerptLead)
      .reduce((sum, { worth }) => sum + worth, 0);
  const best = marks.reduce<{ from: number; worth: number }>(
    (found, { from }) => (worthFrom(from) > found.worth ? { from, worth: worthFrom(from) } : found),
    { from: 0, worth: 0 },
  );
  const earliest = Math.max(0, Math.min(best.from - excerptLead, text.length - excerptLength));
  const sentence = earliest > 0 ? / ?[。；！？，、·] ?| /.exec(text.slice(earliest, best.from)) : null;
  return earliest + (sentence ? sentence.index + sentence[0].length : 0);
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
