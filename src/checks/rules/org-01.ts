import type { Department } from '../../handbook/graph.ts';
import type { Rule } from '../rule.ts';

/** Departments form a tree. */
export const org01: Rule = {
  id: 'ORG-01',
  severity: 'error',
  title: { zh: '部门的隶属关系不成环', en: 'Departments form a tree' },
  reason: {
    zh: '互为上级的部门无法画出组织架构图，也无法确定责任归属。',
    en: 'Departments above each other cannot be drawn in a chart, and nobody is in charge of them.',
  },
  remedy: { zh: '改正或删除其中一个部门的 parent。', en: 'Correct or delete the parent of one of them.' },
  example: {
    file: 'organisation/departments.yaml',
    wrong: '- id: YWB\n  parent: FWT\n  # …\n- id: FWT\n  parent: YWB',
    right: '- id: YWB\n  # …\n- id: FWT\n  parent: YWB',
  },
  *check(handbook) {
    for (const department of handbook.departments.values()) {
      const chain = chainOf(handbook.departments, department);
      if (!chain) continue;
      yield {
        place: department.place('parent'),
        message: {
          zh: `部门隶属成环：${chain.join(' → ')}`,
          en: `Departments in a circle: ${chain.join(' → ')}`,
        },
        hint: {
          zh: '改正其中一个部门的 parent；最上级的部门不写 parent。',
          en: 'Correct the parent of one of them; the topmost has none.',
        },
      };
    }
  },
};

/** The circle that a department is the first of in the file's order, or undefined. */
function chainOf(departments: ReadonlyMap<string, Department>, start: Department): string[] | undefined {
  const chain = [start.id];
  const order = [...departments.keys()];
  for (let id = start.data.parent; id && departments.has(id); id = departments.get(id)?.data.parent) {
    if (id === start.id) {
      const isFirst = chain.every((other) => order.indexOf(start.id) <= order.indexOf(other));
      return isFirst ? [...chain, start.id] : undefined;
    }
    if (chain.includes(id)) return undefined;
    chain.push(id);
  }
  return undefined;
}
