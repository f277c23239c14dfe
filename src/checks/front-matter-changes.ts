/** Which sections of a document show what changed in its front matter (src/markdown/generated.ts makes them). */
import { isDeepStrictEqual } from 'node:util';
import { outlineWords, type OutlineWords } from '../markdown/words.ts';
import type { DocumentData, Matrix } from '../schema/documents.ts';
import type { Form } from '../schema/form.ts';
import type { Activity, Procedure } from '../schema/procedure.ts';

/** Something that differs between two versions. */
export interface SectionChange {
  /** What a change record may call the place; the most exact name first. None if no section shows it. */
  names: string[];
  /** False if a change record may pass over it. */
  required: boolean;
}

/** What every release gives anew, so that it is no change by itself. */
const ofEachVersion = new Set(['version', 'prepared', 'reviewed', 'approved', 'released', 'effective', 'changes']);

/** These keys with all that is indented below them. */
const blocksOfEachVersion = new RegExp(`^(?:${[...ofEachVersion].join('|')}):.*\\n(?:[ \\t#-].*\\n|\\n)*`, 'gm');

/** True if two front matters are the same to the letter, but for what every release gives anew. */
export function isSameYaml(before: string, after: string): boolean {
  return before.replace(blocksOfEachVersion, '') === after.replace(blocksOfEachVersion, '');
}

/**
 * The differences in the front matter of two versions.
 * @param last the last section that the author wrote, below which the table of a matrix stands
 */
export function frontMatterChanges(
  before: DocumentData,
  after: DocumentData,
  language: 'zh-CN' | 'en',
  last: string,
): SectionChange[] {
  if (before === after) return [];
  const words = outlineWords(language);
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = new Set(
    keys.filter((key) => !ofEachVersion.has(key) && !isDeepStrictEqual(valueOf(before, key), valueOf(after, key))),
  );
  if (changed.size === 0) return [];
  const found: SectionChange[] = [];
  if (before.kind === 'procedure' && after.kind === 'procedure') {
    found.push(...processChanges(before, after, words), ...activityChanges(before, after));
    if (changed.has('owner')) found.push(shown('2.2', words.owner));
    if (changed.has('related')) found.push(shown('6', words.related));
  } else if (before.kind === 'form' && after.kind === 'form') {
    found.push(...formChanges(before, after, changed, words));
  } else if (before.kind === 'matrix' && after.kind === 'matrix' && changed.has('rows')) {
    const names = [last, after.title.zh, after.title.en, ...changedRows(before, after)].filter(Boolean);
    found.push({ names, required: true });
  }
  // What stands at the head of the page, or nowhere in the text, is a change, too, but of no section.
  return found.length ? found : [{ names: [], required: false }];
}

function valueOf(data: DocumentData, key: string): unknown {
  return (data as Record<string, unknown>)[key];
}

function shown(...names: string[]): SectionChange {
  return { names, required: true };
}

function processChanges(before: Procedure, after: Procedure, words: OutlineWords): SectionChange[] {
  const sections: [keyof Procedure['process'], string, string][] = [
    ['scope', '2.1', words.scope],
    ['inputs', '2.3', words.inputs],
    ['outputs', '2.4', words.outputs],
    ['controlPoints', '2.6', words.controlPoints],
    ['metrics', '2.7', words.metrics],
    ['terms', '3', words.terms],
  ];
  return sections.flatMap(([key, number, title]) =>
    isDeepStrictEqual(before.process[key], after.process[key]) ? [] : [shown(number, title)],
  );
}

/** A step shows in its own section, in the table at the head of 5, by its roles in 2.5 and by its records in 7. */
function activityChanges(before: Procedure, after: Procedure): SectionChange[] {
  const old = new Map(before.activities.map((activity, index) => [activity.id, { activity, step: index + 1 }]));
  const found: SectionChange[] = [];
  for (const [index, activity] of after.activities.entries()) {
    const was = old.get(activity.id);
    old.delete(activity.id);
    const own = `5.${index + 1}`;
    if (!was) found.push(shown(own, '5', '2.5', '4'));
    else if (!isDeepStrictEqual(was.activity, activity)) {
      found.push(
        shown(own, '5', ...(hasSameRoles(was.activity, activity) ? [] : ['2.5']), ...records(was.activity, activity)),
      );
    } else if (was.step !== index + 1) found.push({ names: [own, `5.${was.step}`, '5', '2.5'], required: false });
  }
  for (const { step } of old.values()) found.push(shown(`5.${step}`, '5', '2.5', '4'));
  return found;
}

function hasSameRoles(a: Activity, b: Activity): boolean {
  const roles = ({ name, responsible, accountable, consulted, informed }: Activity) => ({
    name,
    responsible,
    accountable,
    consulted,
    informed,
  });
  return isDeepStrictEqual(roles(a), roles(b));
}

function records(a: Activity, b: Activity): string[] {
  return isDeepStrictEqual(a.records, b.records) ? [] : ['7'];
}

/** People name the field that they changed rather than the section that lists the fields. */
function formChanges(before: Form, after: Form, changed: ReadonlySet<string>, words: OutlineWords): SectionChange[] {
  const sections: [(keyof Form)[], string, string][] = [
    [['purpose', 'generated'], '1', words.purpose],
    [['fields'], '2', words.fields],
    [['keeper', 'medium', 'retention', 'disposal'], '3', words.keeping],
  ];
  return sections.flatMap(([keys, number, title]) =>
    keys.some((key) => changed.has(key))
      ? [shown(number, title, ...(keys.includes('fields') ? changedFields(before, after) : []))]
      : [],
  );
}

function changedFields(before: Form, after: Form): string[] {
  const old = new Map(before.fields.map((field) => [field.name, field]));
  const now = new Map(after.fields.map((field) => [field.name, field]));
  return [...new Set([...old.keys(), ...now.keys()])].filter(
    (name) => !isDeepStrictEqual(old.get(name), now.get(name)),
  );
}

/** The clauses whose row came, went or changed. */
function changedRows(before: Matrix, after: Matrix): string[] {
  const old = new Map(before.rows.map((row) => [row.clause, row.parts]));
  const now = new Map(after.rows.map((row) => [row.clause, row.parts]));
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((clause) => !isDeepStrictEqual(old.get(clause), now.get(clause)))
    .map(clauseNumber);
}

function clauseNumber(reference: string): string {
  return reference.slice(reference.indexOf('/') + 1);
}

/** What the front matter of a document makes: sections by number and title, rows of the matrix by clause. */
export function generatedSections(data: DocumentData, language: 'zh-CN' | 'en'): string[][] {
  const words = outlineWords(language);
  if (data.kind === 'matrix') return data.rows.map(({ clause }) => [clauseNumber(clause)]);
  if (data.kind === 'form')
    return [['1', words.purpose], ['2', words.fields], ['3', words.keeping], ...data.fields.map(({ name }) => [name])];
  if (data.kind !== 'procedure') return [];
  return [
    ['2', words.definition],
    ['2.1', words.scope],
    ['2.2', words.owner],
    ['2.3', words.inputs],
    ['2.4', words.outputs],
    ['2.5', words.responsibilities],
    ['2.6', words.controlPoints],
    ['2.7', words.metrics],
    ['3', words.terms],
    ['6', words.related],
    ['7', words.records],
  ];
}
