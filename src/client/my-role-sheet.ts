/** Puts what concerns several roles together, each thing once. */
import type { RoleSheet, SheetChange, SheetStep } from '../views/role-sheet.ts';
import type { Link } from '../views/view.ts';

export interface MyStep extends Pick<SheetStep, 'step' | 'records'> {
  /** What part one plays, by role; the name of the role is empty if one has only one. */
  parts: { role: string; raci: SheetStep['raci'] }[];
}

export interface MyActivities {
  document: Link;
  steps: MyStep[];
}

export interface MySheet {
  /** What one does or answers for, by document. */
  activities: MyActivities[];
  /** What one is only asked about or told of. */
  informed: MyActivities[];
  forms: Link[];
  /** The one to be reviewed first stands first. */
  owns: { document: Link; due: string }[];
  changes: SheetChange[];
}

/** How many changes are shown. */
const mostChanges = 15;

/** One sheet of several. */
export function mySheet(sheets: readonly RoleSheet[]): MySheet {
  const documents = new Map<string, { document: Link; steps: Map<string, MyStep> }>();
  for (const { role, activities } of sheets) {
    for (const { document, steps } of activities) {
      const own = documents.get(document.text) ?? { document, steps: new Map<string, MyStep>() };
      documents.set(document.text, own);
      for (const { step, raci, records } of steps) {
        const known = own.steps.get(step.text) ?? { step, records: [], parts: [] };
        own.steps.set(step.text, known);
        known.parts.push({ role: sheets.length > 1 ? role.text : '', raci });
        known.records = unique([...known.records, ...records], ({ text }) => text);
      }
    }
  }
  const byText = (a: string, b: string) => a.localeCompare(b, undefined, { numeric: true });
  const steps = (isWanted: (step: MyStep) => boolean): MyActivities[] =>
    [...documents.values()]
      .map(({ document, steps: all }) => ({
        document,
        steps: [...all.values()].filter(isWanted).sort((a, b) => byText(a.step.text, b.step.text)),
      }))
      .filter((group) => group.steps.length > 0)
      .sort((a, b) => byText(a.document.text, b.document.text));
  return {
    activities: steps(isDone),
    informed: steps((step) => !isDone(step)),
    forms: unique(
      sheets.flatMap(({ forms }) => forms),
      ({ text }) => text,
    ).sort((a, b) => byText(a.text, b.text)),
    owns: unique(
      sheets.flatMap(({ owns }) => owns),
      ({ document }) => document.text,
    ).sort((a, b) => byText(a.due, b.due)),
    changes: unique(
      sheets.flatMap(({ changes }) => changes),
      ({ document, version, withdrawn }) => `${document.text} ${version} ${withdrawn ?? ''}`,
    )
      .sort((a, b) => (a.released < b.released ? 1 : a.released > b.released ? -1 : 0))
      .slice(0, mostChanges),
  };
}

function isDone({ parts }: MyStep): boolean {
  return parts.some(({ raci }) => raci.includes('R') || raci.includes('A'));
}

function unique<Item>(items: readonly Item[], key: (item: Item) => string): Item[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}
