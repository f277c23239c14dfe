/** What concerns the holder of a role, as data for the page “my role”, which puts several roles together in the browser. */
import { addMonths, nextReview } from '../control/state.ts';
import type { Raci, Role } from '../handbook/graph.ts';
import type { Library } from '../handbook/open.ts';
import type { Language } from '../i18n/index.ts';
import { releaseNotes, type ReleaseNote } from './changes-page.ts';
import { rolePage } from './role-page.ts';
import { stepLink } from './translation.ts';
import { named, numberedLink, roleLink, type Link, type View } from './view.ts';

export interface SheetStep {
  step: Link;
  raci: Raci[];
  records: Link[];
}

export interface SheetChange {
  document: Link;
  version: string;
  /** ISO days. */
  released: string;
  effective: string;
  what: string;
  compare: Link | null;
}

/** The file `/roles/<id>.json`; addresses are complete. */
export interface RoleSheet {
  role: Link;
  activities: { document: Link; steps: SheetStep[] }[];
  forms: Link[];
  /** Documents that the role owns, with the ISO day of the next review. */
  owns: { document: Link; due: string }[];
  /** Releases of the last year of all documents above, newest first. */
  changes: SheetChange[];
}

/** How far back changes are told, in months. */
const changesMonths = 12;

/**
 * What concerns the holder of a role.
 * @param to the address of a path within the site
 */
export function roleSheet(view: View, library: Library, role: Role, to: (path: string) => string): RoleSheet {
  const { handbook } = view;
  const complete = (link: Link): Link => (link.href ? { ...link, href: to(link.href) } : link);
  const duties = handbook.duties.get(role.id) ?? [];
  const byDocument = Map.groupBy(duties, ({ activity }) => activity.document);
  const all = [...handbook.documents.values()];
  const fills = all.filter(({ data }) => data.kind === 'form' && data.fields.some((field) => field.by === role.id));
  const owned = all.filter(({ kind, data }) => kind !== 'form' && data.owner === role.id);
  const concerned = new Set([...byDocument.keys(), ...fills, ...owned].map(({ number }) => number));
  const since = addMonths(handbook.asOf, -changesMonths);
  return {
    role: complete(roleLink(view, role.id)),
    activities: [...byDocument].map(([document, steps]) => ({
      document: complete(numberedLink(view, document.number)),
      steps: steps.map(({ activity, raci }) => ({
        step: complete(stepLink(view, document, activity.step, activity.data.name)),
        raci,
        records: raci.includes('R') ? activity.data.records.map((number) => complete(numberedLink(view, number))) : [],
      })),
    })),
    forms: rolePage(view, role).forms.map(complete),
    owns: owned.map((document) => ({
      document: complete(numberedLink(view, document.number)),
      due: nextReview(handbook, document) ?? '',
    })),
    changes: notesOf(view, library)
      .filter(({ number, released }) => concerned.has(number) && released >= since)
      .map((note) => change(view, note, complete)),
  };
}

function change(view: View, note: ReleaseNote, complete: (link: Link) => Link): SheetChange {
  return {
    document: complete({ text: `${note.number} ${note.title}`, href: note.href }),
    version: note.version,
    released: note.released,
    effective: note.effective,
    what: note.what,
    compare: note.compare ? complete({ ...note.compare, text: view.words.compare }) : null,
  };
}

/** Every role asks for the same releases; they are worked out once for each language. */
const known = new WeakMap<Library, Map<Language, ReleaseNote[]>>();

function notesOf(view: View, library: Library): ReleaseNote[] {
  const byLanguage = known.get(library) ?? new Map<Language, ReleaseNote[]>();
  known.set(library, byLanguage);
  let notes = byLanguage.get(view.language);
  if (!notes) byLanguage.set(view.language, (notes = releaseNotes(view, library)));
  return notes;
}

/** The roles to choose from, by department. */
export function roleChoices(view: View): { department: string; roles: { id: string; title: string }[] }[] {
  const { handbook } = view;
  const byDepartment = Map.groupBy(handbook.roles.values(), ({ data }) => data.department);
  return [...handbook.departments.values()]
    .filter(({ id }) => byDepartment.has(id))
    .map((department) => ({
      department: named(view, department.data.title),
      roles: byDepartment.get(department.id)!.map((role) => ({ id: role.id, title: named(view, role.data.title) })),
    }));
}
