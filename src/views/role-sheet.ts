/** What concerns the holder of a role, as data for the page “my role”, which puts several roles together in the browser. */
import { addMonths, nextReview } from '../control/state.ts';
import type { Document, Raci, Role } from '../handbook/graph.ts';
import type { Library } from '../handbook/open.ts';
import type { Language } from '../i18n/index.ts';
import { changesOf, type Change } from './changes-page.ts';
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
  /** ISO days; of a withdrawal both are its day. */
  released: string;
  effective: string;
  /** What was changed, or why it was withdrawn. */
  what: string;
  compare: Link | null;
  /** 作废, or 作废保留; null for a release. */
  withdrawn: string | null;
  /** What takes the place of a withdrawn document. */
  successors: Link[];
}

/** The file `/roles/<id>.json`; addresses are complete. */
export interface RoleSheet {
  role: Link;
  activities: { document: Link; steps: SheetStep[] }[];
  forms: Link[];
  /** Documents that the role owns, with the ISO day of the next review. */
  owns: { document: Link; due: string }[];
  /** Releases and withdrawals of the last year of all documents that concern the role, newest first. */
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
  const gone = [...handbook.withdrawn.values()].filter(({ data }) => concerns(data, role.id));
  const concerned = new Set([...byDocument.keys(), ...fills, ...owned, ...gone].map(({ number }) => number));
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
    changes: allChanges(view, library)
      .filter((change) => change.day >= since && concerned.has((change.release ?? change.withdrawal).number))
      .map((change) => sheetChange(view, change, complete)),
  };
}

/** Whether a document that is no longer valid had something to do, to fill in or to answer for, for a role. */
function concerns(data: Document['data'], role: string): boolean {
  if (data.owner === role) return true;
  if (data.kind === 'form') return data.fields.some(({ by }) => by === role);
  if (data.kind !== 'procedure') return false;
  return data.activities.some(({ accountable, responsible, consulted, informed }) =>
    [accountable, ...responsible, ...consulted, ...informed].includes(role),
  );
}

function sheetChange(view: View, { day, release, withdrawal }: Change, complete: (link: Link) => Link): SheetChange {
  const note = release ?? withdrawal;
  return {
    document: complete({ text: `${note.number} ${note.title}`, href: note.href }),
    version: note.version,
    released: day,
    effective: release?.effective ?? day,
    what: release ? release.what : withdrawal.why,
    compare: release?.compare ? complete({ ...release.compare, text: view.words.compare }) : null,
    withdrawn: withdrawal?.state ?? null,
    successors: withdrawal?.successors.map(complete) ?? [],
  };
}

/** Every role asks for the same changes; they are worked out once for each language. */
const known = new WeakMap<Library, Map<Language, Change[]>>();

function allChanges(view: View, library: Library): Change[] {
  const byLanguage = known.get(library) ?? new Map<Language, Change[]>();
  known.set(library, byLanguage);
  let changes = byLanguage.get(view.language);
  if (!changes) byLanguage.set(view.language, (changes = changesOf(view, library)));
  return changes;
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
