/** What the page of a register of records shows: an entry after the other, or tables. */
import { departmentLink, personName, roleLink, type Cell, type Link, type Table, type View } from '../view.ts';

export interface RecordSection {
  /** Undefined where the tables need no heading above theirs. */
  title: string | undefined;
  facts: { label: string; value: Cell }[];
  tables: { title: string; table: Table }[];
}

export interface RecordPage {
  title: string;
  sections: RecordSection[];
  /** What is said of a register without entries. */
  none: string;
}

/** The names of people, as text: people have no page. */
export function peopleNames(view: View, ids: readonly string[]): string {
  return view.words.list(ids.map((id) => personName(view, id)));
}

/** A role or a department: registers name either where somebody answers for something. */
export function partyLink(view: View, id: string): Link {
  return view.handbook.departments.has(id) ? departmentLink(view, id) : roleLink(view, id);
}

/** A day, or what is said while it has not come. */
export function dayOr(day: string | undefined, otherwise = '—'): string {
  return day ?? otherwise;
}

/** Tables without rows are left out: their headings would stand above nothing. */
export function filledTables(tables: RecordSection['tables']): RecordSection['tables'] {
  return tables.filter(({ table }) => table.rows.length > 0);
}
