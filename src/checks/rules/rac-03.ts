import { areIdleRolesTold, rolesWithWork } from '../roles-with-work.ts';
import type { Rule } from '../rule.ts';
import { holdings, vacancyOf } from '../vacancy.ts';

/**
 * Every role has something to do: in an activity, for a document, a form, a service or another entry of a register, in
 * the matrix, or by an approval chain. Only on working texts: a role for a procedure that is being written is no fault.
 */
export const rac03: Rule = {
  id: 'RAC-03',
  severity: 'warning',
  title: { zh: '每个角色都有事做', en: 'Every role has something to do' },
  reason: {
    zh: '任何程序都没有用到的角色是空头衔：担任它的人不知道要做什么，职责清单也越积越长。',
    en: 'A role that no procedure uses is an empty title: its holder does not know what to do, and the list of roles grows.',
  },
  remedy: {
    zh: '在它参与的活动中写上它，或删除这个角色。',
    en: 'Name it in the activities in which it takes part, or delete the role.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-21.mdx',
    wrong:
      'activities:\n  - name: 处理重大事件\n    responsible: [incident-mgr]  # 没有哪个活动提到 major-incident-mgr\n    accountable: incident-mgr',
    right:
      'activities:\n  - name: 处理重大事件\n    responsible: [major-incident-mgr]\n    accountable: major-incident-mgr\n    informed: [incident-mgr]',
  },
  editions: ['working'],
  *check(handbook) {
    if (!areIdleRolesTold(handbook)) return;
    const busy = rolesWithWork(handbook);
    const known = holdings(handbook);
    for (const role of handbook.roles.values()) {
      if (busy.has(role.id)) continue;
      const { title } = role.data;
      // That nobody holds it either is the same mistake: RAC-02 leaves it to this rule.
      const isVacant = vacancyOf(handbook, role, known) !== undefined;
      yield {
        place: role.source.place(['id']),
        message: {
          zh: `角色“${title.zh}”（${role.id}）${isVacant ? '没有人担任，也' : ''}没有事做：没有活动、文件、表单、登记表或审批规定提到它`,
          en: `The role ${title.en} (${role.id}) has ${isVacant ? 'no holder and ' : ''}nothing to do: no activity, document, form, register or approval chain names it`,
        },
        hint: isVacant
          ? {
              zh: `多余的，删除 ${role.source.file}${known.has(role.id) ? '，并从 people.yaml 中去掉' : ''}；需要的，在它参与的活动的 responsible、consulted 或 informed 中写上 ${role.id}，并在 organisation/people.yaml 中写明由谁担任。`,
              en: `Delete ${role.source.file}${known.has(role.id) ? ' and its holders in people.yaml' : ''} if it is not needed; else add ${role.id} to responsible, consulted or informed of its activities and a holder in organisation/people.yaml.`,
            }
          : {
              zh: `在它参与的活动的 responsible、consulted 或 informed 中写上 ${role.id}；不需要这个角色就删除文件，并从 people.yaml 中去掉。`,
              en: `Add ${role.id} to responsible, consulted or informed of its activities; if it is not needed, delete the file and its holders in people.yaml.`,
            },
      };
    }
  },
};
