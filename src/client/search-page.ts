/** The search page: what is asked stands in the address (`?q=…&kind=form&versions=1`), results as it is typed. */
import { filtersIn, writeFilters } from './facets.ts';
import { filterControls } from './filter-controls.ts';
import { openSearch } from './search.ts';
import { moveByKeyboard, searchWhileTyping } from './search-results.ts';

const part = <Kind extends HTMLElement>(name: string) => document.querySelector<Kind>(`[data-search-page${name}]`)!;
const form = part<HTMLFormElement>('');
const results = part('-results');
const settings = document.querySelector<HTMLDialogElement>('dialog[data-search]');
if (form && results && settings) {
  const input = form.elements.namedItem('q') as HTMLInputElement;
  const versions = part<HTMLInputElement>('-versions');
  const asked = new URLSearchParams(location.search);
  input.value = asked.get('q') ?? '';
  versions.checked = asked.has('versions');
  const search = openSearch(settings);
  search.prepare();
  const { update, found, setControls } = searchWhileTyping(
    { input, results, status: part('-status'), versions },
    search,
    (request) => {
      const address = new URL(location.href);
      const { searchParams } = address;
      if (request.query) searchParams.set('q', request.query);
      else searchParams.delete('q');
      if (request.versions) searchParams.set('versions', '1');
      else searchParams.delete('versions');
      writeFilters(searchParams, request.filters);
      history.replaceState(null, '', address);
    },
  );
  moveByKeyboard(document.body, input, results);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    await update();
    // A number means one page; with words one looks through what there is.
    if (found()?.isNumber) results.querySelector<HTMLAnchorElement>('ol > li > a')?.click();
  });
  if (asked.size === 0) input.focus();
  Promise.all([search.index(), search.words()])
    .then(([index, words]) => {
      const controls = filterControls(part('-filters'), index, words, () => void update());
      controls.set(filtersIn(asked));
      setControls(controls);
    })
    // Without the index of titles and the texts there is nothing to filter; the results say that it is missing.
    .catch(() => undefined)
    .finally(() => void update());
}
