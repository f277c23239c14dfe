import { allChains } from '../../control/signatories.ts';
import type { Handbook } from '../../handbook/graph.ts';
import { registerReferences } from '../register-references.ts';
import type { Rule } from '../rule.ts';

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
    // What cannot be read may be what the role is for.
    if (handbook.unreadable.size || handbook.unread.size) return;
    const busy = rolesWithWork(handbook);
    for (const role of handbook.roles.values()) {
      if (busy.has(role.id)) continue;
      const { title } = role.data;
      yield {
        place: role.source.place(['id']),
        message: {
          zh: `角色“${title.zh}”（${role.id}）没有事做：没有活动、文件、表单、登记表或审批规定提到它`,
          en: `The role ${title.en} (${role.id}) has nothing to do: no activity, document, form, register or approval chain names it`,
        },
        hint: {
          zh: `在它参与的活动的 responsible、consulted 或 informed 中写上 ${role.id}；不需要这个角色就删除文件，并从 people.yaml 中去掉。`,
          en: `Add ${role.id} to responsible, consulted or informed of its activities; if it is not needed, delete the file and its holders in people.yaml.`,
        },
      };
    }
  },
};

function rolesWithWork(handbook: Handbook): Set<string> {
  const busy = new Set<string>(handbook.duties.keys());
  for (const { data, parts } of handbook.documents.values()) {
    busy.add(data.owner);
    if (data.kind === 'form') for (const field of data.fields) busy.add(field.by);
    if (data.kind === 'matrix') for (const row of data.rows) for (const id of Object.keys(row.parts)) busy.add(id);
    if (data.kind === 'procedure') {
      for (const metric of data.process.metrics) busy.add(metric.owner);
      // Who an input comes from has to give it; who gets an output has nothing to do for it.
      for (const input of data.process.inputs) for (const id of input.from) busy.add(id);
    }
    for (const part of parts) if (part.data?.appointment) busy.add(part.data.appointment.role);
  }
  for (const { chain } of allChains(handbook)) {
    for (const signatory of [...chain.reviewed, ...chain.approved]) busy.add(signatory);
  }
  for (const { kinds, id } of registerReferences(handbook)) if (kinds.includes('role')) busy.add(id);
  return busy;
}
