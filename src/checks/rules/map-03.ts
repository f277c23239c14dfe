import { gap } from '../claims.ts';
import { isAbout, leadDepartments, ownerless, primaryProcedures, requiredLeaves, standardPlace } from '../coverage.ts';
import type { Place } from '../../handbook/finding.ts';
import { goneHint } from '../../handbook/gone-names.ts';
import type { Clause, Document, Handbook } from '../../handbook/graph.ts';
import { nearest } from '../../handbook/suggest.ts';
import type { Bilingual } from '../../schema/primitives.ts';
import { keyIn, placeIn, type Report, type Rule } from '../rule.ts';

/** Every leaf clause has an accountable owner (brief 001-15). */
export const map03: Rule = {
  id: 'MAP-03',
  severity: 'error',
  core: true,
  title: {
    zh: '每个末级条款有一个主责部门和一个负责角色',
    en: 'Every leaf clause has a lead department and an owner role',
  },
  reason: {
    zh: '没有主责部门和负责角色，要求就落不到人。',
    en: 'Without a lead department and an owner role nobody answers for the requirement.',
  },
  remedy: {
    zh: '在职责分配表中为该条款标出主责部门（lead），并在主要程序中写明 owner。',
    en: 'Mark the lead department of the clause in the responsibility matrix and name the owner in its primary procedure.',
  },
  example: {
    file: 'matrix/HC-ITSM-A-06.mdx',
    wrong: '- clause: iso20000-1:2018/8.6.1\n  parts: { YWB: support, FWT: support, YFB: support }',
    right: '- clause: iso20000-1:2018/8.6.1\n  parts: { YWB: lead, FWT: support, YFB: support }',
  },
  *check(handbook, { working }) {
    yield* withoutLead(handbook, working);
    yield* withoutOwner(handbook);
  },
};

function* withoutLead(handbook: Handbook, working: Handbook): Generator<Report> {
  const [matrix] = handbook.matrices;
  // The matrix may be the file that cannot be read.
  if (!matrix && handbook.unreadable.size) return;
  for (const clause of requiredLeaves(handbook)) {
    if (leadDepartments(handbook, clause).length) continue;
    const row = matrix?.data.rows.findIndex((item) => isAbout(handbook, item, clause)) ?? -1;
    const report: Report = {
      place: matrix ? rowPlace(matrix.document, row) : standardPlace(clause),
      document: matrix?.document.number,
      clause: clause.reference,
      message: {
        zh: `条款 ${clause.number} ${clause.data.title.zh}在职责分配表中没有主责部门`,
        en: `Clause ${clause.number} ${clause.data.title.en} has no lead department in the responsibility matrix`,
      },
      hint: leadHint(handbook, clause, row),
    };
    const isWritten = leadDepartments(working, clause).length > 0;
    yield gap(handbook, map03, clause, report, isWritten ? working.matrices[0]?.document : undefined);
  }
}

/** One report for each procedure, however many clauses it is the primary one of: there is one owner to mend. */
function* withoutOwner(handbook: Handbook): Generator<Report> {
  for (const [procedure, clauses] of ownerless(handbook)) {
    const { owner } = procedure.data;
    const near = nearest(owner, handbook.roles.keys());
    const numbers = clauses.map(({ number }) => number);
    yield {
      place: placeIn(procedure, 'owner'),
      document: procedure.number,
      ...(clauses.length === 1 && { clause: clauses[0]!.reference }),
      message: {
        zh: `条款 ${numbers.join('、')} 的主要程序 ${procedure.number} 的负责角色“${owner}”不存在`,
        en: `The owner role “${owner}” of ${procedure.number}, the primary procedure of ${numbers.length > 1 ? 'clauses' : 'clause'} ${numbers.join(', ')}, does not exist`,
      },
      hint:
        goneHint(handbook, 'role', owner) ??
        (near
          ? { zh: `是否想写“${near}”？`, en: `Did you mean “${near}”?` }
          : {
              zh: '把 owner 改为 roles 文件夹中有的角色。',
              en: 'Make owner a role that exists in the folder roles.',
            }),
    };
  }
}

/** The place of a row of the matrix, or of the key of the rows if there is no such row. */
function rowPlace(matrix: Document, row: number): Place {
  return row < 0 ? keyIn(matrix, 'rows') : placeIn(matrix, 'rows', row);
}

/** How the lead is written, with the department of the primary procedure if there is one. */
function leadHint(handbook: Handbook, clause: Clause, row: number): Bilingual {
  const [procedure] = primaryProcedures(handbook, clause);
  const department = procedure?.data.department;
  const lead = `${department ?? '…'}: lead`;
  const of = procedure
    ? { zh: `（${procedure.number} 的主责部门）`, en: ` (the department of ${procedure.number})` }
    : { zh: '', en: '' };
  return row < 0
    ? {
        zh: `在 rows 中加一行：- clause: ${clause.reference}，parts: { ${lead} }${of.zh}。`,
        en: `Add a row: - clause: ${clause.reference}, parts: { ${lead} }${of.en}.`,
      }
    : {
        zh: `在这一行的 parts 中写主责部门，如 ${lead}${of.zh}。`,
        en: `Name the lead department in parts of the row, such as ${lead}${of.en}.`,
      };
}
