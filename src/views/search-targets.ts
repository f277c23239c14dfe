/**
 * What search can lead to: every document in force, role, department and clause, with the words that people use for it
 * and what it can be filtered by.
 */
import { catalogue } from '../checks/catalogue.ts';
import { checkPath, clausePath, departmentPath, documentPath, rolePath } from '../handbook/address.ts';
import type { Clause, Document, Handbook, Mapping } from '../handbook/graph.ts';
import { splitClauseReference } from '../handbook/resolve.ts';
import { kinds, type Kind } from '../schema/documents.ts';
import type { Bilingual } from '../schema/primitives.ts';
import type { View } from './view.ts';

export type TargetKind = Kind | 'role' | 'department' | 'clause' | 'rule';

/** One target of the index of titles. Short keys: the file is loaded by readers. */
export interface SearchTarget {
  /** `HC-ITSM-B-21`, `role:incident-mgr`, `department:YWB`, `clause:8.6.1`, `rule:MAP-01` */
  id: string;
  path: string;
  kind: TargetKind;
  /** Titles in both languages. */
  zh: string;
  en: string;
  /** Further words: keywords of the document, metrics. */
  words: string[];
  /** The parts of a document that has several, in the language of the handbook. */
  parts?: { title: string; path: string }[];
  /** Clauses that a document meets as primary, as ids of targets. */
  meets?: string[];
  /** Of documents: 1–4. */
  level?: number;
  /** The department that leads it, or that a role belongs to. */
  department?: string;
  /** The roles that own a document or have a part in its activities; a role has itself. */
  roles?: string[];
  /** Numbers of all clauses that a document has to do with; a clause has itself. */
  clauses?: string[];
  classification?: string;
}

/** Whom to ask when nothing is found. */
export interface Keeper {
  /** The name of the role. */
  title: Bilingual;
  path: string;
  /** The names of those who hold it. */
  holders: Bilingual;
}

export interface SearchIndex {
  targets: SearchTarget[];
  /** Groups of words that mean the same; the preferred one first. */
  synonyms: string[][];
  /** The rules of the check, which are found by their ids only: their words would stand between readers and documents. */
  rules?: SearchTarget[];
  /** The names of classifications. */
  classifications?: ({ id: string } & Bilingual)[];
  keeper?: Keeper | undefined;
}

export function roleTarget(id: string): string {
  return `role:${id}`;
}

export function clauseTarget(clause: Clause): string {
  return `clause:${clause.number}`;
}

/** The target under which the page of a document is indexed; undefined if it is not. */
export function searchEntry({ handbook, language }: View, { number }: Document): string | undefined {
  return language === handbook.settings.language && handbook.documents.has(number) ? number : undefined;
}

/** The index of titles, which search loads before the full text. */
export function searchIndex(handbook: Handbook): SearchIndex {
  const documents = documentTargets(handbook, [...handbook.documents.values()]);
  const classifications = handbook.settings.classifications
    .filter(({ id }) => documents.some(({ classification }) => classification === id))
    .map(({ id, title }) => ({ id, ...title }));
  if (handbook.profile?.external) return { targets: documents, synonyms: [], classifications };
  return {
    targets: [...documents, ...roleTargets(handbook), ...departmentTargets(handbook), ...clauseTargets(handbook)],
    synonyms: handbook.registers.glossary.map(({ term, synonyms }) => [
      ...new Set([term.zh, ...withoutRemark(term.en), ...synonyms]),
    ]),
    rules: [...catalogue.values()].map(({ id, title }) => ({
      id: `rule:${id}`,
      path: checkPath(id),
      kind: 'rule',
      ...title,
      words: [],
    })),
    classifications,
    keeper: keeperOf(handbook),
  };
}

function roleTargets({ roles }: Handbook): SearchTarget[] {
  return [...roles.values()].map(({ id, data }) => ({
    id: roleTarget(id),
    path: rolePath(id),
    kind: 'role',
    ...data.title,
    words: [],
    department: data.department,
    roles: [id],
  }));
}

function departmentTargets({ departments }: Handbook): SearchTarget[] {
  return [...departments.values()].map(({ id, data }) => ({
    id: `department:${id}`,
    path: departmentPath(id),
    kind: 'department',
    ...data.title,
    words: [],
    department: id,
  }));
}

function clauseTargets({ standardsInForce }: Handbook): SearchTarget[] {
  return standardsInForce.flatMap(({ clauses }) =>
    clauses.map((clause): SearchTarget => ({
      id: clauseTarget(clause),
      path: clausePath(clause.reference),
      kind: 'clause',
      ...clause.data.title,
      words: [],
      clauses: [clause.number],
    })),
  );
}

/**
 * The owner of the procedure that controls documented information. The management-system standards of ISO share their
 * structure: it is clause 7.5.3 in all of them.
 */
function keeperOf({ mappings, roles, people, holders }: Handbook): Keeper | undefined {
  const control = [...mappings.values()]
    .flat()
    .find(
      ({ clause, as, document }) => as === 'primary' && document.kind === 'procedure' && /\/7\.5\.3\b/.test(clause),
    );
  if (!control) return undefined;
  const role = roles.get(control.document.data.owner);
  if (!role) return undefined;
  const names = (holders.get(role.id) ?? []).map(({ id }) => people.get(id)!.data.name);
  return {
    title: role.data.title,
    path: rolePath(role.id),
    holders: { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') },
  };
}

/** `service level agreement (SLA)` are two words for it; a remark in brackets, as in `policy (security)`, is none. */
function withoutRemark(term: string): string[] {
  const [, words = term, remark = ''] = /^(.*?) ?\((.*)\)$/.exec(term) ?? [];
  return /^[A-Z]+$/.test(remark) ? [words, remark] : [words];
}

/** Documents with what they can be filtered by; in an edition for readers outside without roles, departments and clauses. */
export function documentTargets(handbook: Handbook, documents: readonly Document[]): SearchTarget[] {
  const met = Map.groupBy([...handbook.mappings.values()].flat(), ({ document }) => document.number);
  return documents.map((document) => ({
    ...documentTarget(document),
    ...(!handbook.profile?.external && {
      department: document.data.department,
      roles: [...rolesIn(document)],
      clauses: [...clausesOf(handbook, document, met.get(document.number) ?? [])],
    }),
  }));
}

/** Numbers of the clauses that a document meets, by itself, by the information that it is, or as part of a procedure. */
function clausesOf(
  { documents, formedBy }: Handbook,
  { number, data }: Document,
  met: readonly Mapping[],
): Set<string> {
  const procedures = [
    ...(formedBy.get(number) ?? []).map(({ document }) => document),
    ...('procedure' in data && data.procedure ? [documents.get(data.procedure)] : []),
  ];
  const references = [
    ...met.map(({ clause }) => clause),
    ...data.provides.map((reference) => reference.slice(0, reference.lastIndexOf('/'))),
    ...procedures.flatMap((procedure) => procedure?.data.clauses.primary ?? []),
  ];
  return new Set(references.map((reference) => splitClauseReference(reference).number));
}

/** The roles that own a document, act in it or fill it in. */
function rolesIn({ data }: Document): Set<string> {
  const activities = data.kind === 'procedure' ? data.activities : [];
  const fields = data.kind === 'form' ? data.fields : [];
  return new Set([
    data.owner,
    ...activities.flatMap(({ responsible, accountable, consulted, informed }) => [
      ...responsible,
      accountable,
      ...consulted,
      ...informed,
    ]),
    ...fields.map(({ by }) => by),
  ]);
}

function documentTarget({ number, kind, data, parts }: Document): SearchTarget {
  return {
    id: number,
    path: documentPath(number),
    kind,
    ...data.title,
    level: kinds[kind].level,
    classification: data.classification,
    meets: data.clauses.primary.map((reference) => `clause:${splitClauseReference(reference).number}`),
    words: [...data.keywords, ...(data.kind === 'procedure' ? data.process.metrics.map((metric) => metric.name) : [])],
    ...(parts.length > 1 && {
      parts: parts.slice(1).map(({ name, title }) => ({ title: title.zh, path: documentPath(number, name) })),
    }),
  };
}
