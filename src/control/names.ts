/** The names that are frozen with a release (names.yaml, docs/ledger.md). */
import { stringify } from 'yaml';
import { canonicalBytes } from '../handbook/canonical.ts';
import type { Document, Handbook } from '../handbook/graph.ts';
import type { FrozenNames } from '../schema/names.ts';
import type { Bilingual } from '../schema/primitives.ts';

const header = '# 发布时的名称 / Names as of the release. Written by `handbook release`, never by hand.\n';

/**
 * The names of everything that a document names by its id. A text with components may show any of them, as tables of
 * roles and departments do, and takes all.
 * @returns the bytes of names.yaml; undefined if it names nothing
 */
export function namesToFreeze(handbook: Handbook, document: Document): Buffer | undefined {
  const hasComponents = document.parts.some(({ body }) => body.components.length > 0);
  const used = new Set([document.data, ...document.parts.map(({ data }) => data)].flatMap(stringsIn));
  for (const { body } of document.parts) for (const { url } of body.links) used.add(url.replace(/^\w+:/, ''));
  const titles = <T>(map: ReadonlyMap<string, T>, title: (item: T) => Bilingual) =>
    Object.fromEntries(
      [...map]
        .filter(([id]) => hasComponents || used.has(id))
        .map(([id, item]): [string, Bilingual] => [id, title(item)])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  const parties = new Map(handbook.settings.parties.map((party) => [party.id, party]));
  const names: FrozenNames = {
    roles: titles(handbook.roles, (role) => role.data.title),
    departments: titles(handbook.departments, (department) => department.data.title),
    people: titles(handbook.people, (person) => person.data.name),
    parties: titles(parties, (party) => party.title),
  };
  const filled = Object.entries(names).filter(([, group]) => Object.keys(group).length > 0);
  if (filled.length === 0) return undefined;
  return canonicalBytes(header + stringify(Object.fromEntries(filled), { lineWidth: 0 }));
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (!value || typeof value !== 'object') return [];
  // The roles and departments of a matrix row are keys.
  return Object.entries(value).flatMap(([key, item]) => [key, ...stringsIn(item)]);
}
