import { isAbout, leadDepartments, primaryProcedures, requiredLeaves, standardPlace } from '../coverage.ts';
import type { Place } from '../../handbook/finding.ts';
import type { Document } from '../../handbook/graph.ts';
import { keyIn, placeIn, type Rule } from '../rule.ts';

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
  *check(handbook) {
    const [matrix] = handbook.matrices;
    if (!matrix && handbook.unreadable.size) return;
    for (const clause of requiredLeaves(handbook)) {
      if (leadDepartments(handbook, clause).length === 0) {
        const row = matrix?.data.rows.findIndex((item) => isAbout(handbook, item, clause)) ?? -1;
        yield {
          place: matrix ? rowPlace(matrix.document, row) : standardPlace(clause),
          document: matrix?.document.number,
          clause: clause.reference,
          message: {
            zh: `条款 ${clause.number} ${clause.data.title.zh}在职责分配表中没有主责部门`,
            en: `Clause ${clause.number} ${clause.data.title.en} has no lead department in the responsibility matrix`,
          },
          hint: {
            zh: `为 ${clause.reference} 指定一个部门为 lead。`,
            en: `Give one department the part “lead” for ${clause.reference}.`,
          },
        };
      }
      for (const procedure of primaryProcedures(handbook, clause)) {
        if (handbook.roles.has(procedure.data.owner)) continue;
        yield {
          place: placeIn(procedure, 'owner'),
          document: procedure.number,
          clause: clause.reference,
          message: {
            zh: `条款 ${clause.number} 的主要程序 ${procedure.number} 没有有效的负责角色`,
            en: `The primary procedure ${procedure.number} of clause ${clause.number} has no existing owner role`,
          },
          hint: { zh: '把 owner 改为 roles 中的角色。', en: 'Make owner a role that exists in roles.' },
        };
      }
    }
  },
};

/** The place of a row of the matrix, or of the key of the rows if there is no such row. */
function rowPlace(matrix: Document, row: number): Place {
  return row < 0 ? keyIn(matrix, 'rows') : placeIn(matrix, 'rows', row);
}
