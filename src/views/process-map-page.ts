/** The processes and what they hand to each other: the map, and the same as tables. */
import { processesPath, documentPath } from '../handbook/address.ts';
import type { Handbook } from '../handbook/graph.ts';
import { rowPage, type RowPage } from './paging.ts';
import { processGroups, proceduresOf } from './process-groups.ts';
import { processMap, type ProcessMap } from './process-map-layout.ts';
import { departmentLink, named, numberedLink, roleLink, type Link, type View } from './view.ts';

/** Something that one process or party gives to another. */
export interface Interface {
  from: Link;
  what: string;
  to: Link;
  /** True between procedures, false between a procedure and anyone else. */
  isInside: boolean;
}

export interface ProcessMapPage {
  map: ProcessMap;
  groups: { title: string; procedures: { link: Link; flows: string }[] }[];
}

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

/** How many interfaces there are. */
export function interfaceCount(handbook: Handbook): number {
  return interfaces(handbook).length;
}

/** A page of the interfaces: those between procedures, then the others. */
export function interfacePage(view: View, page: number): RowPage<Interface> {
  const flows = interfaces(view.handbook);
  const ordered = [...flows.filter(({ isInside }) => isInside), ...flows.filter(({ isInside }) => !isInside)];
  const list = rowPage(ordered, page, processesPath);
  return {
    ...list,
    rows: list.rows.map((flow) => ({ ...flow, from: endLink(view, flow.from), to: endLink(view, flow.to) })),
  };
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
