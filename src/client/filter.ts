/** Filters the register by words and kind; the kind can stand in the address (`?kind=form`). */

const form = document.querySelector<HTMLFormElement>('[data-filter]');
const rows = [...document.querySelectorAll<HTMLTableRowElement>('[data-filtered] tbody tr')];
if (form) {
  const text = form.elements.namedItem('text') as HTMLInputElement;
  const kind = form.elements.namedItem('kind') as HTMLSelectElement;
  const output = form.querySelector('output');
  const apply = () => {
    const words = text.value.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const content = (row.textContent ?? '').toLowerCase();
      row.hidden =
        (kind.value !== '' && row.dataset['kind'] !== kind.value) || !words.every((word) => content.includes(word));
      if (!row.hidden) shown += 1;
    }
    if (output) output.value = `${shown} / ${rows.length}`;
  };
  form.hidden = false;
  kind.value = new URLSearchParams(location.search).get('kind') ?? '';
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  apply();
}

export {};
