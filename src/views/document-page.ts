/** A document, or one part of it, as its page shows it. */
import { clauseMarks, type ClauseMarks } from './clause-marks.ts';
import { unsignedSteps } from '../control/signature.ts';
import { releasesOf } from '../control/state.ts';
import { blankFormPath, comparisonPath, historyPath, versionPath } from '../handbook/address.ts';
import type { Document, Handbook, Part } from '../handbook/graph.ts';
import type { Kind } from '../schema/documents.ts';
import { byNumber } from '../handbook/resolve.ts';
import { comparisonLink } from './comparison-page.ts';
import { hasBlank } from './blank-form-page.ts';
import { partGroups, partTitle, type PartGroup, type Shown } from './parts.ts';
import { printMarks, type PrintMarks } from './print-marks.ts';
import { standing, type DocumentHeader, type LaterNotice, type Notice } from './standing.ts';
import { stepLink } from './translation.ts';
import {
  clauseLink,
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

export interface DocumentPage {
  header: DocumentHeader;
  /** Number and title of a part; undefined on the main page of a document. */
  part: string | undefined;
  notice: Notice | undefined;
  later: LaterNotice | undefined;
  clauses: { label: string; links: Link[] }[];
  /** What it is to these clauses: a manual describes what others meet. */
  clausesTitle: string;
  provides: Cell[];
  /** Which section meets which clause, for those who want to see it. */
  marks: ClauseMarks | undefined;
  changes: Table | undefined;
  since: Link[];
  /** Documents in force that refer to it; none for versions that are not in force. */
  usedBy: Link[];
  /** The steps that form a record; the same. */
  formedBy: Table | undefined;
  /** Where a record form can be printed to be filled in. */
  blank: Link | undefined;
  parts: PartGroup[];
  history: Link;
  print: PrintMarks;
  /** On the page of a version: what its release was about, and what proves it. */
  release: { facts: { label: string; value: Cell }[]; compare: Link | undefined } | undefined;
}

/** The documents that have a page of their own: those in force, and withdrawn ones, whose address must not die. */
export function shownDocuments(handbook: Handbook): Document[] {
  return [...handbook.documents.values(), ...handbook.withdrawn.values()];
}

/** The document with a number, in force or withdrawn. */
export function shownDocument(handbook: Handbook, number: string): Document | undefined {
  return handbook.documents.get(number) ?? handbook.withdrawn.get(number);
}

/** The page of a document in force, or of one of its versions. */
export function documentPage(view: View, document: Document, part: Part, shown: Shown): DocumentPage {
  const { words } = view;
  const isMain = part.data === undefined;
  // What refers to a document or forms it is what is in force: of an old version it would say what was not so then.
  const isOld = view.handbook.former !== undefined;
  const { header, notice, later } = standing(view, document);
  return {
    header,
    notice,
    later,
    part: part.data && partTitle(view, part),
    clauses: isMain ? documentClauses(view, document) : partClauses(view, part),
    clausesTitle: document.kind === 'manual' ? words.describesClauses : words.meetsClauses,
    provides: isMain ? document.data.provides.map((reference) => providedItem(view, reference)) : [],
    marks: clauseMarks(view, document, part),
    changes: isMain ? changeRecord(view, document) : undefined,
    since: isMain ? changesSince(view, document) : [],
    usedBy: isMain && !isOld ? usedBy(view, document) : [],
    formedBy: document.kind === 'form' && !isOld ? formedBy(view, document.number) : undefined,
    blank:
      shown === 'in-force' && hasBlank(view.handbook, document)
        ? { text: words.blankForm, href: blankFormPath(document.number) }
        : undefined,
    parts: isMain && document.parts.length > 1 ? partGroups(view, document, shown) : [],
    history: { text: words.history, href: historyPath(document.number) },
    print: printMarks(view, document, header),
    release: shown === 'version' && isMain ? releaseFacts(view, document) : undefined,
  };
}

function releaseFacts(view: View, { number, data, release }: Document): DocumentPage['release'] {
  if (!release) return undefined;
  const { words, handbook } = view;
  const change = data.changes.find(({ version }) => version === release.version);
  const all = releasesOf(handbook, number);
  const before = all[all.findIndex(({ version }) => version === release.version) - 1];
  const signed = release.signatures.map(({ step, by, on }) => words.signed(words[step], personName(view, by), on));
  const unsigned = unsignedSteps(handbook, release).map((step) =>
    words.notSigned(words[step], personName(view, release.entry[step].by)),
  );
  const facts: { label: string; value: Cell | undefined }[] = [
    { label: words.what, value: change?.what },
    { label: words.why, value: change?.why },
    { label: words.sections, value: change && words.list(change.sections) },
    { label: words.request, value: change?.request },
    { label: words.hash, value: release.entry.hash },
    { label: words.signatures, value: words.list([...signed, ...unsigned]) || noSignature(view) },
  ];
  return {
    facts: facts.flatMap(({ label, value }) => (value ? [{ label, value }] : [])),
    compare: before && {
      text: words.comparePrevious(before.version),
      href: comparisonPath(number, before.version, release.version),
    },
  };
}

/** What stands in place of signatures under a version that needs none, where others do. */
function noSignature({ handbook, words }: View): string | undefined {
  const { signatures } = handbook.settings;
  return signatures && words.signedNone(signatures.since);
}

function documentClauses(view: View, { data }: Document): DocumentPage['clauses'] {
  const { words } = view;
  const links = (references: readonly string[]) =>
    references.map((reference) => clauseLink(view, reference.split('#')[0] as string, { title: true }));
  return [
    { label: words.primary, links: links(data.clauses.primary) },
    { label: words.supporting, links: links(data.clauses.supporting) },
  ].filter((group) => group.links.length);
}

function partClauses(view: View, part: Part): DocumentPage['clauses'] {
  const references = part.data?.clauses ?? [];
  if (!references.length) return [];
  const links = references.map((reference) => clauseLink(view, reference.split('#')[0] as string, { title: true }));
  return [{ label: view.words.clause, links }];
}

function providedItem(view: View, reference: string): Cell {
  const at = reference.lastIndexOf('/');
  const [standard = '', number = ''] = reference.slice(0, at).split('/');
  const clause = view.handbook.standards.get(standard)?.byNumber.get(number);
  const item = clause?.data.information.find(({ id }) => id === reference.slice(at + 1));
  return item ? [{ text: named(view, item.title) }, clauseLink(view, reference.slice(0, at))] : reference;
}

/** The change record, newest first, each version with a link to its frozen text if there is one. */
export function changeRecord(view: View, { number, data }: Document): Table {
  const { words, handbook } = view;
  const released = new Map(releasesOf(handbook, number).map((release) => [release.version, release]));
  return {
    columns: [
      words.version,
      words.date,
      words.sections,
      words.what,
      words.why,
      words.by,
      words.reviewed,
      words.approved,
      words.request,
    ],
    rows: [...data.changes]
      .reverse()
      .map((change): Cell[] => [
        released.has(change.version)
          ? { text: change.version, href: versionPath(number, change.version) }
          : change.version,
        change.date,
        words.list(change.sections),
        change.what,
        change.why,
        personName(view, change.by),
        personName(view, change.reviewed),
        personName(view, change.approved),
        change.request ?? '—',
      ]),
  };
}

/** To what changed since each earlier version that was released, newest first. */
function changesSince({ handbook, words }: View, { number, release }: Document): Link[] {
  const all = releasesOf(handbook, number);
  const before = release ? all.slice(0, Math.max(0, all.indexOf(release))) : [];
  return before
    .map(({ version }) => ({
      text: words.changesSince(version),
      href: comparisonLink(all, number, version, release!.version),
    }))
    .reverse();
}

function usedBy(view: View, document: Document): Link[] {
  const numbers = new Set(
    (view.handbook.referencedBy.get(document.number) ?? [])
      .map((reference) => reference.from.number)
      .filter((number) => number !== document.number),
  );
  return [...numbers].sort(byNumber).map((number) => numberedLink(view, number));
}

function formedBy(view: View, number: string): Table | undefined {
  const { words, handbook } = view;
  const activities = handbook.formedBy.get(number) ?? [];
  if (!activities.length) return undefined;
  return {
    columns: [words.procedure, words.activity, words.raci.R, words.raci.A],
    rows: activities.map(({ document, step, data }): Cell[] => [
      documentLink(view, document.number),
      stepLink(view, document, step, data.name),
      data.responsible.map((id) => roleLink(view, id)),
      roleLink(view, data.accountable),
    ]),
  };
}

const kinds = new WeakMap<Handbook, Map<Kind, Document[]>>();

/** The documents in force of a kind, in the order of their numbers. */
export function ofKind(handbook: Handbook, kind: Kind): readonly Document[] {
  let byKind = kinds.get(handbook);
  if (!byKind) kinds.set(handbook, (byKind = Map.groupBy(handbook.documents.values(), (document) => document.kind)));
  return byKind.get(kind) ?? [];
}

/** The documents that one can page to from a document: those of its kind before and after it. */
export function neighbours(view: View, document: Document): { previous?: Link; next?: Link } {
  const siblings = ofKind(view.handbook, document.kind);
  const index = siblings.findIndex(({ number }) => number === document.number);
  // A document that is not in force stands between none of them.
  if (index < 0) return {};
  const link = (other: Document | undefined) => other && numberedLink(view, other.number);
  return { previous: link(siblings[index - 1]), next: link(siblings[index + 1]) };
}
