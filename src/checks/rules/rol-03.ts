import { isAbout, leadDepartments, primaryProcedures, requiredLeaves } from '../coverage.ts';
import type { Bilingual } from '../../schema/primitives.ts';
import { keyIn, placeIn, type Rule } from '../rule.ts';

/** The responsibility matrix agrees with the procedures (brief, defect of seed 003). */
export const rol03: Rule = {
  id: 'ROL-03',
  severity: 'error',
  title: { zh: '职责分配表与程序一致', en: 'The matrix agrees with the procedures' },
  reason: {
    zh: '表上是一个部门，程序里是另一个部门，员工和审核员就不知道听谁的。',
    en: 'If the matrix names one department and the procedure another, nobody knows whom to follow.',
  },
  remedy: {
    zh: '改正其中一处，使主责部门与主要程序的 department、配合部门与 support 一致。',
    en: 'Correct one of the two: lead is the department, support the supporting departments of the primary procedure.',
  },
  example: {
    file: 'matrix/HC-ITSM-A-06.mdx',
    wrong:
      '# HC-ITSM-B-21：department: YWB，support: [FWT, YFB, AQB]\n- clause: iso20000-1:2018/8.6.1\n  parts: { FWT: lead, YWB: support }',
    right:
      '# HC-ITSM-B-21：department: YWB，support: [FWT, YFB, AQB]\n- clause: iso20000-1:2018/8.6.1\n  parts: { YWB: lead, FWT: support, YFB: support, AQB: support }',
  },
  *check(handbook) {
    for (const clause of requiredLeaves(handbook)) {
      const [procedure] = primaryProcedures(handbook, clause);
      const [lead] = leadDepartments(handbook, clause);
      if (!procedure || lead === undefined) continue;
      for (const { document, data } of handbook.matrices) {
        const index = data.rows.findIndex((row) => isAbout(handbook, row, clause));
        const parts = data.rows[index]?.parts;
        if (!parts) continue;
        const base = { document: document.number, clause: clause.reference };
        const { department, support } = procedure.data;
        // That there is no such department ROL-01 says; it must not get into the matrix as well.
        if (!handbook.departments.has(department)) continue;
        // Which of several leads is wrong ROL-02 asks; that one of them is missing as a support follows from it.
        const leads = Object.keys(parts).filter((key) => parts[key] === 'lead');
        const isOtherLead = lead !== department && !leads.includes(department);
        if (isOtherLead) {
          yield {
            ...base,
            place: keyIn(document, 'rows', index, 'parts', lead),
            message: {
              zh: `条款 ${clause.number}：职责分配表的主责部门是 ${lead}，${procedure.number} 的主责部门是 ${department}`,
              en: `Clause ${clause.number}: the matrix is led by ${lead}, ${procedure.number} by ${department}`,
            },
            hint: {
              zh: `把表中改为 ${department}: lead；确由 ${lead} 主责的，把 ${procedure.number} 的 department 改为 ${lead}。`,
              en: `Write ${department}: lead in the matrix; if ${lead} is in charge, set department of ${procedure.number} to it.`,
            },
          };
        }
        const supporting = Object.keys(parts).filter((key) => parts[key] === 'support' && /^[A-Z]/.test(key));
        // Where the two leads are mixed up, they stand in the wrong places for that reason alone.
        const isJudged = (id: string) => !leads.includes(id) && (!isOtherLead || id !== department);
        const missing = support.filter((id) => !supporting.includes(id) && isJudged(id));
        const extra = supporting.filter((id) => !support.includes(id) && isJudged(id));
        if (missing.length || extra.length) {
          yield {
            ...base,
            place: placeIn(document, 'rows', index, 'parts'),
            message: {
              zh: `条款 ${clause.number} 的配合部门与 ${procedure.number} 不一致：${[
                missing.length ? `表中缺 ${missing.join('、')}` : '',
                extra.length ? `表中多 ${extra.join('、')}` : '',
              ]
                .filter(Boolean)
                .join('，')}`,
              en: `Supporting departments of clause ${clause.number} differ from ${procedure.number}: ${[
                missing.length ? `missing ${missing.join(', ')}` : '',
                extra.length ? `not in the procedure ${extra.join(', ')}` : '',
              ]
                .filter(Boolean)
                .join('; ')}`,
            },
            hint: supportHint(procedure.number, missing, extra),
          };
        }
      }
    }
  },
};

/** Either side may be wrong: what to do to the matrix, and what to the procedure. */
function supportHint(procedure: string, missing: readonly string[], extra: readonly string[]): Bilingual {
  const matrix = missing.map((id) => `${id}: support`);
  const zh = [
    matrix.length ? `在这一行加上 ${matrix.join('、')}` : '',
    extra.length ? `从这一行删去 ${extra.join('、')}` : '',
  ].filter(Boolean);
  const en = [
    matrix.length ? `add ${matrix.join(', ')} to the row` : '',
    extra.length ? `take ${extra.join(', ')} out of the row` : '',
  ].filter(Boolean);
  return {
    zh: `${zh.join('，')}；表没有错的，改 ${procedure} 的 support。`,
    en: `Here ${en.join(' and ')}; if the matrix is right, correct support of ${procedure}.`,
  };
}
