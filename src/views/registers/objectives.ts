/** Objectives with their results, period by period. */
import { isTargetMet, targetText } from '../../checks/objective-target.ts';
import { outlineWords } from '../../markdown/words.ts';
import { clauseLink, departmentLink, roleLink, type Cell, type View } from '../view.ts';
import { filledTables, partyLink, type RecordPage } from './page.ts';

/** In the order of the register, the newest result of each objective first. */
export function objectivesPage(view: View): RecordPage {
  const { words, handbook } = view;
  return {
    title: words.objectives,
    none: words.objectivesNone,
    sections: handbook.registers.objectives.map((objective) => ({
      title: objective.name,
      facts: [
        { label: words.target, value: targetText(objective.target) },
        { label: words.formula, value: objective.formula },
        { label: words.frequency, value: outlineWords(view.language).frequencies[objective.frequency] },
        { label: words.owner, value: roleLink(view, objective.owner) },
        { label: words.department, value: departmentLink(view, objective.department) },
        { label: words.reportedTo, value: objective.recipients.map((id) => partyLink(view, id)) },
        { label: words.clauses, value: objective.clauses.map((clause) => clauseLink(view, clause)) },
      ],
      tables: filledTables([
        {
          title: words.results,
          table: {
            columns: [
              words.resultPeriod,
              words.result,
              words.targetMet,
              words.reported,
              words.remark,
              words.correctiveAction,
            ],
            rows: objective.results
              .toSorted((a, b) => (a.reported < b.reported ? 1 : -1))
              .map((result): Cell[] => [
                result.period,
                `${result.value} ${objective.target.unit}`,
                isTargetMet(objective.target, result.value) ? words.yes : words.no,
                result.reported,
                result.remark ?? '—',
                result.correctiveAction ?? '—',
              ]),
          },
        },
      ]),
    })),
  };
}
