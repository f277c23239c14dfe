/**
 * Filters a table by words, by choices and by ticks. A choice named `kind` is compared with `data-kind` of a row, and
 * can stand in the address (`?kind=form`), which follows the form so that what is shown can be passed on. The rows of
 * the other pages of a long table (components/Pager.astro) are loaded when somebody filters.
 */
import { rowsOfPages } from './row-pages.ts';

const form = document.querySelector<HTMLFormElement>('[data-filter]');
const table = document.querySelector<HTMLTableElement>('[data-filtered]');
const body = table?.tBodies[0];
if (form && body) {
  const own = [...body.rows];
  const all = Number(table?.dataset['rows'] ?? own.length);
  const most = Number(table?.dataset['most'] ?? own.length);
  let rows = own;
  const fields = [...form.elements].filter(
    (field): field is HTMLInputElement | HTMLSelectElement =>
      (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) && field.name !== '',
  );
  const isTick = (field: Element): field is HTMLInputElement =>
    field instanceof HTMLInputElement && field.type === 'checkbox';
  const valueOf = (field: HTMLInputElement | HTMLSelectElement) => (isTick(field) && !field.checked ? '' : field.value);
  const output = form.querySelector('output');
  const pager = document.querySelector<HTMLElement>('[data-row-pages]');
  let isLoaded = !pager;
  const load = async () => {
    isLoaded = true;
    try {
      rows = await rowsOfPages(pager!, own);
      apply();
    } catch {
      // As in a copy without a server: it is said below, and tried again with the next word.
      isLoaded = false;
    }
  };
  const apply = () => {
    const chosen = fields.map((field) => [field.name, valueOf(field)] as const).filter(([, value]) => value !== '');
    const words = chosen
      .filter(([name]) => name === 'text')
      .flatMap(([, value]) => value.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean));
    if (chosen.length && !isLoaded) void load();
    const isShown = (row: HTMLTableRowElement) => {
      const content = (row.textContent ?? '').toLowerCase();
      return (
        chosen.every(([name, value]) => name === 'text' || row.dataset[name] === value) &&
        words.every((word) => content.includes(word))
      );
    };
    const shown = chosen.length ? rows.filter(isShown) : own;
    // No more than a page holds: nobody reads further, and a browser would need seconds.
    body.replaceChildren(...(pager ? shown.slice(0, most) : shown));
    if (pager) pager.hidden = chosen.length > 0;
    const count = `${chosen.length ? shown.length : all} / ${all}`;
    const isPartial = chosen.length > 0 && rows.length < all;
    if (output) output.value = isPartial ? (output.dataset['partial'] ?? '').replace('{count}', count) : count;
    return chosen;
  };
  const asked = new URLSearchParams(location.search);
  for (const field of fields) {
    const value = asked.get(field.name) ?? '';
    if (isTick(field)) field.checked = value === field.value;
    else {
      field.value = value;
      // A choice that does not exist would leave the field blank.
      if (field.value !== value) field.value = '';
    }
  }
  form.addEventListener('input', () => {
    const query = new URLSearchParams(apply().map(([name, value]) => [name, value]));
    history.replaceState(null, '', query.size ? `?${query}` : location.pathname);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  apply();
}
