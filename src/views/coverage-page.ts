/** The table that every audit asks for: clause × document × owner × department × documented information. */
import { clausesMet, coverage, excludedClauses, isMet, type ClauseCoverage } from '../checks/coverage.ts';
import type { Clause } from '../handbook/graph.ts';
import { claimNotice } from './claim.ts';
import {
  clauseLink,
  departmentLink,
  named,
  numberedLink,
  personName,
  roleLink,
  type Cell,
  type Link,
  type Table,
  type View,
} from './view.ts';

/** A row, with what it can be filtered by. */
export interface CoverageRow {
  cells: Cell[];
  /** Reference of the chapter, id of the department: `iso20000-1:2018/8`, `YWB`. */
  chapter: string;
  department: string;
  /** True if anything that the clause needs is not there. */
  missing: boolean;
}

export interface CoverageCount {
  text: string;
  /** Path with the filter that shows the rows behind the figures. */
  href: string;
  met: number;
  of: number;
}

export interface CoveragePage {
  /** `claim` says that the standard is not claimed yet, if so. */
  summary: { standard: string; leaves: number; met: number; text: string; claim: string }[];
  columns: string[];
  rows: CoverageRow[];
  chapters: { value: string; text: string }[];
  departments: { value: string; text: string }[];
  /** How many of a chapter are met, and how many are not, each with the way to the rows. */
  counts: CoverageCount[];
  missing: Link;
  /** The clauses that do not apply, why, and who decided so; undefined if there is none. */
  excluded: Table | undefined;
}

/** The coverage of all standards in force. */
export function coveragePage(view: View): CoveragePage {
  const { handbook, words } = view;
  const rows = coverage(handbook).map((row) => coverageRow(view, row));
  const missing = rows.filter((row) => row.missing).length;
  const chapterText = ({ number, data }: Clause) => `${number} ${named(view, data.title)}`;
  const chapters = handbook.standardsInForce
    .flatMap((standard) => standard.clauses)
    .filter(({ parent, reference }) => !parent && rows.some(({ chapter }) => chapter === reference));
  return {
    summary: clausesMet(handbook).map(({ standard, leaves, met }) => {
      const excluded = excludedClauses(handbook).filter(({ clause }) => clause.standard === standard).length;
      return {
        standard: standard.data.reference,
        leaves,
        met,
        text: words.coverageIntro(leaves, met, excluded),
        claim: claimNotice(view, standard),
      };
    }),
    columns: [words.clause, words.title, words.primaryProcedure, words.owner, words.department, words.provides],
    rows,
    chapters: chapters.map((chapter) => ({ value: chapter.reference, text: chapterText(chapter) })),
    departments: [...handbook.departments.values()]
      .filter(({ id }) => rows.some(({ department }) => department === id))
      .map((department) => ({ value: department.id, text: named(view, department.data.title) })),
    counts: chapters.map((chapter) => {
      const own = rows.filter((row) => row.chapter === chapter.reference);
      return {
        text: chapterText(chapter),
        href: `/coverage/?chapter=${encodeURIComponent(chapter.reference)}`,
        met: own.filter(({ missing }) => !missing).length,
        of: own.length,
      };
    }),
    missing: {
      text: words.labelled(words.missing, String(missing)),
      ...(missing > 0 && { href: '/coverage/?missing=1' }),
    },
    excluded: excludedTable(view),
  };
}

function excludedTable(view: View): Table | undefined {
  const { handbook, words } = view;
  const rows = excludedClauses(handbook).map(({ clause, justification, approved, until }): Cell[] => [
    clauseLink(view, clause.reference, { title: true }),
    justification,
    personName(view, approved),
    until,
  ]);
  if (!rows.length) return undefined;
  return { columns: [words.clause, words.excludedReason, words.approved, words.acceptedUntil], rows };
}

function coverageRow(view: View, row: ClauseCoverage): CoverageRow {
  const { words } = view;
  const { clause, procedure, owner, department, information } = row;
  const providers = new Set(information.flatMap((item) => item.providers));
  let top = clause;
  while (top.parent) top = top.parent;
  const unprovided = information.filter(({ providers }) => providers.length === 0);
  return {
    cells: [
      clauseLink(view, clause.reference),
      named(view, clause.data.title),
      procedure ? numberedLink(view, procedure.number) : words.none,
      owner ? roleLink(view, owner.id) : words.none,
      department ? departmentLink(view, department.id) : words.none,
      [
        ...[...providers].map(({ number }) => numberedLink(view, number)),
        ...unprovided.map((item) => ({ text: words.labelled(words.missing, named(view, item.information.title)) })),
      ],
    ],
    chapter: top.reference,
    department: department?.id ?? '',
    missing: !isMet(row),
  };
}
