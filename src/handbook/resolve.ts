/** Parsed data → the read-only graph with its reverse directions. Never fails: what does not resolve is for the rules. */
import type { DocumentData, Instruction, Matrix } from '../schema/documents.ts';
import type { ClauseData } from '../schema/standard.ts';
import type {
  ActivityNode,
  Clause,
  Department,
  Document,
  Duty,
  Handbook,
  Mapping,
  Person,
  Raci,
  Reference,
  Registers,
  Standard,
} from './graph.ts';
import type { Surroundings } from './parse.ts';

type Known = 'edition' | 'asOf' | 'releases' | 'unreadable' | 'lostTitles' | 'sources' | 'unread' | 'vanished';

/** What a graph is made of; some of it stands in the graph as it is. */
export interface Given extends Pick<Handbook, Known> {
  surroundings: Surroundings;
  documents: Document[];
  /** The last releases of withdrawn documents. */
  withdrawn: Document[];
  titlesAhead?: Handbook['titlesAhead'];
}

/** Builds the graph of one edition. */
export function resolve(given: Given): Handbook {
  const { surroundings, asOf } = given;
  const documents = new Map(
    [...given.documents].sort((a, b) => byNumber(a.number, b.number)).map((document) => [document.number, document]),
  );
  const standards = new Map(surroundings.standards.map((item) => [item.data.id, standardNode(item)]));
  const all = [...documents.values()];
  const mappings = all.flatMap((document) => documentMappings(document, standards));
  const activities = all.flatMap(documentActivities);
  const externals = new Map(
    surroundings.registers['external-documents'].map((external) => [external.number, external]),
  );
  const numberByTitle = titles(all, externals.values());
  const references = all.flatMap((document) => documentReferences(document, numberByTitle));
  const people = surroundings.people.map(({ data, index }): Person => ({
    id: data.id,
    data,
    place: (...path) => surroundings.peopleSource!.place(['people', index, ...(path.length ? path : ['id'])]),
  }));
  return {
    edition: given.edition,
    asOf,
    settings: surroundings.settings,
    settingsSource: surroundings.settingsSource,
    standards,
    standardsInForce: surroundings.settings.standards.flatMap(({ id }) => standards.get(id) ?? []),
    departments: departmentTree(surroundings),
    people: firstById(people),
    roles: firstById(surroundings.roles),
    documents,
    externals,
    registers: surroundings.registers,
    translations: group(surroundings.translations, (translation) => [translation.data.translates]),
    withdrawals: new Map(
      surroundings.registers.withdrawals
        .filter((withdrawal) => withdrawal.on <= asOf)
        .map((withdrawal) => [withdrawal.document, withdrawal]),
    ),
    withdrawn: new Map(given.withdrawn.map((document) => [document.number, document])),
    titlesAhead: given.titlesAhead ?? new Map(),
    releases: given.releases,
    unreadable: given.unreadable,
    lostTitles: given.lostTitles,
    sources: given.sources,
    unread: given.unread,
    vanished: given.vanished,
    mappings: group(mappings, (mapping) => [mapping.clause]),
    activities,
    duties: group(activities.flatMap(activityDuties), (duty) => [duty.role]),
    formedBy: group(activities, (activity) => activity.data.records),
    providers: group(all, (document) => document.data.provides),
    references,
    referencedBy: group(references, (reference) => [reference.to]),
    holders: holders(people, asOf),
    numberByTitle,
    matrices: all.flatMap((document) =>
      document.kind === 'matrix' ? [{ document, data: document.data as Matrix }] : [],
    ),
  };
}

/** Order of document numbers: by their parts, figures as numbers. */
export const byNumber: (a: string, b: string) => number = new Intl.Collator('en', { numeric: true }).compare;

/** Of two entries of one id (SRC-06) the first counts. */
function firstById<T extends { id: string }>(items: readonly T[]): Map<string, T> {
  const first = new Map<string, T>();
  for (const item of items) if (!first.has(item.id)) first.set(item.id, item);
  return first;
}

function group<T>(items: readonly T[], keys: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of new Set(keys(item))) {
      const list = groups.get(key);
      if (list) list.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

function standardNode({ data, source }: Surroundings['standards'][number]): Standard {
  const standard: Standard = { id: data.id, data, source, clauses: [], byNumber: new Map() };
  const byNumber = standard.byNumber as Map<string, Clause>;
  for (const clause of data.clauses) {
    const node: Clause = {
      reference: `${data.id}/${clause.number}`,
      number: clause.number,
      standard,
      data: clause,
      parent: undefined,
      children: [],
      leaf: true,
    };
    standard.clauses.push(node);
    byNumber.set(clause.number, node);
  }
  for (const clause of standard.clauses) {
    const parent = clause.data.parent ? byNumber.get(clause.data.parent) : undefined;
    if (!parent) continue;
    clause.parent = parent;
    parent.children.push(clause);
    parent.leaf = false;
  }
  return standard;
}

/** `iso20000-1:2018/8.6.1#5.3` → its parts. */
export function splitClauseReference(reference: string): { standard: string; number: string; section?: string } {
  const [clause = '', section] = reference.split('#');
  const slash = clause.indexOf('/');
  return { standard: clause.slice(0, slash), number: clause.slice(slash + 1), section };
}

/**
 * The clause that a reference names. A paragraph without a title (9.2.1) leads to the clause that it belongs to.
 * @param reference `standard/number`, with or without `#section`
 */
export function findClause(standards: ReadonlyMap<string, Standard>, reference: string): Clause | undefined {
  const { standard: id, number } = splitClauseReference(reference);
  const standard = standards.get(id);
  return (
    standard?.byNumber.get(number) ??
    standard?.clauses.find((clause: { data: ClauseData }) => clause.data.paragraphs.includes(number))
  );
}

function documentMappings(document: Document, standards: ReadonlyMap<string, Standard>): Mapping[] {
  const [main] = document.parts;
  if (!main) return [];
  const mapping = (
    reference: string,
    as: Mapping['as'],
    part: Document['parts'][number],
    path: (string | number)[],
  ): Mapping => ({
    clause: findClause(standards, reference)?.reference ?? (reference.split('#')[0] as string),
    as,
    document,
    part,
    section: splitClauseReference(reference).section,
    place: () => part.source.place(path),
  });
  const { primary, supporting } = document.data.clauses;
  return [
    ...primary.map((reference, index) => mapping(reference, 'primary', main, ['clauses', 'primary', index])),
    ...supporting.map((reference, index) => mapping(reference, 'supporting', main, ['clauses', 'supporting', index])),
    ...document.parts.flatMap((part) =>
      (part.data?.clauses ?? []).map((reference, index) => mapping(reference, 'supporting', part, ['clauses', index])),
    ),
  ];
}

function documentActivities(document: Document): ActivityNode[] {
  const { data, parts } = document;
  if (data.kind !== 'procedure') return [];
  return data.activities.map((activity, index) => ({
    document,
    step: index + 1,
    data: activity,
    place: () => parts[0]!.source.place(['activities', index, 'id']),
  }));
}

function activityDuties(activity: ActivityNode): Duty[] {
  const byRole = new Map<string, Raci[]>();
  const add = (role: string, raci: Raci) => byRole.set(role, [...(byRole.get(role) ?? []), raci]);
  const { responsible, accountable, consulted, informed } = activity.data;
  add(accountable, 'A');
  responsible.forEach((role) => add(role, 'R'));
  consulted.forEach((role) => add(role, 'C'));
  informed.forEach((role) => add(role, 'I'));
  return [...byRole].map(([role, raci]) => ({ role, raci, activity }));
}

function documentReferences(document: Document, numberByTitle: ReadonlyMap<string, string>): Reference[] {
  const { data, parts } = document;
  const source = parts[0]!.source;
  const references: Reference[] = [];
  const add = (to: string, how: Reference['how'], place: Reference['place']) =>
    references.push({ from: document, to, how, place });
  data.related.forEach((to, index) => add(to, 'related', () => source.place(['related', index])));
  if ('records' in data) {
    data.records.forEach((to, index) => add(to, 'record', () => source.place(['records', index])));
  }
  if ('procedure' in data && data.procedure) {
    add((data as Instruction).procedure, 'procedure', () => source.place(['procedure']));
  }
  for (const activity of documentActivities(document)) {
    activity.data.records.forEach((to, index) =>
      add(to, 'record', () => source.place(['activities', activity.step - 1, 'records', index])),
    );
  }
  for (const { number, path } of interfaces(data)) add(number, 'interface', () => source.place(path));
  for (const part of parts) {
    for (const mention of part.body.mentions) {
      const to = numberByTitle.get(mention.title);
      if (to) add(to, 'mention', () => mention.place);
    }
  }
  return references;
}

function interfaces(data: DocumentData): { number: string; path: (string | number)[] }[] {
  if (data.kind !== 'procedure') return [];
  const isNumber = (endpoint: string) => /^[A-Z0-9]+-[A-Z0-9-]+$/.test(endpoint);
  const { inputs, outputs } = data.process;
  return [
    ...inputs.flatMap(({ from }, row) =>
      from.map((number, index) => ({ number, path: ['process', 'inputs', row, 'from', index] })),
    ),
    ...outputs.flatMap(({ to }, row) =>
      to.map((number, index) => ({ number, path: ['process', 'outputs', row, 'to', index] })),
    ),
  ].filter(({ number }) => isNumber(number));
}

function titles(documents: Document[], externals: Iterable<Registers['external-documents'][number]>) {
  const numbers = new Map<string, string>();
  for (const external of externals) {
    numbers.set(external.title.zh, external.number);
    numbers.set(external.title.en, external.number);
  }
  // Of two documents of one title (NUM-03) the first is meant, of ours and others' ours.
  const own = new Map<string, string>();
  for (const { number, data } of documents) {
    for (const title of [data.title.zh, data.title.en]) if (!own.has(title)) own.set(title, number);
  }
  return new Map([...numbers, ...own]);
}

function departmentTree({ departments, departmentsSource }: Surroundings): Map<string, Department> {
  const tree = new Map<string, Department>();
  for (const { data, index } of departments) {
    if (tree.has(data.id)) continue;
    tree.set(data.id, {
      id: data.id,
      data,
      parent: undefined,
      children: [],
      place: (...path) => departmentsSource!.place(['departments', index, ...(path.length ? path : ['id'])]),
    });
  }
  for (const department of tree.values()) {
    const parent = department.data.parent ? tree.get(department.data.parent) : undefined;
    if (!parent || isAbove(department, parent)) continue;
    department.parent = parent;
    parent.children.push(department);
  }
  return tree;
}

/** True if the first department already stands above the second, so that joining them would close a circle. */
function isAbove(department: Department, below: Department): boolean {
  for (let node: Department | undefined = below; node; node = node.parent) if (node === department) return true;
  return false;
}

function holders(people: Person[], asOf: string): Map<string, Person[]> {
  return group(people, (person) =>
    person.data.roles
      .filter(({ from, until }) => from <= asOf && (!until || asOf <= until))
      .map((holding) => holding.role),
  );
}
