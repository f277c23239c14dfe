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
  let isAsked = false;
  let hasFailed = false;
  const loadOthers = async () => {
    if (!pager || isAsked) return;
    isAsked = true;
    try {
      rows = await rowsOfPages(pager, own);
      hasFailed = false;
    } catch {
      // As in a copy without a server: it is said, and tried again with the next word.
      isAsked = false;
      hasFailed = true;
    }
    show();
  };
  const choices = () =>
    fields.map((field) => [field.name, valueOf(field)] as const).filter(([, value]) => value !== '');
  const show = () => {
    const chosen = choices();
    const words = chosen
      .filter(([name]) => name === 'text')
      .flatMap(([, value]) => value.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean));
    const isShown = (row: HTMLTableRowElement) => {
      const content = (row.textContent ?? '').toLowerCase();
      return (
        chosen.every(([name, value]) => name === 'text' || row.dataset[name] === value) &&
        words.every((word) => content.includes(word))
      );
    };
    const shown = chosen.length ? rows.filter(isShown) : own;
    // No more than a page holds: nobody reads further, and a browser would need seconds.
    body.replaceChildren(...shown.slice(0, most));
    if (pager) pager.hidden = chosen.length > 0;
    const count = `${chosen.length ? shown.length : all} / ${all}`;
    if (!output) return;
    output.value = chosen.length && hasFailed ? (output.dataset['partial'] ?? '').replace('{count}', count) : count;
  };
  const filter = () => {
    show();
    if (choices().length) void loadOthers();
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
    filter();
    const query = new URLSearchParams(choices().map(([name, value]) => [name, value]));
    history.replaceState(null, '', query.size ? `?${query}` : location.pathname);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  filter();
}
