/** The search dialog: opens, finds while one types, Enter opens the first result, Escape closes. */
import { writeFilters } from './facets.ts';
import { filterControls } from './filter-controls.ts';
import { openSearch } from './search.ts';
import { moveByKeyboard, searchWhileTyping } from './search-results.ts';

const bound = new WeakSet<HTMLDialogElement>();

/** Opens the dialog and puts the cursor into it. */
export function startSearch(dialog: HTMLDialogElement): void {
  const input = dialog.querySelector<HTMLInputElement>('input')!;
  if (!bound.has(dialog)) {
    bound.add(dialog);
    bind(dialog, input);
  }
  dialog.showModal();
  input.select();
}

function bind(dialog: HTMLDialogElement, input: HTMLInputElement): void {
  const part = <Kind extends HTMLElement>(name: string) => dialog.querySelector<Kind>(`[data-search-${name}]`)!;
  const results = part('results');
  const page = part<HTMLAnchorElement>('more');
  const search = openSearch(dialog);
  search.prepare();
  const { update, setControls } = searchWhileTyping({ input, results, status: part('status') }, search, (request) => {
    // What was begun here can be gone on with on the page, which has all filters.
    const address = new URL(page.href);
    if (request.query) address.searchParams.set('q', request.query);
    else address.searchParams.delete('q');
    writeFilters(address.searchParams, request.filters);
    page.href = address.href;
  });
  Promise.all([search.index(), search.words()])
    .then(([index, words]) => {
      const controls = filterControls(part('filters'), index, words, () => void update());
      setControls(controls);
      return update();
    })
    // Without the index of titles and the texts there is nothing to filter; the results say that it is missing.
    .catch(() => undefined);
  moveByKeyboard(dialog, input, results);
  dialog.querySelector('[data-search-close]')?.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    // A click beside the dialog closes it; so does a result, which may lie on the page that is open.
    const target = event.target as HTMLElement;
    if (target === dialog || target.closest('li > a')) dialog.close();
  });
  input.addEventListener('keydown', (event) => {
    // Browsers would only empty the field at the first Escape.
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    dialog.close();
  });
  dialog.querySelector('form')?.addEventListener('submit', async (event) => {
    event.preventDefault();
    await update();
    results.querySelector<HTMLAnchorElement>('ol > li > a')?.click();
  });
}
