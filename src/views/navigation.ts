/** Where a page stands: the navigation of its chapter, the way back, and the pages before and after it. */
import { clausePath, clausesPath, documentPath, processesPath, standardPath } from '../handbook/address.ts';
import type { Clause, Document, Part } from '../handbook/graph.ts';
import { neighbours, ofKind } from './document-page.ts';
import { processSetOf } from './process-set.ts';
import { chapterOf, partGroups, partPath, partTitle, type Shown } from './parts.ts';
import { documentLink, named, numberedLink, type Link, type View } from './view.ts';

export interface Navigation {
  breadcrumbs: Link[];
  /** The current chapter only: a list of everything would make every page grow with the handbook. */
  chapter: { title: string; links: (Link & { current?: boolean })[] }[];
  previous?: Link;
  next?: Link;
}

/** The main places of the site, in the header of every page. */
export function mainLinks({ words, handbook }: View): Link[] {
  const [standard, ...others] = handbook.standardsInForce;
  if (handbook.profile?.external) {
    return [
      { text: words.documents, href: '/documents/' },
      { text: words.changes, href: '/changes/' },
      { text: words.withdrawnDocuments, href: '/registers/withdrawn-documents/' },
    ];
  }
  return [
    { text: words.documents, href: '/documents/' },
    { text: words.processes, href: processesPath },
    { text: words.clauses, href: standard && !others.length ? standardPath(standard.id) : clausesPath },
    { text: words.navCoverage, href: '/coverage/' },
    { text: words.navMatrix, href: '/matrix/' },
    { text: words.roles, href: '/roles/' },
    { text: words.departments, href: '/departments/' },
    { text: words.glossary, href: '/glossary/' },
  ];
}

/** For the page of a document or of one of its parts. */
export function documentNavigation(view: View, document: Document, part: Part, shown: Shown): Navigation {
  const { words } = view;
  const crumbs: Link[] = [
    { text: words.home, href: '/' },
    { text: words.documents, href: '/documents/' },
    { text: words.kinds[document.kind], href: `/documents/?kind=${document.kind}` },
  ];
  if (document.parts.length > 1) return splitNavigation(view, document, part, shown, crumbs);
  return {
    breadcrumbs: [...crumbs, { text: document.number }],
    chapter: chapterLinks(view, document),
    ...neighbours(view, document),
  };
}

function splitNavigation(view: View, document: Document, part: Part, shown: Shown, crumbs: Link[]): Navigation {
  const main = document.parts[0]!;
  const title = named(view, document.data.title);
  const groups = partGroups(view, document, shown);
  const href = partPath(document, part, shown);
  const own = part.data && chapterOf(part.data.section);
  const current = groups.find((group) => group.chapter === own);
  const index = document.parts.indexOf(part);
  const link = (other: Part | undefined): Link | undefined =>
    other && {
      text: other.data ? partTitle(view, other) : title,
      href: partPath(document, other, shown),
    };
  return {
    breadcrumbs: part.data
      ? [...crumbs, { text: title, href: partPath(document, main, shown) }, { text: part.data.section }]
      : [...crumbs, { text: document.number }],
    chapter: [
      ...(current && current.links.length > 1
        ? [{ title: current.title, links: current.links.map((item) => ({ ...item, current: item.href === href })) }]
        : []),
      {
        title,
        links: groups.map((group) => ({
          text: group.title,
          href: group.links[0]?.href,
          current: group === current,
        })),
      },
    ],
    previous: link(document.parts[index - 1]),
    next: link(document.parts[index + 1]),
  };
}

/** How many documents of a kind are listed on each side of one that belongs to no process. */
const nearby = 15;

/** What belongs to the same process; for a document of none those of its kind that stand around it. */
function chapterLinks(view: View, document: Document): Navigation['chapter'] {
  const { handbook, words } = view;
  if (handbook.withdrawn.has(document.number)) return [];
  const link = ({ number }: Document) => ({ ...documentLink(view, number), current: number === document.number });
  const set = processSetOf(handbook, document);
  if (!set) {
    const same = ofKind(handbook, document.kind);
    const index = same.findIndex(({ number }) => number === document.number);
    const around = same.slice(Math.max(0, index - nearby), index + nearby + 1);
    return [{ title: words.kinds[document.kind], links: around.map(link) }];
  }
  return [
    { title: words.procedure, links: [link(set.procedure)] },
    { title: words.instructions, links: set.below.map(link) },
    { title: words.records, links: set.forms.map(link) },
  ].filter((group) => group.links.length);
}

/** For a page under a document: history, comparison. */
export function underDocument(view: View, document: Document, title: string): Navigation {
  return {
    breadcrumbs: [
      { text: view.words.home, href: '/' },
      { text: view.words.documents, href: '/documents/' },
      numberedLink(view, document.number).href
        ? { text: document.number, href: documentPath(document.number) }
        : { text: document.number },
      { text: title },
    ],
    chapter: [],
  };
}

/** For the page of a clause: its siblings, and the chapters of the standard. */
export function clauseNavigation(view: View, clause: Clause): Navigation {
  const { standard } = clause;
  const text = (item: Clause) => `${item.number} ${named(view, item.data.title)}`;
  const link = (item: Clause | undefined) => item && { text: text(item), href: clausePath(item.reference) };
  let top = clause;
  const path: Clause[] = [];
  for (let node = clause.parent; node; node = node.parent) {
    path.unshift(node);
    top = node;
  }
  const inChapter = standard.clauses.filter((item) => item !== top && item.number.startsWith(`${top.number}.`));
  const index = standard.clauses.indexOf(clause);
  return {
    breadcrumbs: [
      { text: view.words.home, href: '/' },
      { text: view.words.clauses, href: clausesPath },
      { text: standard.data.reference, href: standardPath(standard.id) },
      ...path.map((item) => ({ text: item.number, href: clausePath(item.reference) })),
      { text: clause.number },
    ],
    chapter: [
      {
        title: text(top),
        links: inChapter.map((item) => ({
          text: text(item),
          href: clausePath(item.reference),
          current: item === clause,
        })),
      },
    ],
    previous: link(standard.clauses[index - 1]),
    next: link(standard.clauses[index + 1]),
  };
}

/** For a page that stands by itself below the home page. */
export function plainNavigation(view: View, ...crumbs: Link[]): Navigation {
  return { breadcrumbs: [{ text: view.words.home, href: '/' }, ...crumbs], chapter: [] };
}

/** The way to a page of a list: a later page stands below the first. */
export function pageNavigation(view: View, title: string, page: number, path: string): Navigation {
  const later = { text: view.words.pageNumber(page) };
  return page === 1
    ? plainNavigation(view, { text: title })
    : plainNavigation(view, { text: title, href: path }, later);
}
