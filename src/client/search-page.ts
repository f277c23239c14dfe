/** The search page: the query stands in the address, results as they are typed. */
import { openSearch } from './search.ts';
import { renderResults } from './search-results.ts';

const form = document.querySelector<HTMLFormElement>('[data-search-page]');
const results = document.querySelector<HTMLElement>('[data-search-page-results]');
const settings = document.querySelector<HTMLDialogElement>('[data-search]');
if (form && results && settings) {
  const input = form.elements.namedItem('q') as HTMLInputElement;
  const search = openSearch(settings);
  let latest = 0;
  const run = async () => {
    const query = input.value.trim();
    const turn = ++latest;
    const address = new URL(location.href);
    if (query) address.searchParams.set('q', query);
    else address.searchParams.delete('q');
    history.replaceState(null, '', address);
    const found = await search.find(query);
    if (turn !== latest) return;
    renderResults(results, found, search.words);
    results.dataset['query'] = query;
  };
  input.value = new URLSearchParams(location.search).get('q') ?? '';
  input.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) void run();
  });
  input.addEventListener('compositionend', () => void run());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void run();
  });
  void run();
}
