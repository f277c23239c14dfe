/** What search can lead to: every document in force, role and clause, with the words that people use for it. */
import { documentPath, rolePath, clausePath } from '../handbook/address.ts';
import type { Clause, Document, Handbook } from '../handbook/graph.ts';
import { splitClauseReference } from '../handbook/resolve.ts';
import type { Kind } from '../schema/documents.ts';
import type { View } from './view.ts';

export type TargetKind = Kind | 'role' | 'clause';

/** One target of the index of titles. Short keys: the file is loaded by readers. */
export interface SearchTarget {
  /** `HC-ITSM-B-21`, `role:incident-mgr`, `clause:8.6.1` */
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
}

export interface SearchIndex {
  targets: SearchTarget[];
  /** Groups of words that mean the same; the preferred one first. */
  synonyms: string[][];
}

export function roleTarget(id: string): string {
  return `role:${id}`;
}

export function clauseTarget(clause: Clause): string {
  return `clause:${clause.number}`;
}

/** The attributes with which the page of a document is indexed. */
export function searchEntry(
  { handbook, language }: View,
  document: Document,
): { target: string; kind: string } | undefined {
  if (language !== handbook.settings.language || !handbook.documents.has(document.number)) return undefined;
  return { target: document.number, kind: document.kind };
}

/** The index of titles, which search loads before the full text. */
export function searchIndex(handbook: Handbook): SearchIndex {
  return {
    targets: [
      ...[...handbook.documents.values()].map(documentTarget),
      ...[...handbook.roles.values()].map((role): SearchTarget => ({
        id: roleTarget(role.id),
        path: rolePath(role.id),
        kind: 'role',
        ...role.data.title,
        words: [],
      })),
      ...handbook.standardsInForce.flatMap((standard) =>
        standard.clauses.map((clause): SearchTarget => ({
          id: clauseTarget(clause),
          path: clausePath(clause.reference),
          kind: 'clause',
          ...clause.data.title,
          words: [],
        })),
      ),
    ],
    synonyms: handbook.registers.glossary.map(({ term, synonyms }) => [
      ...new Set([term.zh, ...withoutRemark(term.en), ...synonyms]),
    ]),
  };
}

/** `service level agreement (SLA)` are two words for it; a remark in brackets, as in `policy (security)`, is none. */
function withoutRemark(term: string): string[] {
  const [, words = term, remark = ''] = /^(.*?) ?\((.*)\)$/.exec(term) ?? [];
  return /^[A-Z]+$/.test(remark) ? [words, remark] : [words];
}

function documentTarget({ number, kind, data, parts }: Document): SearchTarget {
  return {
    id: number,
    path: documentPath(number),
    kind,
    ...data.title,
    meets: data.clauses.primary.map((reference) => `clause:${splitClauseReference(reference).number}`),
    words: [...data.keywords, ...(data.kind === 'procedure' ? data.process.metrics.map((metric) => metric.name) : [])],
    ...(parts.length > 1 && {
      parts: parts.slice(1).map(({ name, title }) => ({ title: title.zh, path: documentPath(number, name) })),
    }),
  };
}
