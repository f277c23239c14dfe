/** The names that `handbook release` freezes with a text (names.yaml): of all that it names by an id. */
import type { Bilingual } from '../../src/schema/primitives.ts';
import { parties, peopleNames, roleTitles } from './organisation.ts';
import { departments } from './organisation-words.ts';
import { toYaml } from './yaml.ts';

const header = '# 发布时的名称 / Names as of the release. Written by `handbook release`, never by hand.\n';

const groups: Readonly<Record<string, ReadonlyMap<string, Bilingual>>> = {
  roles: roleTitles,
  departments: new Map(departments.map(({ id, zh, en }) => [id, { zh, en }])),
  people: peopleNames,
  parties: new Map(parties.map(({ id, zh, en }) => [id, { zh, en }])),
};

/** The text of names.yaml for the files of a release. */
export function frozenNames(files: ReadonlyMap<string, string>): string {
  const used = new Set([...files.values()].flatMap((text) => text.match(/[A-Za-z][\w-]*/g) ?? []));
  const named = Object.entries(groups).map(([group, names]) => [
    group,
    Object.fromEntries([...names].filter(([id]) => used.has(id)).sort(([a], [b]) => (a < b ? -1 : 1))),
  ]);
  return header + toYaml(Object.fromEntries(named.filter(([, names]) => Object.keys(names!).length > 0)));
}
