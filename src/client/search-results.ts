/** Shows results as a list in the order of their rank. */
import type { Found, Result, SearchWords } from './search.ts';

/** Replaces what an element shows by the results. */
export function renderResults(element: HTMLElement, found: Found, words: SearchWords): void {
  if (found.state === 'idle') {
    element.replaceChildren();
    return;
  }
  if (found.state === 'failed' || found.results.length === 0) {
    const text = found.state === 'failed' ? words.failed : `${words.none}。${words.noneHint}`;
    element.replaceChildren(paragraph(text, 'search-state'));
    return;
  }
  const list = document.createElement('ol');
  list.append(...found.results.map((result) => item(result, words)));
  element.replaceChildren(list);
}

function item(result: Result, words: SearchWords): HTMLLIElement {
  const entry = document.createElement('li');
  entry.dataset['target'] = result.target;
  const link = document.createElement('a');
  link.href = result.href;
  const title = document.createElement('span');
  title.className = 'result-title';
  title.textContent = result.title;
  const meta = document.createElement('span');
  meta.className = 'result-meta';
  for (const text of [result.number, words.kinds[result.kind] ?? '']) {
    if (!text) continue;
    const piece = document.createElement('span');
    piece.textContent = text;
    meta.append(piece);
  }
  link.append(title, meta);
  if (result.excerpt.length) {
    const excerpt = document.createElement('p');
    excerpt.append(...result.excerpt.map(({ text, marked }) => (marked ? mark(text) : document.createTextNode(text))));
    link.append(excerpt);
  }
  entry.append(link);
  return entry;
}

function mark(text: string): HTMLElement {
  const element = document.createElement('mark');
  element.textContent = text;
  return element;
}

function paragraph(text: string, className: string): HTMLParagraphElement {
  const element = document.createElement('p');
  element.className = className;
  element.textContent = text;
  return element;
}
