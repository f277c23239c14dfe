/** Tells, beside a value that should be an id, the id of what it names: people write 事件经理 for incident-mgr. */
import type { Bilingual } from '../schema/primitives.ts';
import type { Fault } from './finding.ts';
import type { Surroundings } from './parse.ts';
import { valueAt } from './schema-path.ts';
import type { SourceFile } from './source.ts';

interface Named {
  what: Bilingual;
  id: string;
  name: Bilingual;
}

/**
 * Faults with the id in the hint wherever the value is the name of a role, a department or a person.
 * @param files all files that were read
 */
export function withMeantIds(faults: readonly Fault[], files: Iterable<SourceFile>, known: Surroundings): Fault[] {
  if (!faults.length) return [];
  const sources = new Map(Array.from(files, (source) => [source.file, source]));
  const all = named(known);
  return faults.map((fault) => withMeantId(fault, sources.get(fault.file), all));
}

function withMeantId(fault: Fault, source: SourceFile | undefined, all: readonly Named[]): Fault {
  const { rule, path, hint } = fault;
  if (rule !== 'SRC-03' || !path?.length || !source) return fault;
  const value = valueAt(source.data().value, path);
  const meant = all.filter(({ name }) => name.zh === value || name.en === value);
  if (!meant.length) return fault;
  return {
    ...fault,
    hint: {
      zh: `${meant.map(({ what, id }) => `${what.zh}“${String(value)}”的标识是 ${id}。`).join('')}${hint?.zh ?? ''}`,
      en: `${meant.map(({ what, id }) => `The id of the ${what.en} “${String(value)}” is ${id}. `).join('')}${hint?.en ?? ''}`,
    },
  };
}

function named({ roles, departments, people }: Surroundings): Named[] {
  return [
    ...roles.map(({ id, data }) => ({ what: { zh: '角色', en: 'role' }, id, name: data.title })),
    ...departments.map(({ data: { id, title } }) => ({ what: { zh: '部门', en: 'department' }, id, name: title })),
    ...people.map(({ data: { id, name } }) => ({ what: { zh: '人员', en: 'person' }, id, name })),
  ];
}
