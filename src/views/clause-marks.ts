/** The clauses that the sections of a document meet, for its margin. */
import type { Document, Part } from '../handbook/graph.ts';
import { findClause, splitClauseReference } from '../handbook/resolve.ts';
import { clauseLink, type Link, type View } from './view.ts';

export interface ClauseMarks {
  /** Clauses that the text meets as a whole. */
  whole: Link[];
  /** Anchor of a section → the clauses that it meets. */
  sections: ReadonlyMap<string, Link[]>;
}

/** The marks of one part of a document, or undefined if there is none: where it meets no clause, or clauses have no pages. */
export function clauseMarks(view: View, document: Document, part: Part): ClauseMarks | undefined {
  const { primary, supporting } = document.data.clauses;
  const references = new Set(part.data ? part.data.clauses : [...primary, ...supporting]);
  const whole: Link[] = [];
  const sections = new Map<string, Link[]>();
  for (const reference of references) {
    const clause = findClause(view.handbook.standards, reference);
    const link = clause && clauseLink(view, clause.reference, { title: true });
    if (!link?.href) continue;
    const { section } = splitClauseReference(reference);
    if (section === undefined) whole.push(link);
    else sections.set(section, [...(sections.get(section) ?? []), link]);
  }
  return whole.length || sections.size ? { whole, sections } : undefined;
}

/**
 * Writes marks behind the headings of a rendered text; what concerns the whole text stands behind the first one.
 * @param mark the HTML of the marks of one heading, or of the whole text
 */
export function withMarks(
  html: string,
  marks: ClauseMarks,
  mark: (links: readonly Link[], isWhole: boolean) => string,
): string {
  let { whole } = marks;
  return html.replaceAll(/<h([2-6]) id="([^"]*)"[^>]*>.*?<\/h\1>/gs, (heading, _level, id: string) => {
    const first = whole.length ? mark(whole, true) : '';
    whole = [];
    const links = marks.sections.get(id);
    return heading + first + (links ? mark(links, false) : '');
  });
}

/**
 * The mark of one heading.
 * @param label stands before the links
 */
export function markHtml(links: readonly Link[], { language, to, label = '' }: MarkOptions): string {
  const anchors = links.map(({ text, href = '/' }) => `<a href="${escaped(to(href))}">${escaped(text)}</a>`);
  return `<div class="clause-mark" lang="${language}" data-pagefind-ignore>${escaped(label)}${anchors.join(' ')}</div>`;
}

export interface MarkOptions {
  language: string;
  /** The address of a path within the site. */
  to: (path: string) => string;
  label?: string;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
