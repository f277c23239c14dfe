/** What the check found, as pages show it: one list of findings feeds them and the reporters. */
import { relative, resolve, sep } from 'node:path';
import { findRule } from '../checks/catalogue.ts';
import { unreadRules } from '../checks/loader-rules.ts';
import { workingStanding } from '../control/standing.ts';
import { checkPath, documentPath } from '../handbook/address.ts';
import type { Finding, Severity } from '../handbook/finding.ts';
import type { Document, Part } from '../handbook/graph.ts';
import { kinds, type Kind } from '../schema/documents.ts';
import { shownDocument } from './document-page.ts';
import type { Site } from './site.ts';
import { clauseLink, named, type Link, type View } from './view.ts';

/** The severities, the gravest first. */
export const severities: readonly Severity[] = ['error', 'warning', 'info'];

export interface FindingItem {
  severity: Severity;
  rule: Link;
  message: string;
  hint: string;
  /** Path within the content folder, line and column. */
  place: string;
  document: Link | undefined;
  clause: Link | undefined;
  /** In the preview: which of the two texts it is about, if only one. */
  only: string;
}

/** A file of a document: its number, and the name of the part that the file is; none for the main file. */
export interface FileOwner {
  number: string;
  part: string | undefined;
}

/**
 * The findings that readers of a site may see. What is published is what was released, so findings that only working
 * texts have stay with their authors: the preview shows both.
 */
export function shownFindings({ findings, preview }: Pick<Site, 'findings' | 'preview'>): Finding[] {
  return findings.filter(({ editions }) => preview || editions.includes('in-force'));
}

/**
 * A finding in the language of the view, with links to its rule, document and clause.
 * @param here the document on whose page it stands, to which no link need lead
 */
export function findingItem(view: View, site: Site, finding: Finding, here?: string): FindingItem {
  const { words } = view;
  const { rule, severity, clause, line, column, editions } = finding;
  const path = pathWithin(site, finding);
  const number = finding.document ?? ownerOf(path)?.number;
  const [edition] = editions;
  return {
    severity,
    rule: ruleLink(rule),
    message: named(view, finding.message),
    hint: finding.hint ? named(view, finding.hint) : '',
    place: `${path}:${line}:${column}`,
    document: number === undefined || number === here ? undefined : shownDocumentLink(view, site, number),
    // A clause may be named down to one of its paragraphs, which has no page.
    clause: clause === undefined ? undefined : clauseLink(view, clause.split('#')[0] as string, { title: true }),
    only: site.preview && editions.length === 1 && edition ? words.findingOnly[edition] : '',
  };
}

/** The id of a rule, with the way to its page. */
export function ruleLink(id: string): Link {
  return findRule(id) ? { text: id, href: checkPath(id) } : { text: id };
}

/**
 * In the preview: what was found in the files of a document, or in the file of one of its parts, and in others about
 * it. Its main page shows all of it, and every page of it why its working text cannot be read.
 */
export function documentFindings(view: View, site: Site, document: Document, part: Part): FindingItem[] {
  const { number } = document;
  const isUnreadable = site.preview && workingStanding(site.library, number) === 'unreadable';
  const isWhy = ({ rule, editions }: Finding) => isUnreadable && editions.includes('working') && unreadRules.has(rule);
  const isWanted = (finding: Finding) => {
    const owner = ownerOf(pathWithin(site, finding));
    if (part.data) return owner?.number === number && (owner.part === part.name || isWhy(finding));
    return finding.document === number || owner?.number === number;
  };
  return itemsWhere(view, site, isWanted, number);
}

/** In the preview: what was found in one file, given by its path within the content folder. */
export function fileFindings(view: View, site: Site, path: string): FindingItem[] {
  return itemsWhere(view, site, (finding) => pathWithin(site, finding) === path);
}

function itemsWhere(view: View, site: Site, isWanted: (finding: Finding) => boolean, here?: string): FindingItem[] {
  if (!site.preview) return [];
  return bySeverity(site.findings.filter((finding) => !finding.waiver && isWanted(finding))).map((finding) =>
    findingItem(view, site, finding, here),
  );
}

/** The gravest first, else in the order of the list. */
function bySeverity(findings: readonly Finding[]): Finding[] {
  return severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

export interface SeverityCount {
  severity: Severity;
  count: number;
  text: string;
}

/** How many findings of each severity there are; those that are accepted do not count. */
export function severityCounts(
  { words }: View,
  findings: readonly Pick<Finding, 'severity' | 'waiver'>[],
): SeverityCount[] {
  return severities.map((severity) => {
    const { length } = findings.filter((finding) => finding.severity === severity && !finding.waiver);
    return { severity, count: length, text: words.severityCount[severity](length) };
  });
}

/**
 * The document that a file belongs to, be it working, frozen or a translation.
 * @param path within the content folder
 */
export function ownerOf(path: string): FileOwner | undefined {
  const [folder, first = '', second, third] = path.split('/');
  const name = (file: string) => file.replace(/\.\w+$/, '');
  const owner = (number: string, file: string): FileOwner => ({
    number,
    part: file === 'index' || file === number ? undefined : file,
  });
  if (folder === 'history') return third === undefined ? undefined : owner(first, name(third));
  if (folder === 'translations') return second === undefined ? undefined : owner(name(second), name(second));
  if (!(Object.keys(kinds) as Kind[]).some((kind) => kinds[kind].folder === folder)) return undefined;
  return second === undefined ? owner(name(first), name(first)) : owner(first, name(second));
}

/** The path of the file of a finding within the content folder; where the folder stands is nobody’s business. */
function pathWithin({ library }: Site, { file }: Finding): string {
  return relative(resolve(library.folder), resolve(file)).split(sep).join('/');
}

/** A document that was never released has only the page of its working text. */
function shownDocumentLink(view: View, { handbook, library, preview }: Site, number: string): Link {
  const shown = shownDocument(handbook, number);
  const document = shown ?? (preview ? library.working.documents.get(number) : undefined);
  if (!document) return { text: number };
  const path = documentPath(number);
  return { text: `${number} ${named(view, document.data.title)}`, href: shown ? path : `${path}working/` };
}
