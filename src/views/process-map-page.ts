/** The processes and what they hand to each other: the map, and the same as tables. */
import { documentPath } from '../handbook/address.ts';
import { processGroups, proceduresOf } from './process-groups.ts';
import { processMap, type ProcessMap } from './process-map-layout.ts';
import { departmentLink, named, numberedLink, roleLink, type Link, type View } from './view.ts';

/** Something that one process or party gives to another. */
export interface Interface {
  from: Link;
  what: string;
  to: Link;
}

export interface ProcessMapPage {
  map: ProcessMap;
  groups: { title: string; procedures: { link: Link; flows: string }[] }[];
  /** Between procedures, and between procedures and everyone else. */
  inside: Interface[];
  outside: Interface[];
}

interface Flow {
  from: string;
  what: string;
  to: string;
}

/** The page of the processes. */
export function processMapPage(view: View): ProcessMapPage {
  const { handbook, words } = view;
  const flows = interfaces(view);
  const numbers = new Set(proceduresOf(handbook).map(({ number }) => number));
  const isInside = ({ from, to }: Flow) => numbers.has(from) && numbers.has(to);
  const groups = processGroups(view);
  const shown = ({ from, what, to }: Flow): Interface => ({ from: endLink(view, from), what, to: endLink(view, to) });
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
      flows.filter(isInside),
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
    inside: flows.filter(isInside).map(shown),
    outside: flows.filter((flow) => !isInside(flow)).map(shown),
  };
}

/** Every interface once, though both of its procedures name it: by source, then by destination, procedures first. */
function interfaces({ handbook }: View): Flow[] {
  const procedures = proceduresOf(handbook);
  const flows = new Map<string, Flow>();
  const add = (flow: Flow) => flows.set(`${flow.from}\n${flow.to}\n${flow.what}`, flow);
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
