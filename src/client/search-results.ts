/** Shows what is found while one types: a list in the order of rank. */
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
