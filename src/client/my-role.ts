/** The page “my role”: loads what concerns the chosen roles and fills the page. */
import type { RoleSheet } from '../views/role-sheet.ts';
import type { Link } from '../views/view.ts';
import { mySheet, type MyActivities, type MySheet } from './my-role-sheet.ts';
import { myRoles } from './my-roles.ts';

interface Texts {
  raci: Record<string, string>;
  separator: string;
  ofRole: string;
  overdue: string;
  from: string;
  successors: string;
  /** The language of the documents. */
  language: string;
}

const root = document.querySelector<HTMLElement>('[data-my-role]');

if (root) {
  const texts = JSON.parse(root.dataset['words']!) as Texts;
  const parts = {
    failed: root.querySelector<HTMLElement>('[data-failed]')!,
    sheet: root.querySelector<HTMLElement>('[data-sheet]')!,
  };
  const load = async (id: string): Promise<RoleSheet[]> => {
    const response = await fetch(root.dataset['sheets']!.replace('{id}', id));
    // A role may have gone since it was chosen.
    if (response.status === 404) return [];
    return [(await response.json()) as RoleSheet];
  };
  const show = async () => {
    const ids = myRoles();
    try {
      const sheets = (await Promise.all(ids.map(load))).flat();
      // Another choice may have been made meanwhile.
      if (ids.join() !== myRoles().join()) return;
      fill(root, mySheet(sheets), texts);
      parts.sheet.hidden = sheets.length === 0;
      parts.failed.hidden = true;
    } catch {
      parts.failed.hidden = false;
    }
  };
  document.addEventListener('my-roles', () => void show());
  void show();
}

function fill(page: HTMLElement, { activities, informed, forms, owns, changes }: MySheet, texts: Texts): void {
  const list = (name: string) => page.querySelector<HTMLElement>(`[data-list="${name}"]`)!;
  const now = new Date();
  const today = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  fillActivities(list('activities') as HTMLTableElement, activities, texts);
  fillActivities(list('informed') as HTMLTableElement, informed, texts);
  list('forms').replaceChildren(...forms.map((form) => make('li', anchor(form))));
  list('owns').replaceChildren(
    ...owns.map(({ document: name, due }) => {
      return row([anchor(name)], due && due < today ? [due, ' ', chip(texts.overdue, 'overdue')] : [due]);
    }),
  );
  list('changes').replaceChildren(
    ...changes.map(({ document: name, version, released, effective, what, compare, withdrawn, successors }) => {
      const days = effective > today ? [released, make('br'), texts.from.replace('{day}', effective)] : [released];
      const why = make('span', what);
      why.lang = texts.language;
      const instead = successors.length ? [make('br'), texts.successors, ...joined(successors, texts.separator)] : [];
      const mark = withdrawn ? [' ', chip(withdrawn, 'withdrawn')] : [];
      const line = row(
        days,
        [anchor(name), ` ${version}`, ...mark],
        [why, ...instead],
        [compare ? anchor(compare) : '—'],
      );
      line.cells[0]!.className = 'fixed';
      return line;
    }),
  );
  for (const name of ['activities', 'informed', 'forms', 'owns']) {
    list(name).closest('section')!.hidden = !list(name).querySelector('td, li');
  }
  const section = list('changes').closest('section')!;
  section.querySelector<HTMLElement>('[data-none]')!.hidden = changes.length > 0;
  section.querySelector<HTMLElement>('.table')!.hidden = changes.length === 0;
}

function fillActivities(table: HTMLTableElement, activities: readonly MyActivities[], texts: Texts): void {
  // What one is only asked about leaves no record of one’s own.
  const columns = table.tHead!.rows[0]!.cells.length;
  for (const body of [...table.tBodies]) body.remove();
  for (const { document: name, steps } of activities) {
    const body = table.createTBody();
    const head = make('th', anchor(name));
    head.scope = 'rowgroup';
    head.colSpan = columns;
    body.append(make('tr', head));
    for (const { step, parts, records } of steps) {
      const played = parts.map(({ role, raci }) => {
        const letters = raci.map((letter) => texts.raci[letter]).join(texts.separator);
        return role ? texts.ofRole.replace('{part}', letters).replace('{role}', role) : letters;
      });
      const line = row([anchor(step)], [played.join(texts.separator)]);
      if (columns > 2) line.append(make('td', ...joined(records, texts.separator)));
      line.cells[0]!.lang = texts.language;
      body.append(line);
    }
  }
}

function make<Name extends keyof HTMLElementTagNameMap>(name: Name, ...content: (Node | string)[]) {
  const element = document.createElement(name);
  element.append(...content);
  return element;
}

function anchor({ text, href }: Link): HTMLElement {
  const element = make('a', text);
  element.href = href ?? '';
  return element;
}

function chip(text: string, state: string): HTMLElement {
  const element = make('span', text);
  element.className = `chip ${state}`;
  return element;
}

function joined(links: readonly Link[], separator: string): (Node | string)[] {
  return links.flatMap((link, index) => (index ? [separator, anchor(link)] : [anchor(link)]));
}

function row(...cells: (Node | string)[][]): HTMLTableRowElement {
  return make('tr', ...cells.map((content) => make('td', ...content)));
}
