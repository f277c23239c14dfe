/** Whether the change record says what a version really changed, as VER-09 judges it. */
import type { ChangeEntry } from '../schema/document.ts';
import { covers, readNamed } from './named-sections.ts';
import type { VersionStep } from './version-step.ts';

export interface RecordAgreement {
  /** The entries of the change record about the step. */
  entries: ChangeEntry[];
  /** Sections that changed and are not named. */
  unnamed: string[];
  /** Sections that are named and did not change. */
  unchanged: string[];
}

/** Puts what the change record names beside what differs. */
export function recordAgreement({ document, firstEntry, changes }: VersionStep): RecordAgreement {
  const entries = document.data.changes.slice(firstEntry);
  const named = entries.flatMap(({ sections }) => sections);
  const read = named.map(readNamed);
  const names = changes.flatMap((change) => change.names);
  const isItemNamed = (section: string) => named.some((name) => name.startsWith(`${section}.`));
  const unnamed = changes
    .filter((change) => change.required && !covers(read, change) && !isItemNamed(change.names[0]!))
    .map((change) => change.names[0]!);
  // Words such as 封面 may mean what no section is called.
  const unchanged = named.filter(
    (_, index) => !('kind' in read[index]!) && !covers([read[index]!], { names, required: true }),
  );
  return { entries, unnamed: [...new Set(unnamed)], unchanged: [...new Set(unchanged)] };
}

/**
 * The sections that show a change and are not named because they need not be: the table of activities and the roles
 * follow from what is written in the sections of the steps.
 * @param changed the sections whose text differs
 */
export function impliedSections({ entries, unnamed }: RecordAgreement, changed: readonly string[]): string[] {
  const read = entries.flatMap(({ sections }) => sections).map(readNamed);
  return changed.filter((section) => !unnamed.includes(section) && !covers(read, { names: [section], required: true }));
}
