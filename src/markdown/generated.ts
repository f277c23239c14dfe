/** The sections of a document that are generated from its front matter, as mdast. */
import type { RootContent } from 'mdast';
import type { Handbook } from '../handbook/graph.ts';
import type { Form } from '../schema/form.ts';
import type { Matrix } from '../schema/documents.ts';
import type { Procedure } from '../schema/procedure.ts';
import { heading, joined, link, paragraph, table, type Cell, type Inline } from './nodes.ts';
import { outlineWords, titleIn, type OutlineWords } from './words.ts';

interface Names {
  words: OutlineWords;
  role: (id: string) => Inline;
  roles: (ids: readonly string[]) => Cell;
  department: (id: string) => Inline;
  document: (number: string) => Inline;
  endpoint: (endpoint: string) => Inline;
}

/** How roles, departments and documents are named and linked in generated text. */
function namesOf(handbook: Handbook): Names {
  const { language } = handbook.settings;
  const words = outlineWords(language);
  // What is gone keeps the name that an old version froze.
  const former = (group: 'roles' | 'departments', id: string): string => {
    const name = handbook.former?.names[group][id];
    return name ? titleIn(language, name) : id;
  };
  const role = (id: string): Inline => {
    const found = handbook.roles.get(id);
    return found ? link(`role:${id}`, titleIn(language, found.data.title)) : former('roles', id);
  };
  const department = (id: string): Inline => {
    const found = handbook.departments.get(id);
    return found ? link(`department:${id}`, titleIn(language, found.data.title)) : former('departments', id);
  };
  const document = (number: string): Inline => {
    const found = handbook.documents.get(number);
    if (found) return link(number, titleIn(language, found.data.title));
    const ahead = handbook.titlesAhead.get(number);
    return ahead ? titleIn(language, ahead) : number;
  };
  const endpoint = (id: string): Inline => {
    if (id === 'all') return words.allProcesses;
    if (handbook.roles.has(id)) return role(id);
    if (handbook.departments.has(id)) return department(id);
    const party = handbook.settings.parties.find((item) => item.id === id);
    return party ? titleIn(language, party.title) : document(id);
  };
  return { words, role, roles: (ids) => joined(ids.map(role), words.separator), department, document, endpoint };
}

/** Section 2 of a procedure: the process card. */
export function processDefinition(handbook: Handbook, data: Procedure): RootContent[] {
  const names = namesOf(handbook);
  const { words, role, endpoint } = names;
  const { process } = data;
  const ends = (ids: readonly string[]): Cell => joined(ids.map(endpoint), words.separator);
  return [
    heading(2, `2 ${words.definition}`),
    heading(3, `2.1 ${words.scope}`),
    paragraph(process.scope),
    heading(3, `2.2 ${words.owner}`),
    paragraph(role(data.owner)),
    heading(3, `2.3 ${words.inputs}`),
    table(
      [words.input, words.source],
      process.inputs.map((input) => [input.name, ends(input.from)]),
    ),
    heading(3, `2.4 ${words.outputs}`),
    table(
      [words.output, words.destination],
      process.outputs.map((output) => [output.name, ends(output.to)]),
    ),
    heading(3, `2.5 ${words.responsibilities}`),
    responsibilities(names, data),
    heading(3, `2.6 ${words.controlPoints}`),
    table(
      [words.controlPoint, words.requirement],
      process.controlPoints.map((point) => [point.name, point.what]),
    ),
    heading(3, `2.7 ${words.metrics}`),
    table(
      [words.metric, words.formula, words.target, words.frequency, words.metricOwner, words.dataSource],
      process.metrics.map((metric) => [
        metric.name,
        metric.formula,
        metric.target,
        words.frequencies[metric.frequency],
        role(metric.owner),
        metric.source,
      ]),
    ),
  ];
}

/** For each role of a procedure: the steps in which it is responsible or accountable, consulted or informed. */
function responsibilities({ words, role }: Names, data: Procedure): RootContent {
  const steps = new Map<string, Map<string, string[]>>();
  const add = (id: string, letter: string, step: string) => {
    const letters = steps.get(id) ?? new Map<string, string[]>();
    steps.set(id, letters);
    letters.set(letter, [...(letters.get(letter) ?? []), step]);
  };
  data.activities.forEach((activity, index) => {
    const step = `5.${index + 1} ${activity.name}`;
    for (const id of activity.responsible) add(id, words.responsible, step);
    add(activity.accountable, words.accountable, step);
    for (const id of activity.consulted) add(id, words.consulted, step);
    for (const id of activity.informed) add(id, words.informed, step);
  });
  const order = [words.responsible, words.accountable, words.consulted, words.informed];
  return table(
    [words.role, ...order],
    [...steps].map(([id, letters]) => [
      role(id),
      ...order.map((letter): Cell =>
        joined(
          (letters.get(letter) ?? []).map((step) => link(`#${step.split(' ')[0] ?? ''}`, step.split(' ')[0] ?? '')),
          words.separator,
        ),
      ),
    ]),
  );
}

/** Section 3 of a procedure. */
export function terms(handbook: Handbook, data: Procedure): RootContent[] {
  const words = outlineWords(handbook.settings.language);
  return [
    heading(2, `3 ${words.terms}`),
    table(
      [words.term, words.meaning],
      data.process.terms.map((term) => [term.term, term.definition]),
    ),
  ];
}

/** The table of activities at the head of section 5. */
export function activityTable(handbook: Handbook, data: Procedure): RootContent {
  const { words, role, roles, document } = namesOf(handbook);
  return table(
    [
      words.step,
      words.activity,
      words.responsible,
      words.accountable,
      words.consulted,
      words.informed,
      words.input,
      words.record,
    ],
    data.activities.map((activity, index) => [
      link(`#5.${index + 1}`, `5.${index + 1}`),
      activity.name,
      roles(activity.responsible),
      role(activity.accountable),
      roles(activity.consulted),
      roles(activity.informed),
      activity.input,
      joined(activity.records.map(document), words.separator),
    ]),
  );
}

/** Sections 6 and 7 of a procedure. */
export function references(handbook: Handbook, data: Procedure): RootContent[] {
  const { words, document, department } = namesOf(handbook);
  const records = [...new Set(data.activities.flatMap((activity) => activity.records))];
  return [
    heading(2, `6 ${words.related}`),
    table(
      [words.number, words.title],
      data.related.map((number) => [number, document(number)]),
    ),
    heading(2, `7 ${words.records}`),
    table(
      [words.number, words.title, words.formedIn, words.keeper, words.retention],
      records.map((number) => {
        const form = handbook.documents.get(number)?.data;
        const steps = data.activities.flatMap((activity, index) =>
          activity.records.includes(number) ? [link(`#5.${index + 1}`, `5.${index + 1}`)] : [],
        );
        return [
          number,
          document(number),
          joined(steps, words.separator),
          form?.kind === 'form' ? department(form.keeper) : '',
          form?.kind === 'form' ? form.retention : '',
        ];
      }),
    ),
  ];
}

/** The text of a record form: purpose, fields, keeping. */
export function formText(handbook: Handbook, data: Form): RootContent[] {
  const { words, role, department } = namesOf(handbook);
  const remark = (field: Form['fields'][number]): string =>
    [
      field.choices ? `${words.choices}${words.colon}${field.choices.join(words.separator)}` : '',
      field.columns ? `${words.columns}${words.colon}${field.columns.join(words.separator)}` : '',
      field.note ?? '',
    ]
      .filter(Boolean)
      .join(words.semicolon);
  return [
    heading(2, `1 ${words.purpose}`),
    paragraph(data.purpose),
    ...(data.generated ? [paragraph(words.generated)] : []),
    heading(2, `2 ${words.fields}`),
    table(
      [words.step, words.field, words.type, words.filledBy, words.required, words.note],
      data.fields.map((field, index) => [
        String(index + 1),
        field.name,
        words.types[field.type],
        role(field.by),
        field.required ? words.yes : words.no,
        remark(field),
      ]),
    ),
    heading(2, `3 ${words.keeping}`),
    table(
      [words.keeper, words.medium, words.retention, words.disposal],
      [[department(data.keeper), words.media[data.medium], data.retention, data.disposal]],
    ),
  ];
}

/** The table of the responsibility matrix: clauses down, leading roles and departments across. */
export function matrixTable(handbook: Handbook, data: Matrix): RootContent[] {
  const { words } = namesOf(handbook);
  const { language } = handbook.settings;
  const used = new Set(data.rows.flatMap((row) => Object.keys(row.parts)));
  const columns = [
    ...[...handbook.roles.values()].filter((role) => used.has(role.id)),
    ...[...handbook.departments.values()].filter((department) => used.has(department.id)),
  ];
  return [
    paragraph(words.legend),
    table(
      [words.clause, words.title, ...columns.map((column) => titleIn(language, column.data.title))],
      data.rows.map((row) => {
        const [standard = '', number = ''] = row.clause.split('/');
        const clause = handbook.standards.get(standard)?.byNumber.get(number);
        return [
          link(`clause:${row.clause}`, number),
          clause ? titleIn(language, clause.data.title) : '',
          ...columns.map((column) => {
            const part = row.parts[column.id];
            return part ? words[part] : '';
          }),
        ];
      }),
    ),
  ];
}
