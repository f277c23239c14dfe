/** The responsibility matrix: clauses down, leading roles and departments across. */
import type { Link } from './view.ts';
import { clauseLink, departmentLink, named, numberedLink, roleLink, type View } from './view.ts';

export type MatrixPart = 'direct' | 'lead' | 'support';

export interface MatrixPage {
  source: Link;
  columns: Link[];
  rows: { clause: Link; title: string; parts: (MatrixPart | undefined)[] }[];
}

/** The matrix in force, or undefined if there is none. */
export function matrixPage(view: View): MatrixPage | undefined {
  const [matrix] = view.handbook.matrices;
  if (!matrix) return undefined;
  const { data, document } = matrix;
  const used = new Set(data.rows.flatMap((row) => Object.keys(row.parts)));
  const roles = [...view.handbook.roles.keys()].filter((id) => used.has(id));
  const departments = [...view.handbook.departments.keys()].filter((id) => used.has(id));
  const keys = [...roles, ...departments];
  return {
    source: numberedLink(view, document.number),
    columns: [...roles.map((id) => roleLink(view, id)), ...departments.map((id) => departmentLink(view, id))],
    rows: data.rows.map((row) => {
      const [standard = '', number = ''] = row.clause.split('/');
      const clause = view.handbook.standards.get(standard)?.byNumber.get(number);
      return {
        clause: clauseLink(view, row.clause),
        title: clause ? named(view, clause.data.title) : '',
        parts: keys.map((key) => row.parts[key]),
      };
    }),
  };
}
