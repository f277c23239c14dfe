/** /in-force/?on=2026-03-15: which version of every document was in force on any day. */
import type { InForcePeriod } from '../views/in-force-page.ts';

const form = document.querySelector<HTMLFormElement>('[data-in-force]');
const body = document.querySelector('[aria-label] tbody');

async function show(day: string): Promise<void> {
  if (!form || !body) return;
  const {
    inForce = '',
    prefix = '',
    language,
    count = '',
    none = '',
    failed = '',
    now = '',
    later = '',
    most,
  } = form.dataset;
  const output = form.querySelector('output')!;
  try {
    const periods = (await (await fetch(inForce)).json()) as InForcePeriod[];
    const rows = periods.filter(({ from, until }) => from <= day && (!until || day <= until));
    const fill = (shown: InForcePeriod[]) =>
      body.replaceChildren(...shown.map((period) => row(period, prefix, now, language === 'en')));
    fill(rows.slice(0, Number(most)));
    document.querySelector('[data-row-pages]')?.remove();
    const more = document.querySelector<HTMLElement>('[data-show-all]')!;
    more.parentElement!.hidden = rows.length <= Number(most);
    more.onclick = () => {
      more.parentElement!.hidden = true;
      fill(rows);
    };
    output.value = (rows.length ? count : none).replace('{count}', String(rows.length)).replace('{day}', day);
    // What becomes of the handbook until then nobody knows.
    if (day > asOf) output.value += later;
  } catch {
    output.value = failed;
  }
}

function row({ number, title, version, from, until, path }: InForcePeriod, prefix: string, now: string, en: boolean) {
  const line = document.createElement('tr');
  const link = (text: string) => {
    const anchor = document.createElement('a');
    anchor.href = prefix + path;
    anchor.textContent = text;
    return anchor;
  };
  for (const content of [link(number), version, link(en ? title.en : title.zh), from, until ?? now]) {
    const cell = document.createElement('td');
    cell.append(content);
    cell.className = /^[\x21-\x7e]+$/.test(cell.textContent) ? 'fixed' : 'titled';
    line.append(cell);
  }
  return line;
}

const asOf = form?.querySelector('input')!.defaultValue ?? '';

if (form) {
  const input = form.elements.namedItem('on') as HTMLInputElement;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    history.replaceState(null, '', `?on=${input.value}`);
    void show(input.value);
  });
  const asked = new URLSearchParams(location.search).get('on');
  if (asked && /^\d{4}-\d{2}-\d{2}$/.test(asked)) {
    input.value = asked;
    void show(asked);
  }
}
