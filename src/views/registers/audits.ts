/** Internal audits: who audited what, what was found, and what became of it. */
import { clauseLink, departmentLink, personName, type Cell, type View } from '../view.ts';
import { dayOr, filledTables, peopleNames, type RecordPage } from './page.ts';

/** The newest audit first. */
export function auditsPage(view: View): RecordPage {
  const { words, handbook } = view;
  const audits = handbook.registers.audits.toSorted((a, b) => (a.from < b.from ? 1 : -1));
  return {
    title: words.audits,
    none: words.auditsNone,
    sections: audits.map(({ id, title, from, until, lead, basis, conclusion, schedule, findings }) => ({
      title: `${id} ${title}`,
      facts: [
        { label: words.auditDays, value: words.fromTo(from, until) },
        { label: words.auditLead, value: personName(view, lead) },
        { label: words.auditBasis, value: basis },
        { label: words.conclusion, value: conclusion },
      ],
      tables: filledTables([
        {
          title: words.auditFindings,
          table: {
            columns: [
              words.number,
              words.kind,
              words.audited,
              words.clause,
              words.auditWhat,
              words.correctiveAction,
              words.closed,
            ],
            rows: findings.map((finding): Cell[] => [
              finding.id,
              words.auditFindingKinds[finding.kind],
              departmentLink(view, finding.department),
              clauseLink(view, finding.clause),
              finding.what,
              finding.correctiveAction ?? '—',
              dayOr(finding.closed, finding.kind === 'observation' ? '—' : words.notClosed),
            ]),
          },
        },
        {
          title: words.auditSchedule,
          table: {
            columns: [words.audited, words.auditors, words.clauses],
            rows: schedule.map(({ department, auditors, clauses }): Cell[] => [
              departmentLink(view, department),
              peopleNames(view, auditors),
              clauses.map((clause) => clauseLink(view, clause)),
            ]),
          },
        },
      ]),
    })),
  };
}
