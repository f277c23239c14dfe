/** The search dialog: opens, finds while one types, closes with Escape, arrows move through the results. */
import { openSearch, type Search } from './search.ts';
import { renderResults } from './search-results.ts';

let search: Search | undefined;

/** Opens the dialog and puts the cursor into it. */
export function startSearch(dialog: HTMLDialogElement): void {
  const input = dialog.querySelector<HTMLInputElement>('input')!;
  const results = dialog.querySelector<HTMLElement>('[data-search-results]')!;
  if (!search) {
    search = openSearch(dialog);
    bind(dialog, input, results, search);
  }
  dialog.showModal();
  input.select();
}

function bind(dialog: HTMLDialogElement, input: HTMLInputElement, results: HTMLElement, engine: Search): void {
  let latest = 0;
  const run = async () => {
    const turn = ++latest;
    const found = await engine.find(input.value.trim());
    if (turn === latest) renderResults(results, found, engine.words);
  };
  input.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) void run();
  });
  input.addEventListener('compositionend', () => void run());
  dialog.querySelector('[data-search-close]')?.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    results.querySelector<HTMLAnchorElement>('li > a')?.click();
  });
  dialog.addEventListener('keydown', (event) => {
    if (event.isComposing || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    const stops = [input, ...results.querySelectorAll<HTMLElement>('li > a')];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}
