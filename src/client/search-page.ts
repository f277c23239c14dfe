/** The search page: the query stands in the address, results as they are typed. */
import { openSearch } from './search.ts';
import { moveWithArrows, searchWhileTyping } from './search-results.ts';

const form = document.querySelector<HTMLFormElement>('[data-search-page]');
const results = document.querySelector<HTMLElement>('[data-search-page-results]');
const settings = document.querySelector<HTMLDialogElement>('[data-search]');
if (form && results && settings) {
  const input = form.elements.namedItem('q') as HTMLInputElement;
  input.value = new URLSearchParams(location.search).get('q') ?? '';
  const search = openSearch(settings);
  search.prepare();
  const update = searchWhileTyping(input, results, search, (query) => {
    const address = new URL(location.href);
    if (query) address.searchParams.set('q', query);
    else address.searchParams.delete('q');
    history.replaceState(null, '', address);
  });
  moveWithArrows(document.body, input, results);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void update();
  });
  if (!input.value) input.focus();
  void update();
}
