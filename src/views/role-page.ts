/** A role: what its holder has to do, which forms to fill, what it answers for. */
import type { Role } from '../handbook/graph.ts';
import { stepLink } from './translation.ts';
import {
  departmentLink,
  documentLink,
  named,
  numberedLink,
  type Cell,
  type Link,
  type Table,
  type View,
  holderNames,
} from './view.ts';

export interface RolePage {
  title: string;
  subtitle: string;
  department: Link;
  /** Names as text; empty if the role is vacant. */
  holders: string;
  duties: string[];
  competence: string[];
  /** By document: step, part played, record. */
  activities: { document: Link; table: Table }[];
  forms: Link[];
  owns: Link[];
  metrics: Table | undefined;
}

export function rolePage(view: View, role: Role): RolePage {
  const { handbook, words } = view;
  const duties = handbook.duties.get(role.id) ?? [];
  const documents = [...new Set(duties.map((duty) => duty.activity.document))];
  const all = [...handbook.documents.values()];
  const metrics = all.flatMap(({ number, data }) =>
    data.kind === 'procedure'
      ? data.process.metrics
          .filter((metric) => metric.owner === role.id)
          .map((metric): Cell[] => [metric.name, metric.target, documentLink(view, number)])
      : [],
  );
  return {
    title: named(view, role.data.title),
    subtitle: view.language === 'en' ? role.data.title.zh : role.data.title.en,
    department: departmentLink(view, role.data.department),
    holders: holderNames(view, role.id),
    duties: role.data.duties,
    competence: role.data.competence,
    activities: documents.map((document) => ({
      document: numberedLink(view, document.number),
      table: {
        columns: [words.activity, words.part, words.record],
        rows: duties
          .filter((duty) => duty.activity.document === document)
          .map(({ activity, raci }): Cell[] => [
            stepLink(view, document, activity.step, activity.data.name),
            words.list(raci.map((letter) => words.raci[letter])),
            raci.includes('R') ? activity.data.records.map((number) => documentLink(view, number)) : '',
          ]),
      },
    })),
    forms: all
      .filter(({ data }) => data.kind === 'form' && data.fields.some((field) => field.by === role.id))
      .map(({ number }) => numberedLink(view, number)),
    owns: all
      .filter(({ kind, data }) => kind !== 'form' && data.owner === role.id)
      .map(({ number }) => numberedLink(view, number)),
    metrics: metrics.length
      ? { columns: [words.roleMetrics, words.target, words.procedure], rows: metrics }
      : undefined,
  };
}

/** All roles with department and holders. */
export function roleList(view: View): Table {
  const { handbook, words } = view;
  return {
    columns: [words.role, words.department, words.roleHolders, words.roleProcedures],
    rows: [...handbook.roles.values()].map((role): Cell[] => [
      { text: named(view, role.data.title), href: `/roles/${role.id}/` },
      departmentLink(view, role.data.department),
      holderNames(view, role.id) || words.roleNobody,
      [...handbook.documents.values()]
        .filter(({ kind, data }) => kind === 'procedure' && data.owner === role.id)
        .map(({ number }) => documentLink(view, number)),
    ]),
  };
}
