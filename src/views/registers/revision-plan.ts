/** Which documents were to be revised or reviewed in a year, and what came of it. */
import { numberedLink, roleLink, type Cell, type View } from '../view.ts';
import { dayOr, type RecordPage } from './page.ts';

/** A section a year, the newest first. */
export function revisionPlanPage(view: View): RecordPage {
  const { words, handbook } = view;
  const years = [...Map.groupBy(handbook.registers['revision-plan'], ({ year }) => year)].sort(([a], [b]) => b - a);
  return {
    title: words.revisionPlan,
    none: words.revisionPlanNone,
    sections: years.map(([year, entries]) => ({
      title: String(year),
      facts: [],
      tables: [
        {
          title: words.revisionPlan,
          table: {
            columns: [
              words.document,
              words.revisionAction,
              words.revisionReason,
              words.answerable,
              words.due,
              words.done,
              words.revisionResult,
            ],
            rows: entries.map((entry): Cell[] => [
              numberedLink(view, entry.document),
              words.revisionActions[entry.action],
              entry.reason,
              roleLink(view, entry.owner),
              entry.due,
              dayOr(entry.done, words.notDone),
              entry.result ?? '—',
            ]),
          },
        },
      ],
    })),
  };
}
