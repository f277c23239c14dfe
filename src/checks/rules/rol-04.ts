import type { Department, Handbook } from '../../handbook/graph.ts';
import type { Rule } from '../rule.ts';
import { isUnfinished } from '../unfinished.ts';

/**
 * Every department has a part in the responsibility matrix (brief 001-15): itself, by one of its roles (top management
 * takes part as 总经理), or by a department below it. That it has duties is demanded by the schema (SRC-03).
 */
export const rol04: Rule = {
  id: 'ROL-04',
  severity: 'warning',
  title: { zh: '每个部门都在职责分配表中', en: 'Every department has a part in the responsibility matrix' },
  reason: {
    zh: '表中没有的部门不知道自己承担哪些条款，内审也排不到它。',
    en: 'A department that the matrix leaves out does not know its clauses, and no internal audit reaches it.',
  },
  remedy: {
    zh: '在它主责或配合的条款一行写上它；不在体系范围内的部门从 departments.yaml 中删除。',
    en: 'Name it in the rows of the clauses that it leads or supports; delete departments outside the scope.',
  },
  example: {
    file: 'matrix/HC-ITSM-A-06.mdx',
    wrong: '# 没有一行写到 CWB 财务部\n- clause: iso20000-1:2018/8.4.1\n  parts: { YWB: lead }',
    right: '- clause: iso20000-1:2018/8.4.1\n  parts: { CWB: lead, YWB: support }',
  },
  *check(handbook, { working }) {
    const [matrix] = handbook.matrices;
    // One that is still being written names nobody yet.
    if (!matrix || isUnfinished(working, matrix.document)) return;
    const named = departmentsInMatrix(handbook);
    for (const department of handbook.departments.values()) {
      if (isNamed(department, named)) continue;
      const { id, data } = department;
      yield {
        place: department.place(),
        document: matrix.document.number,
        message: {
          zh: `${data.title.zh}（${id}）没有出现在职责分配表 ${matrix.document.number} 中`,
          en: `${data.title.en} (${id}) does not appear in the responsibility matrix ${matrix.document.number}`,
        },
        hint: {
          zh: `在它配合的条款一行的 parts 中加 ${id}: support，主责的写 ${id}: lead。`,
          en: `Add ${id}: support to parts of the clauses that it supports, ${id}: lead to those that it leads.`,
        },
      };
    }
  },
};

/** The departments that a row names, and those whose roles it names. */
function departmentsInMatrix({ matrices, roles }: Handbook): Set<string> {
  const ids = matrices.flatMap(({ data }) => data.rows.flatMap(({ parts }) => Object.keys(parts)));
  return new Set(ids.map((id) => roles.get(id)?.data.department ?? id));
}

function isNamed(department: Department, named: ReadonlySet<string>): boolean {
  return named.has(department.id) || department.children.some((child) => isNamed(child, named));
}
