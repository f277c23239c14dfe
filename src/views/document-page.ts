/** A document, or one part of it, as its page shows it. */
import { nextReview, releasesOf, workingState } from '../control/state.ts';
import { documentPath, historyPath, versionPath } from '../handbook/address.ts';
import type { Document, Part } from '../handbook/graph.ts';
import type { Library } from '../handbook/open.ts';
import { byNumber } from '../handbook/resolve.ts';
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

export interface Standing {
  /** in force, superseded, or not yet effective */
  state: 'in-force' | 'superseded' | 'future' | 'working';
  label: string;
  /** ISO day from which it is in force, for the reader’s browser. */
  from: string;
}

export interface DocumentHeader {
  number: string;
  title: string;
  /** Title in the other language, shown small. */
  subtitle: string;
  kind: string;
  version: string;
  standing: Standing;
  classification: string;
  /** Label → value, the control block. */
  control: { label: string; value: Cell; due?: string }[];
}

export interface PartGroup {
  chapter: string;
  title: string;
  links: Link[];
}

export interface DocumentPage {
  header: DocumentHeader;
  /** Number and title of a part; undefined on the main page of a document. */
  part: string | undefined;
  notice: { text: string; link?: Link } | undefined;
  clauses: { label: string; links: Link[] }[];
  provides: Cell[];
  changes: Table | undefined;
  usedBy: Link[];
  formedBy: Table | undefined;
  parts: PartGroup[];
  history: Link;
}

/** The page of a document in force, or of one of its versions. */
export function documentPage(view: View, document: Document, part: Part, shown: Shown): DocumentPage {
  const { words } = view;
  const isMain = part.data === undefined;
  const { header, notice } = standing(view, document);
  return {
    header,
    notice,
    part: part.data && partTitle(view, part),
    clauses: isMain ? documentClauses(view, document) : partClauses(view, part),
    provides: isMain ? document.data.provides.map((reference) => providedItem(view, reference)) : [],
    changes: isMain ? changeRecord(view, document) : undefined,
    usedBy: isMain ? usedBy(view, document) : [],
    formedBy: document.kind === 'form' ? formedBy(view, document.number) : undefined,
    parts: isMain && document.parts.length > 1 ? partGroups(view, document, shown) : [],
    history: { text: words.history, href: historyPath(document.number) },
  };
}

function standing(view: View, document: Document): Pick<DocumentPage, 'header' | 'notice'> {
  const { handbook, words } = view;
  const { data, release } = document;
  const current = handbook.documents.get(document.number)?.release;
  const from = data.effective ?? '';
  let notice: DocumentPage['notice'];
  let state: Standing['state'] = 'in-force';
  let label = words.inForce;
  if (view.library && hasUnreleased(view.library, document.number)) {
    notice = {
      text: words.workingNotice(data.version),
      link: { text: words.workingShow, href: `${documentPath(document.number)}working/` },
    };
  }
  if (!release) {
    state = 'working';
    label = words.working;
  } else if (from > handbook.asOf) {
    state = 'future';
    label = words.notYetEffective;
    notice = {
      text: words.futureNotice(from),
      link: current && { text: words.showCurrent, href: documentPath(document.number) },
    };
  } else if (current && current !== release) {
    state = 'superseded';
    label = words.superseded;
    notice = {
      text: words.supersededNotice(current.version),
      link: { text: words.showCurrent, href: documentPath(document.number) },
    };
  }
  const classification = handbook.settings.classifications.find(({ id }) => id === data.classification);
  const header: DocumentHeader = {
    number: document.number,
    title: named(view, data.title),
    subtitle: view.language === 'en' ? data.title.zh : data.title.en,
    kind: words.kinds[document.kind],
    version: data.version,
    standing: { state, label, from },
    classification: classification ? named(view, classification.title) : data.classification,
    control: controlBlock(view, document, state),
  };
  return { header, notice };
}

function hasUnreleased(library: Library, number: string): boolean {
  const working = library.working.documents.get(number);
  return working !== undefined && workingState(library, working) === 'unreleased';
}

function controlBlock(view: View, document: Document, state: Standing['state']): DocumentHeader['control'] {
  const { words } = view;
  const { data } = document;
  const signed = (signature: { by: string; on: string } | undefined): Cell =>
    signature ? `${personName(view, signature.by)}　${signature.on}` : words.none;
  const due = state === 'in-force' ? nextReview(view.handbook, document) : undefined;
  return [
    { label: words.owner, value: roleLink(view, data.owner) },
    { label: words.department, value: departmentLink(view, data.department) },
    { label: words.control, value: words[data.control] },
    { label: words.prepared, value: signed(data.prepared) },
    { label: words.reviewed, value: signed(data.reviewed) },
    { label: words.approved, value: signed(data.approved) },
    { label: words.released, value: data.released ?? words.none },
    { label: words.effective, value: data.effective ?? words.none },
    ...(due ? [{ label: words.nextReview, value: due, due }] : []),
  ];
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
        change.sections.join('、'),
        change.what,
        change.why,
        personName(view, change.by),
        personName(view, change.reviewed),
        personName(view, change.approved),
        change.request ?? '—',
      ]),
  };
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
      { text: `5.${step} ${data.name}`, href: `${documentPath(document.number)}#5.${step}` },
      data.responsible.map((id) => roleLink(view, id)),
      roleLink(view, data.accountable),
    ]),
  };
}

/** The parts of a document by chapter: front matter, chapters, attachments. */
export function partGroups(view: View, document: Document, shown: Shown): PartGroup[] {
  const groups = new Map<string, Part[]>();
  for (const part of document.parts.slice(1)) {
    const chapter = chapterOf(part.data?.section ?? part.name);
    groups.set(chapter, [...(groups.get(chapter) ?? []), part]);
  }
  return [...groups].map(([chapter, parts]) => ({
    chapter,
    title: chapterTitle(view, chapter, parts),
    links: parts.map((part) => ({ text: partTitle(view, part), href: partPath(document, part, shown) })),
  }));
}

/** The number and title of a part. */
export function partTitle(view: View, part: Part): string {
  return part.data ? `${part.data.section} ${named(view, part.title)}` : named(view, part.title);
}

function chapterTitle(view: View, chapter: string, parts: readonly Part[]): string {
  const { words, handbook } = view;
  if (chapter === '0') return words.front;
  if (chapter === 'attachments') return words.attachments;
  const [first] = parts;
  if (first && first.data?.section === chapter) return partTitle(view, first);
  const clause = handbook.standardsInForce[0]?.byNumber.get(chapter);
  return clause ? `${chapter} ${named(view, clause.data.title)}` : chapter;
}

/** `8.6` → `8`; `附件2` → `attachments`. */
export function chapterOf(section: string): string {
  return /^\d/.test(section) ? (section.split('.')[0] as string) : 'attachments';
}

/** Whether a text is shown as the document in force, or as one version of its history. */
export type Shown = 'in-force' | 'version';

/** The path of a part. */
export function partPath(document: Document, part: Part, shown: Shown): string {
  const name = part.data ? part.name : undefined;
  return shown === 'version' && document.release
    ? versionPath(document.number, document.release.version, name)
    : documentPath(document.number, name);
}

/** The documents that one can page to from a document: those of its kind before and after it. */
export function neighbours(view: View, document: Document): { previous?: Link; next?: Link } {
  const siblings = [...view.handbook.documents.values()].filter(({ kind }) => kind === document.kind);
  const index = siblings.findIndex(({ number }) => number === document.number);
  const link = (other: Document | undefined) => other && numberedLink(view, other.number);
  return { previous: link(siblings[index - 1]), next: link(siblings[index + 1]) };
}

/**
 * Takes the first heading off the text of a part, because the page shows it as its title.
 * @returns the anchor of that heading, and the rest
 */
export function withoutTitle(html: string, title: string): { id: string | undefined; html: string } {
  const match = /^\s*<h2 id="([^"]*)">([^<]*)<\/h2>/.exec(html);
  if (!match || match[2] !== title) return { id: undefined, html };
  return { id: match[1], html: html.slice(match[0].length) };
}
