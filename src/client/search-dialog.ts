/** The search dialog: opens, finds while one types, Enter opens the first result, Escape closes. */
import { openSearch } from './search.ts';
import { moveWithArrows, searchWhileTyping } from './search-results.ts';

const bound = new WeakSet<HTMLDialogElement>();

/** Opens the dialog and puts the cursor into it. */
export function startSearch(dialog: HTMLDialogElement): void {
  const input = dialog.querySelector<HTMLInputElement>('input')!;
  if (!bound.has(dialog)) {
    bound.add(dialog);
    bind(dialog, input, dialog.querySelector<HTMLElement>('[data-search-results]')!);
  }
  dialog.showModal();
  input.select();
}

function bind(dialog: HTMLDialogElement, input: HTMLInputElement, results: HTMLElement): void {
  const search = openSearch(dialog);
  search.prepare();
  const complete = searchWhileTyping(input, results, search);
  moveWithArrows(dialog, input, results);
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
    await complete();
    results.querySelector<HTMLAnchorElement>('li > a')?.click();
  });
}
