/**
 * Filters a table by words, by choices and by ticks. A choice named `kind` is compared with `data-kind` of a row, and
 * can stand in the address (`?kind=form`), which follows the form so that what is shown can be passed on.
 */

const form = document.querySelector<HTMLFormElement>('[data-filter]');
const rows = [...document.querySelectorAll<HTMLTableRowElement>('[data-filtered] tbody tr')];
if (form) {
  const fields = [...form.elements].filter(
    (field): field is HTMLInputElement | HTMLSelectElement =>
      (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) && field.name !== '',
  );
  const isTick = (field: Element): field is HTMLInputElement =>
    field instanceof HTMLInputElement && field.type === 'checkbox';
  const valueOf = (field: HTMLInputElement | HTMLSelectElement) => (isTick(field) && !field.checked ? '' : field.value);
  const output = form.querySelector('output');
  const apply = () => {
    const chosen = fields.map((field) => [field.name, valueOf(field)] as const).filter(([, value]) => value !== '');
    const words = chosen
      .filter(([name]) => name === 'text')
      .flatMap(([, value]) => value.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean));
    let shown = 0;
    for (const row of rows) {
      const content = (row.textContent ?? '').toLowerCase();
      row.hidden =
        chosen.some(([name, value]) => name !== 'text' && row.dataset[name] !== value) ||
        !words.every((word) => content.includes(word));
      if (!row.hidden) shown += 1;
    }
    if (output) output.value = `${shown} / ${rows.length}`;
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

export {};
