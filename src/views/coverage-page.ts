/** The table that every audit asks for: clause × document × owner × department × documented information. */
import { coverage, coverageSummary } from '../checks/coverage.ts';
import { clauseLink, departmentLink, named, numberedLink, roleLink, type Cell, type Table, type View } from './view.ts';

export interface CoveragePage {
  summary: { standard: string; leaves: number; met: number; text: string }[];
  table: Table;
}

export function coveragePage(view: View): CoveragePage {
  const { handbook, words } = view;
  const rows = coverage(handbook);
  return {
    summary: coverageSummary(handbook).map(({ standard, procedure, owner, department }) => {
      const leaves = procedure.of;
      const met = Math.min(procedure.met, owner.met, department.met);
      return {
        standard: handbook.standards.get(standard)?.data.reference ?? standard,
        leaves,
        met,
        text: words.coverageIntro(leaves, met),
      };
    }),
    table: {
      columns: [words.clause, words.title, words.procedure, words.owner, words.department, words.provides],
      rows: rows.map(({ clause, procedure, owner, department, information }): Cell[] => [
        clauseLink(view, clause.reference),
        named(view, clause.data.title),
        procedure ? numberedLink(view, procedure.number) : words.none,
        owner ? roleLink(view, owner.id) : words.none,
        department ? departmentLink(view, department.id) : words.none,
        information.flatMap((item) => item.providers.map(({ number }) => numberedLink(view, number))),
      ]),
    },
  };
}
