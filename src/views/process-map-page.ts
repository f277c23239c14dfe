/** The processes and what they hand to each other: the map, and the same as tables. */
import { documentPath, processesPath } from '../handbook/address.ts';
import type { Handbook } from '../handbook/graph.ts';
import { rowPage, type PageLink } from './paging.ts';
import { processGroups, proceduresOf } from './process-groups.ts';
import { processMap, type ProcessMap } from './process-map-layout.ts';
import { departmentLink, named, numberedLink, roleLink, type Cell, type Link, type Table, type View } from './view.ts';

export interface ProcessMapPage {
  map: ProcessMap;
  groups: { title: string; procedures: { link: Link; flows: string }[] }[];
}

/** A page of the interfaces, as tables: between procedures, and between procedures and everyone else. */
export interface InterfacePage {
  tables: { id: 'inside' | 'outside'; title: string; table: Table }[];
  /** All pages; empty if there is only one. */
  pages: PageLink[];
}

/** Something that one process or party gives to another. */
interface Flow {
  from: string;
  what: string;
  to: string;
  /** True between procedures. */
  isInside: boolean;
}

/** The page of the processes. */
export function processMapPage(view: View): ProcessMapPage {
  const { handbook, words } = view;
  const flows = interfaces(handbook);
  const groups = processGroups(view);
  return {
    map: processMap(
      groups.map(({ title, procedures }) => ({
        title,
        processes: procedures.map(({ number, data }) => ({
          number,
          title: named(view, data.title),
          href: documentPath(number),
        })),
      })),
      flows.filter(({ isInside }) => isInside),
      words.list,
    ),
    groups: groups.map(({ title, procedures }) => ({
      title,
      procedures: procedures.map(({ number }) => ({
        link: numberedLink(view, number),
        flows: words.processFlows(
          flows.filter(({ to }) => to === number).length,
          flows.filter(({ from }) => from === number).length,
        ),
      })),
    })),
  };
}

/** False for a handbook in which no procedure is in force. */
export function hasProcesses({ handbook }: View): boolean {
  return proceduresOf(handbook).length > 0;
}

/** How many interfaces there are. */
export function interfaceCount(handbook: Handbook): number {
  return interfaces(handbook).length;
}

/** A page of the interfaces: those between procedures, then the others. */
export function interfacePage(view: View, page: number): InterfacePage {
  const { words } = view;
  const flows = interfaces(view.handbook);
  const ordered = [...flows.filter(({ isInside }) => isInside), ...flows.filter(({ isInside }) => !isInside)];
  const { rows, pages } = rowPage(ordered, page, processesPath);
  const columns = [words.interfaceFrom, words.interfaceWhat, words.interfaceTo];
  const tableOf = (list: readonly Flow[]): Table => ({
    columns,
    rows: list.map(({ from, what, to }): Cell[] => [endLink(view, from), what, endLink(view, to)]),
  });
  const tables: InterfacePage['tables'] = [
    { id: 'inside', title: words.interfacesInside, table: tableOf(rows.filter(({ isInside }) => isInside)) },
    { id: 'outside', title: words.interfacesOutside, table: tableOf(rows.filter(({ isInside }) => !isInside)) },
  ];
  // A page of several may have none of one kind.
  return { tables: tables.filter(({ table }) => table.rows.length || !pages.length), pages };
}

/** Every interface once, though both of its procedures name it: by source, then by destination, procedures first. */
function interfaces(handbook: Handbook): Flow[] {
  const procedures = proceduresOf(handbook);
  const flows = new Map<string, Flow>();
  const numbers = new Set(procedures.map(({ number }) => number));
  const add = ({ from, what, to }: Omit<Flow, 'isInside'>) =>
    flows.set([from, to, what].join('\n'), { from, what, to, isInside: numbers.has(from) && numbers.has(to) });
  for (const { number, data } of procedures) {
    for (const { name, to } of data.process.outputs) for (const end of to) add({ from: number, what: name, to: end });
    for (const { name, from } of data.process.inputs)
      for (const end of from) add({ from: end, what: name, to: number });
  }
  const order = new Map(procedures.map(({ number }, index) => [number, index]));
  const place = (end: string) => order.get(end) ?? procedures.length;
  return [...flows.values()].sort((a, b) => place(a.from) - place(b.from) || place(a.to) - place(b.to));
}

/** A procedure, role, department, party of the handbook, or every process. */
function endLink(view: View, id: string): Link {
  const { handbook, words } = view;
  if (id === 'all') return { text: words.processesAll };
  if (handbook.roles.has(id)) return roleLink(view, id);
  if (handbook.departments.has(id)) return departmentLink(view, id);
  const party = handbook.settings.parties.find((item) => item.id === id);
  return party ? { text: named(view, party.title) } : numberedLink(view, id);
}
