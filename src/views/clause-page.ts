/** A clause: what meets it, where, who answers for it, and on what evidence. */
import { excludedClauses, leadDepartments, primaryProcedures } from '../checks/coverage.ts';
import { clausePath } from '../handbook/address.ts';
import type { Clause, Document, Mapping } from '../handbook/graph.ts';
import { claimNotice } from './claim.ts';
import { partPath } from './parts.ts';
import { processSetOf } from './process-set.ts';
import { clauseRecords } from './registers/index.ts';
import { sectionTitle, stepLink } from './translation.ts';
import {
  clauseLink,
  departmentLink,
  documentLink,
  named,
  numberedLink,
  personName,
  roleLink,
  type Cell,
  type Link,
  type Table,
  type View,
} from './view.ts';

export interface ClausePage {
  title: string;
  subtitle: string;
  summary: string;
  /** Says that the standard is not claimed yet, if so. */
  claim: string;
  /** That the clause does not apply, and why, if so. */
  excluded: { text: string; reason: string } | undefined;
  leaf: boolean;
  children: { link: Link; summary: string }[];
  /** Of a leaf of a standard in force it is said also if there is none. */
  owner: Cell | undefined;
  lead: Cell | undefined;
  direct: Link[];
  support: Link[];
  meets: Table;
  /** What tells how the work of its primary procedures is done, unless it stands among those that meet the clause. */
  instructions: Link[];
  manual: Link[];
  evidence: Table | undefined;
  /** The registers with the records that it asks for. */
  records: Link[];
  steps: Table | undefined;
  corresponds: { standard: string; links: Link[] }[];
}

export function clausePage(view: View, clause: Clause): ClausePage {
  const { handbook, words } = view;
  const leaves = clause.leaf ? [clause] : leavesBelow(clause);
  const mappings = leaves.flatMap((leaf) => handbook.mappings.get(leaf.reference) ?? []);
  const isManual = (mapping: Mapping) => mapping.document.kind === 'manual';
  const procedures = [...new Set(leaves.flatMap((leaf) => primaryProcedures(handbook, leaf)))];
  const [procedure] = procedures;
  const [lead] = leadDepartments(handbook, clause);
  const nobody = handbook.standardsInForce.includes(clause.standard) ? words.none : undefined;
  return {
    title: `${clause.number} ${named(view, clause.data.title)}`,
    subtitle: view.language === 'en' ? clause.data.title.zh : clause.data.title.en,
    summary: clause.data.summary ? named(view, clause.data.summary) : '',
    claim: claimNotice(view, clause.standard),
    excluded: exclusion(view, clause),
    leaf: clause.leaf,
    children: clause.children.map((child) => ({
      link: clauseLink(view, child.reference, { title: true }),
      summary: child.data.summary ? named(view, child.data.summary) : '',
    })),
    owner: clause.leaf ? (procedure ? roleLink(view, procedure.data.owner) : nobody) : undefined,
    lead: clause.leaf ? (lead === undefined ? nobody : departmentLink(view, lead)) : undefined,
    direct: clause.leaf ? partsInMatrix(view, clause, 'direct') : [],
    support: clause.leaf ? partsInMatrix(view, clause, 'support') : [],
    meets: {
      columns: [
        ...(clause.leaf ? [] : [words.clause]),
        words.number,
        words.title,
        words.kind,
        words.clauseAs,
        words.clauseWhere,
        words.owner,
      ],
      rows: mappings
        .filter((mapping) => !isManual(mapping))
        .sort((a, b) => (a.as === b.as ? 0 : a.as === 'primary' ? -1 : 1))
        .map((mapping) => mappingRow(view, mapping, !clause.leaf)),
    },
    instructions: instructions(view, procedures, mappings),
    manual: mappings.filter(isManual).map((mapping) => manualLink(view, mapping)),
    evidence: evidence(view, leaves),
    records: clauseRecords(view, clause),
    steps: clause.leaf ? steps(view, clause) : undefined,
    corresponds: corresponding(view, clause),
  };
}

function exclusion(view: View, clause: Clause): ClausePage['excluded'] {
  const found = excludedClauses(view.handbook).find((item) => item.clause === clause);
  if (!found) return undefined;
  const { justification: reason, approved, until } = found;
  return { text: view.words.excludedClause(personName(view, approved), until), reason };
}

/** The clauses of other editions, as far as their catalogues are here. */
function corresponding(view: View, clause: Clause): ClausePage['corresponds'] {
  return Object.entries(clause.data.corresponds ?? {}).flatMap(([id, numbers]) => {
    const standard = view.handbook.standards.get(id);
    const links = numbers
      .filter((number) => standard?.byNumber.has(number))
      .map((number) => clauseLink(view, `${id}/${number}`, { title: true }));
    return standard && links.length ? [{ standard: standard.data.reference, links }] : [];
  });
}

function leavesBelow(clause: Clause): Clause[] {
  return clause.children.flatMap((child) => (child.leaf ? [child] : leavesBelow(child)));
}

function instructions(view: View, procedures: readonly Document[], mappings: readonly Mapping[]): Link[] {
  const named = new Set(mappings.map(({ document }) => document.number));
  return procedures
    .flatMap((procedure) => processSetOf(view.handbook, procedure)?.below ?? [])
    .filter(({ number }) => !named.has(number))
    .map(({ number }) => numberedLink(view, number));
}

function partsInMatrix(view: View, clause: Clause, part: 'direct' | 'support'): Link[] {
  return view.handbook.matrices.flatMap(({ data }) =>
    data.rows
      .filter((row) => row.clause === clause.reference)
      .flatMap((row) => Object.keys(row.parts).filter((id) => row.parts[id] === part))
      .map((id) => (view.handbook.departments.has(id) ? departmentLink(view, id) : roleLink(view, id))),
  );
}

function mappingRow(view: View, mapping: Mapping, withClause: boolean): Cell[] {
  const { document, section, as, part } = mapping;
  const path = partPath(document, part, 'in-force');
  const where: Cell = section
    ? { text: sectionTitle(view, document, section) ?? section, href: `${path}#${section}` }
    : view.words.wholeText;
  return [
    ...(withClause ? [clauseLink(view, mapping.clause)] : []),
    { text: document.number, href: path },
    documentLink(view, document.number),
    view.words.kinds[document.kind],
    view.words[as],
    where,
    roleLink(view, document.data.owner),
  ];
}

function manualLink(view: View, { document, part, section }: Mapping): Link {
  const anchor = section ? `#${section}` : '';
  const title = section ? (sectionTitle(view, document, section) ?? section) : named(view, part.title);
  return { text: `${document.number} ${title}`, href: `${partPath(document, part, 'in-force')}${anchor}` };
}

function evidence(view: View, leaves: Clause[]): Table | undefined {
  const { handbook, words } = view;
  const rows = leaves.flatMap((leaf) =>
    leaf.data.information.map((item): Cell[] => [
      ...(leaves.length > 1 ? [clauseLink(view, leaf.reference)] : []),
      named(view, item.title),
      words.informationKind[item.kind],
      ...provision(view, handbook.providers.get(`${leaf.reference}/${item.id}`) ?? []),
    ]),
  );
  if (!rows.length) return undefined;
  return {
    columns: [
      ...(leaves.length > 1 ? [words.clause] : []),
      words.requirement,
      words.kind,
      words.providedBy,
      words.keeper,
      words.retention,
    ],
    rows,
  };
}

/** What provides an item, who keeps it and for how long: a document its owner keeps, a record the keeper of its form. */
function provision(view: View, providers: readonly Document[]): Cell[] {
  const { words } = view;
  return [
    providers.map(({ number }) => numberedLink(view, number)),
    providers.length === 0
      ? words.missing
      : distinct(
          providers.map(({ data }) => departmentLink(view, data.kind === 'form' ? data.keeper : data.department)),
        ),
    words.list([
      ...new Set(providers.map(({ data }) => (data.kind === 'form' ? data.retention : words.keptWhileInForce))),
    ]),
  ];
}

function distinct(links: readonly Link[]): Link[] {
  return [...new Map(links.map((link) => [link.text, link])).values()];
}

/** The steps of the primary procedure, with who does them and what record they leave. */
function steps(view: View, clause: Clause): Table | undefined {
  const { words } = view;
  const procedures = primaryProcedures(view.handbook, clause);
  const rows = procedures.flatMap((document) =>
    document.data.kind === 'procedure'
      ? document.data.activities.map((activity, index): Cell[] => [
          stepLink(view, document, index + 1, activity.name),
          activity.responsible.map((id) => roleLink(view, id)),
          roleLink(view, activity.accountable),
          activity.records.map((number) => documentLink(view, number)),
        ])
      : [],
  );
  return rows.length ? { columns: [words.activity, words.raci.R, words.raci.A, words.record], rows } : undefined;
}

export interface ClauseTreeRow {
  depth: number;
  link: Link;
  summary: string;
  leaf: boolean;
  procedures: Link[];
}

/** All clauses of a standard in order, each leaf with its procedures. */
export function clauseTree(view: View, clauses: readonly Clause[]): ClauseTreeRow[] {
  return clauses.map((clause) => ({
    depth: clause.number.split('.').length,
    link: { text: `${clause.number} ${named(view, clause.data.title)}`, href: clausePath(clause.reference) },
    summary: clause.data.summary ? named(view, clause.data.summary) : '',
    leaf: clause.leaf,
    procedures: clause.leaf
      ? primaryProcedures(view.handbook, clause).map(({ number }) => numberedLink(view, number))
      : [],
  }));
}
