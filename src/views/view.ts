/** What all views share: a language, its words, and cells of tables with links. */
import { clausePath, departmentPath, rolePath } from '../handbook/address.ts';
import type { Handbook } from '../handbook/graph.ts';
import { pageOf } from '../handbook/link.ts';
import type { Library } from '../handbook/open.ts';
import { wordsOf, type Language, type Words } from '../i18n/index.ts';
import type { FrozenNames } from '../schema/names.ts';
import type { Bilingual } from '../schema/primitives.ts';

export interface Link {
  text: string;
  /** Path within the site, without base and language. */
  href?: string;
}

export type Cell = string | Link | Link[];

/** What a cell says, without its links. */
export function cellText(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  return Array.isArray(cell) ? cell.map(({ text }) => text).join('、') : cell.text;
}

export interface Table {
  columns: string[];
  rows: Cell[][];
}

/** A view in one language of the interface. */
export interface View {
  handbook: Handbook;
  language: Language;
  words: Words;
  /** In the preview only: both graphs, to tell what is not released. */
  library?: Library;
}

export function viewOf(handbook: Handbook, language: Language): View {
  return { handbook, language, words: wordsOf(language) };
}

/**
 * The language of a text, if it is not that of the page: what a Chinese document says stays Chinese in the English
 * interface, and says so to screen readers and to the browser’s choice of fonts.
 */
export function languageOf({ language, handbook }: View, text: string): Language | undefined {
  return language === 'en' && /\p{Script=Han}/u.test(text) ? handbook.settings.language : undefined;
}

/** A bilingual title in the language of the view. */
export function named({ language }: View, title: Bilingual): string {
  return language === 'en' ? title.en : title.zh;
}

/** The title of a document with a link; one that is not in force yet has no page, and one that is unknown no title. */
export function documentLink(view: View, number: string): Link {
  const { handbook } = view;
  const document = handbook.documents.get(number);
  if (document) return { text: named(view, document.data.title), href: pageOf(handbook, document) };
  const ahead = handbook.titlesAhead.get(number);
  return { text: ahead ? named(view, ahead) : number };
}

/** Number and title in one link. */
export function numberedLink(view: View, number: string): Link {
  const link = documentLink(view, number);
  return link.text === number ? link : { ...link, text: `${number} ${link.text}` };
}

/** A link to a page that a site for readers outside does not have: there only its text. */
function internal({ handbook }: View, link: Link): Link {
  return handbook.profile?.external ? { text: link.text } : link;
}

export function roleLink(view: View, id: string): Link {
  const role = view.handbook.roles.get(id);
  if (role) return internal(view, { text: named(view, role.data.title), href: rolePath(id) });
  return { text: formerName(view, 'roles', id) };
}

export function departmentLink(view: View, id: string): Link {
  const department = view.handbook.departments.get(id);
  if (department) return internal(view, { text: named(view, department.data.title), href: departmentPath(id) });
  return { text: formerName(view, 'departments', id) };
}

/** The number of a clause, with its title on request. */
export function clauseLink(view: View, reference: string, options: { title?: boolean } = {}): Link {
  const [standard = '', number = ''] = reference.split('/');
  const clause = view.handbook.standards.get(standard)?.byNumber.get(number);
  const text = clause && options.title ? `${number} ${named(view, clause.data.title)}` : number;
  return clause ? internal(view, { text, href: clausePath(reference) }) : { text: reference };
}

export function personName(view: View, id: string): string {
  const person = view.handbook.people.get(id);
  return person ? named(view, person.data.name) : formerName(view, 'people', id);
}

/** What something that is no longer in the handbook was called when the old version was released; else its id. */
function formerName(view: View, group: keyof FrozenNames, id: string): string {
  const name = view.handbook.former?.names[group][id];
  return name ? named(view, name) : id;
}

/** The name of a classification of the handbook. */
export function classificationName(view: View, id: string): string {
  const classification = view.handbook.settings.classifications.find((known) => known.id === id);
  return classification ? named(view, classification.title) : id;
}

/** The people who hold a role, as text; empty if it is vacant. */
export function holderNames(view: View, role: string): string {
  return view.words.list((view.handbook.holders.get(role) ?? []).map((person) => personName(view, person.id)));
}
