/** Roles, departments and people that released texts name and that are gone: nothing but their return mends that. */
import type { Bilingual } from '../schema/primitives.ts';
import type { Handbook, Release } from './graph.ts';
import { readNames } from './releases.ts';

export type Named = 'role' | 'department' | 'person';

const groups = { role: 'roles', department: 'departments', person: 'people' } as const;

interface Former {
  name: Bilingual;
  /** How many released versions name it. */
  count: number;
}

/** What the releases call by each id, which dozens of findings ask for. */
const known = new WeakMap<readonly Release[], Record<Named, Map<string, Former>>>();

function formerNames({ releases }: Handbook): Record<Named, Map<string, Former>> {
  const before = known.get(releases);
  if (before) return before;
  const found = { role: new Map(), department: new Map(), person: new Map() } as Record<Named, Map<string, Former>>;
  for (const { names } of releases.map(readNames)) {
    for (const what of Object.keys(groups) as Named[]) {
      for (const [id, name] of Object.entries(names?.[groups[what]] ?? {})) {
        found[what].set(id, { name, count: (found[what].get(id)?.count ?? 0) + 1 });
      }
    }
  }
  known.set(releases, found);
  return found;
}

/** What to do about an id that nothing has any more and that released texts name; undefined if none does. */
export function goneHint(handbook: Handbook, what: Named, id: string): Bilingual | undefined {
  const former = formerNames(handbook)[what].get(id);
  if (!former) return undefined;
  const { name, count } = former;
  const todo = remedies[what](id);
  return {
    zh: `已发布的 ${count} 个版本写着 ${id}（${name.zh}），不能改：${todo.zh}`,
    en: `${count} released ${count > 1 ? 'versions name' : 'version names'} ${id} (${name.en}) and cannot be changed: ${todo.en}`,
  };
}

const remedies: Record<Named, (id: string) => Bilingual> = {
  role: (id) => ({
    zh: `用 git 恢复 roles/${id}.mdx。改名只改 title，标识不变；不再设的角色，任职写上 until，现行文件都不再写它时才能删除。`,
    en: `restore roles/${id}.mdx from git. A new name goes into title, the id stays; give the holders of a role that is given up an until, and delete it once nothing in force names it.`,
  }),
  department: () => ({
    zh: '用 git 恢复 organisation/departments.yaml 中的这一项。改名只改 title，标识不变；撤销的部门，现行文件都不再写它时才能删除。',
    en: 'restore its entry in organisation/departments.yaml from git. A new name goes into title, the id stays; delete a department that is dissolved once nothing in force names it.',
  }),
  person: () => ({
    zh: '用 git 恢复 organisation/people.yaml 中的这一项。离职的人不删除，给每项任职写上 until；改名只改 name，标识不变。',
    en: 'restore the entry in organisation/people.yaml from git. Who leaves stays there, with an until for each role; a new name goes into name, the id stays.',
  }),
};
