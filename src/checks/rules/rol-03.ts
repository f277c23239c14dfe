import type { Clause, Document, Handbook } from '../../handbook/graph.ts';
import { isAbout, leadDepartments, primaryProcedures, requiredLeaves } from '../coverage.ts';
import type { MatrixRow } from '../../schema/documents.ts';
import type { Bilingual } from '../../schema/primitives.ts';
import { keyIn, placeIn, type Report, type Rule } from '../rule.ts';
import { isUnfinished } from '../unfinished.ts';

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
  *check(handbook, { working }) {
    for (const compared of Map.groupBy(comparedRows(handbook), pairOf).values()) {
      const all = compared.flatMap((row) => differences(handbook, row));
      for (const alike of Map.groupBy(all, ({ lead, missing, extra }) =>
        JSON.stringify([lead, missing, extra]),
      ).values()) {
        const [first] = alike as [Difference];
        // The same in all rows is one mistake, made in the procedure; in some of them, each row is to be looked at. A
        // matrix that is still being written says nothing against a procedure.
        const isInAll = alike.length > 1 && alike.length === compared.length;
        if (isInAll && !isUnfinished(working, first.matrix)) {
          yield first.lead ? allLed(alike) : allSupported(alike);
        } else yield* alike.map((difference) => (difference.lead ? ledBy(difference) : supportedBy(difference)));
      }
    }
  },
};

/** A row of the matrix about a clause, which should agree with the primary procedure of the clause. */
interface ComparedRow {
  matrix: Document;
  procedure: Document;
  clause: Clause;
  row: number;
  parts: MatrixRow['parts'];
  /** The department that leads the clause by the matrix. */
  led: string;
}

/** Where they do not agree. */
interface Difference extends ComparedRow {
  /** The department that leads by the matrix, if that is what differs. */
  lead?: string;
  /** Supporting departments that the row lacks, and those that it has too many. */
  missing: readonly string[];
  extra: readonly string[];
}

function pairOf({ matrix, procedure }: ComparedRow): string {
  return `${matrix.number} ${procedure.number}`;
}

function comparedRows(handbook: Handbook): ComparedRow[] {
  return requiredLeaves(handbook).flatMap((clause) => {
    const [procedure] = primaryProcedures(handbook, clause);
    const [led] = leadDepartments(handbook, clause);
    if (!procedure || led === undefined) return [];
    // That there is no such department ROL-01 says; it must not get into the matrix as well.
    if (!handbook.departments.has(procedure.data.department)) return [];
    return handbook.matrices.flatMap(({ document: matrix, data }) => {
      const row = data.rows.findIndex((item) => isAbout(handbook, item, clause));
      const parts = data.rows[row]?.parts;
      return parts ? [{ matrix, procedure, clause, row, parts, led }] : [];
    });
  });
}

/** The difference in the lead and that in the support, as far as there are any. */
function differences({ departments }: Handbook, compared: ComparedRow): Difference[] {
  const { procedure, parts, led } = compared;
  const { department, support } = procedure.data;
  // Which of several leads is wrong ROL-02 asks; that one of them is missing as a support follows from it.
  const leads = Object.keys(parts).filter((key) => parts[key] === 'lead');
  const isOtherLead = led !== department && !leads.includes(department);
  const supporting = Object.keys(parts).filter((key) => parts[key] === 'support' && /^[A-Z]/.test(key));
  // Where the two leads are mixed up, they stand in the wrong places for that reason alone.
  const isJudged = (id: string) => !leads.includes(id) && (!isOtherLead || id !== department) && departments.has(id);
  const missing = support.filter((id) => !supporting.includes(id) && isJudged(id));
  const extra = supporting.filter((id) => !support.includes(id) && isJudged(id));
  return [
    ...(isOtherLead ? [{ ...compared, lead: led, missing: [], extra: [] }] : []),
    ...(missing.length || extra.length ? [{ ...compared, missing, extra }] : []),
  ];
}

function ledBy({ matrix, procedure, clause, row, lead = '' }: Difference): Report {
  const { department } = procedure.data;
  return {
    document: matrix.number,
    clause: clause.reference,
    place: keyIn(matrix, 'rows', row, 'parts', lead),
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

function allLed(alike: readonly Difference[]): Report {
  const [{ matrix, procedure, lead = '' }] = alike as [Difference];
  const { department } = procedure.data;
  const clauses = clausesOf(alike);
  return {
    document: procedure.number,
    place: placeIn(procedure, 'department'),
    message: {
      zh: `${procedure.number} 的主责部门是 ${department}，职责分配表 ${matrix.number} 中${clauses.zh}都由 ${lead} 主责`,
      en: `${procedure.number} is led by ${department}, in the matrix ${matrix.number} ${lead} leads ${clauses.en}`,
    },
    hint: {
      zh: `这里写 ${lead}；确由 ${department} 主责的，改表中这些行。`,
      en: `Write ${lead} here; if ${department} is in charge, correct these rows of the matrix.`,
    },
  };
}

function supportedBy({ matrix, procedure, clause, row, missing, extra }: Difference): Report {
  const zh = [
    missing.length ? `表中缺 ${missing.join('、')}` : '',
    extra.length ? `表中多 ${extra.join('、')}` : '',
  ].filter(Boolean);
  const en = [
    missing.length ? `missing ${missing.join(', ')}` : '',
    extra.length ? `not in the procedure ${extra.join(', ')}` : '',
  ].filter(Boolean);
  return {
    document: matrix.number,
    clause: clause.reference,
    place: placeIn(matrix, 'rows', row, 'parts'),
    message: {
      zh: `条款 ${clause.number} 的配合部门与 ${procedure.number} 不一致：${zh.join('，')}`,
      en: `Supporting departments of clause ${clause.number} differ from ${procedure.number}: ${en.join('; ')}`,
    },
    hint: supportHint(procedure.number, missing, extra),
  };
}

function allSupported(alike: readonly Difference[]): Report {
  const [{ matrix, procedure, missing, extra }] = alike as [Difference];
  const clauses = clausesOf(alike);
  const zh = [
    missing.length ? `${clauses.zh}都没有 ${missing.join('、')}` : '',
    extra.length ? `${clauses.zh}都有 ${extra.join('、')}` : '',
  ].filter(Boolean);
  const en = [
    missing.length ? `${missing.join(', ')} at none of ${clauses.en}` : '',
    extra.length ? `${extra.join(', ')} at all of ${clauses.en}` : '',
  ].filter(Boolean);
  const todo = {
    zh: [
      missing.length ? `从 support 中删去 ${missing.join('、')}` : '',
      extra.length ? `在 support 中加上 ${extra.join('、')}` : '',
    ],
    en: [missing.length ? `take ${missing.join(', ')} out` : '', extra.length ? `add ${extra.join(', ')}` : ''],
  };
  return {
    document: procedure.number,
    place: keyIn(procedure, 'support'),
    message: {
      zh: `${procedure.number} 的配合部门与职责分配表 ${matrix.number} 不一致：表中${zh.join('，')}`,
      en: `Supporting departments of ${procedure.number} differ from the matrix ${matrix.number}, which has ${en.join('; ')}`,
    },
    hint: {
      zh: `${todo.zh.filter(Boolean).join('，')}；程序没有错的，改表中这些行。`,
      en: `In support ${todo.en.filter(Boolean).join(' and ')}; if the procedure is right, correct these rows of the matrix.`,
    },
  };
}

/** Beyond these the clauses are only counted. */
const listed = 6;

function clausesOf(alike: readonly Difference[]): Bilingual {
  const numbers = alike.map(({ clause }) => clause.number);
  const some = numbers.slice(0, listed);
  const more = numbers.length > listed;
  return {
    zh: `条款 ${some.join('、')}${more ? `等 ${numbers.length} 个` : ' '}`,
    en: `clauses ${some.join(', ')}${more ? ` … (${numbers.length})` : ''}`,
  };
}

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
