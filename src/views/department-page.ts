/** Departments: the organisation chart, and what each one does. */
import { departmentPath } from '../handbook/address.ts';
import type { Department } from '../handbook/graph.ts';
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
  holderNames,
} from './view.ts';

export interface ChartNode {
  link: Link;
  code: string;
  head: string;
  children: ChartNode[];
}

export interface DepartmentPage {
  title: string;
  subtitle: string;
  code: string;
  head: string;
  parent: Link | undefined;
  children: Link[];
  duties: string[];
  roles: Table;
  people: Table;
  leads: Link[];
  documents: Link[];
  keeps: Link[];
}

/**
 * The roles that stand above the departments: those that approve the manual, who are the top management, then those that
 * direct the system by the responsibility matrix.
 */
export function leadership(view: View): { role: Link; holders: string }[] {
  const { handbook } = view;
  const directing = new Set(
    handbook.matrices.flatMap(({ data }) =>
      data.rows.flatMap((row) => Object.keys(row.parts).filter((id) => row.parts[id] === 'direct')),
    ),
  );
  const inOrder = [...handbook.roles.keys()];
  const top = handbook.settings.approval.manual.approved.filter((id) => handbook.roles.has(id));
  return [...new Set([...top, ...inOrder.filter((id) => directing.has(id))])].map((id) => ({
    role: roleLink(view, id),
    holders: holderNames(view, id),
  }));
}

/** The departments below each other, from the top. */
export function organisationChart(view: View): ChartNode[] {
  const node = (department: Department): ChartNode => ({
    link: { text: named(view, department.data.title), href: departmentPath(department.id) },
    code: department.id,
    head: personName(view, department.data.head),
    children: department.children.map(node),
  });
  return [...view.handbook.departments.values()].filter((department) => !department.parent).map(node);
}

export function departmentPage(view: View, department: Department): DepartmentPage {
  const { handbook, words } = view;
  const all = [...handbook.documents.values()];
  const roles = [...handbook.roles.values()].filter((role) => role.data.department === department.id);
  return {
    title: named(view, department.data.title),
    subtitle: view.language === 'en' ? department.data.title.zh : department.data.title.en,
    code: department.id,
    head: personName(view, department.data.head),
    parent: department.parent && departmentLink(view, department.parent.id),
    children: department.children.map((child) => departmentLink(view, child.id)),
    duties: department.data.duties,
    roles: {
      columns: [words.role, words.roleHolders],
      rows: roles.map((role): Cell[] => [roleLink(view, role.id), holderNames(view, role.id) || words.roleNobody]),
    },
    people: {
      columns: [words.people, words.position],
      rows: [...handbook.people.values()]
        .filter((person) => person.data.department === department.id)
        .map((person): Cell[] => [named(view, person.data.name), named(view, person.data.position)]),
    },
    leads: handbook.matrices.flatMap(({ data }) =>
      data.rows
        .filter((row) => row.parts[department.id] === 'lead')
        .map((row) => clauseLink(view, row.clause, { title: true })),
    ),
    documents: all
      .filter(({ kind, data }) => kind !== 'form' && data.department === department.id)
      .map(({ number }) => numberedLink(view, number)),
    keeps: all
      .filter(({ data }) => data.kind === 'form' && data.keeper === department.id)
      .map(({ number }) => numberedLink(view, number)),
  };
}
