import { areIdleRolesTold, rolesWithWork } from '../roles-with-work.ts';
import type { Rule } from '../rule.ts';
import { holdings, ownedProcedures, vacancyOf } from '../vacancy.ts';

/**
 * Every role is held by somebody. Owners of procedures are for MAP-04, roles that have nothing to do either
 * for RAC-03. Roles and people are the same in both graphs.
 */
export const rac02: Rule = {
  id: 'RAC-02',
  severity: 'warning',
  title: { zh: '每个角色都有人担任', en: 'Every role is held by somebody' },
  reason: {
    zh: '交给空缺角色的事没有人做，通知也没有人收到。',
    en: 'Nobody does what is given to a vacant role, and nobody gets what is sent to it.',
  },
  remedy: {
    zh: '在 organisation/people.yaml 中写明由谁担任、从哪天起；不再需要的角色从程序和 roles 中删除。',
    en: 'Say in organisation/people.yaml who holds it from which day; take roles that are not needed out of procedures and roles.',
  },
  example: {
    file: 'organisation/people.yaml',
    wrong:
      '- id: zou-wenbo\n  roles:\n    - { role: doc-auditor, from: 2020-03-16, until: 2026-08-31 }\n\n# 2026-09-01 以后没有人担任 doc-auditor',
    right:
      '- id: zou-wenbo\n  roles:\n    - { role: doc-auditor, from: 2020-03-16, until: 2026-08-31 }\n- id: fang-xiaolan\n  roles:\n    - { role: doc-auditor, from: 2026-09-01 }',
  },
  editions: ['working'],
  *check(handbook) {
    const known = holdings(handbook);
    const owners = ownedProcedures(handbook);
    let busy: ReadonlySet<string> | undefined;
    for (const role of handbook.roles.values()) {
      if (owners.has(role.id)) continue;
      const vacancy = vacancyOf(handbook, role, known);
      if (!vacancy) continue;
      busy ??= areIdleRolesTold(handbook) ? rolesWithWork(handbook) : new Set(handbook.roles.keys());
      if (!busy.has(role.id)) continue;
      const { title } = role.data;
      yield {
        place: vacancy.place,
        message: {
          zh: `角色“${title.zh}”（${role.id}）没有人担任${vacancy.remark.zh}`,
          en: `Nobody holds the role ${title.en} (${role.id})${vacancy.remark.en}`,
        },
        hint: vacancy.hint,
      };
    }
  },
};
