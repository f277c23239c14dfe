import type { Clause, Handbook } from '../../handbook/graph.ts';
import { findClause } from '../../handbook/resolve.ts';
import type { Bilingual } from '../../schema/primitives.ts';
import { primaryProcedures, requiredLeaves } from '../coverage.ts';
import { keyIn, placeIn, type Rule } from '../rule.ts';

/** A row of the responsibility matrix has one lead department (brief 002-25). */
export const rol02: Rule = {
  id: 'ROL-02',
  severity: 'error',
  title: { zh: '职责分配表每行只有一个主责部门', en: 'Each row of the matrix has exactly one lead department' },
  reason: {
    zh: '两个主责部门等于没有主责部门。',
    en: 'Two lead departments are as good as none.',
  },
  remedy: {
    zh: '只给一个部门 lead，其余改为 support；角色（如总经理）用 direct。',
    en: 'Give one department lead and the others support; roles take direct.',
  },
  example: {
    file: 'matrix/HC-ITSM-A-06.mdx',
    wrong: '- clause: iso20000-1:2018/8.6.1\n  parts: { YWB: lead, FWT: lead, YFB: support }',
    right: '- clause: iso20000-1:2018/8.6.1\n  parts: { YWB: lead, FWT: support, YFB: support }',
  },
  *check(handbook) {
    const required = new Set<Clause | undefined>(requiredLeaves(handbook));
    for (const { document, data } of handbook.matrices) {
      const seen = new Map<string, number>();
      for (const [index, row] of data.rows.entries()) {
        const leads = Object.keys(row.parts).filter((key) => row.parts[key] === 'lead');
        // That a clause in force has no lead at all is for MAP-03.
        const isForOther = leads.length === 0 && required.has(findClause(handbook.standards, row.clause));
        if (leads.length !== 1 && !isForOther) {
          yield {
            place: leads[1]
              ? keyIn(document, 'rows', index, 'parts', leads[1])
              : placeIn(document, 'rows', index, 'parts'),
            document: document.number,
            clause: row.clause,
            message:
              leads.length === 0
                ? { zh: `${row.clause} 没有主责部门`, en: `${row.clause} has no lead department` }
                : {
                    zh: `${row.clause} 有 ${leads.length} 个主责部门：${leads.join('、')}`,
                    en: `${row.clause} has ${leads.length} lead departments: ${leads.join(', ')}`,
                  },
            hint:
              leads.length === 0
                ? { zh: '给一个部门写 lead。', en: 'Give one department the part lead.' }
                : severalHint(handbook, row.clause, leads),
          };
        }
        const role = leads.find((key) => !handbook.departments.has(key) && handbook.roles.has(key));
        if (role) {
          yield {
            place: keyIn(document, 'rows', index, 'parts', role),
            document: document.number,
            clause: row.clause,
            message: { zh: `主责应为部门，“${role}”是角色`, en: `A department leads; “${role}” is a role` },
            hint: { zh: '角色用 direct 或 support。', en: 'Roles take direct or support.' },
          };
        }
        const first = seen.get(row.clause);
        if (first !== undefined) {
          yield {
            place: placeIn(document, 'rows', index, 'clause'),
            document: document.number,
            clause: row.clause,
            message: {
              zh: `${row.clause} 在表中有两行，另一行在文件的第 ${placeIn(document, 'rows', first, 'clause').line} 行`,
              en: `${row.clause} has two rows in the matrix, the other one on line ${placeIn(document, 'rows', first, 'clause').line} of the file`,
            },
            hint: {
              zh: '条款写错的改正，重复的合并成一行。',
              en: 'Correct the clause if it is wrong; otherwise merge the two rows.',
            },
          };
        } else seen.set(row.clause, index);
      }
    }
  },
};

/** Which of several leads is right the primary procedure of the clause says. */
function severalHint(handbook: Handbook, reference: string, leads: readonly string[]): Bilingual {
  const clause = findClause(handbook.standards, reference);
  const [procedure] = clause ? primaryProcedures(handbook, clause) : [];
  if (!procedure)
    return { zh: '只保留一个 lead，其余改为 support。', en: 'Keep one lead and give the others support.' };
  const { number, data } = procedure;
  const { department } = data;
  const others = leads.filter((id) => id !== department).join('、');
  return leads.includes(department)
    ? {
        zh: `${number} 的主责部门是 ${department}：只保留它的 lead，把 ${others} 改为 support。`,
        en: `${number} is led by ${department}: keep its lead and give ${others.replaceAll('、', ', ')} the part support.`,
      }
    : {
        zh: `只保留一个 lead（${number} 的主责部门是 ${department}），其余改为 support。`,
        en: `Keep one lead (${number} is led by ${department}) and give the others support.`,
      };
}
