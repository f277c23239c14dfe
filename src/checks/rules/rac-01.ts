import { placeIn, type Rule } from '../rule.ts';

/**
 * A role has one part in an activity. Responsible and accountable may be the same role; who does or answers for the
 * work needs neither be asked nor told about it. That there is one accountable role and somebody responsible is
 * demanded by the schema (SRC-03).
 */
export const rac01: Rule = {
  id: 'RAC-01',
  severity: 'error',
  title: { zh: '一个角色在一个活动中的职责不矛盾', en: 'A role has one part in an activity' },
  reason: {
    zh: '同一角色既执行又“被告知”，看不出它到底要做什么，职责表也就失去作用。',
    en: 'If a role both does the work and is “informed” of it, the table of duties no longer says what it has to do.',
  },
  remedy: {
    zh: '执行（R）和负责（A）可以是同一角色；其余只保留最重的一项，删去重复。',
    en: 'Responsible and accountable may be one role; of the others keep the strongest and delete the rest.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-11.mdx',
    wrong:
      'activities:\n  - name: 验收与登记\n    responsible: [asset-mgr]\n    accountable: asset-mgr\n    consulted: [config-mgr]\n    informed: [finance-mgr, config-mgr]',
    right:
      'activities:\n  - name: 验收与登记\n    responsible: [asset-mgr]\n    accountable: asset-mgr\n    consulted: [config-mgr]\n    informed: [finance-mgr]',
  },
  *check(handbook) {
    for (const { document, step, data } of handbook.activities) {
      const parts = new Map<string, Part[]>([[data.accountable, ['accountable']]]);
      for (const part of ['responsible', 'consulted', 'informed'] as const) {
        for (const [index, id] of data[part].entries()) {
          const held = parts.get(id) ?? [];
          const excluding = held.find((other) => excludes(other, part));
          parts.set(id, [...held, part]);
          if (!excluding) continue;
          const role = handbook.roles.get(id)?.data.title ?? { zh: id, en: id };
          const activity = `5.${step} ${data.name}`;
          yield {
            place: placeIn(document, 'activities', step - 1, part, index),
            document: document.number,
            message:
              excluding === part
                ? {
                    zh: `活动“${activity}”中，${role.zh}在 ${part} 里写了两次`,
                    en: `In the activity “${activity}” ${role.en} stands twice in ${part}`,
                  }
                : {
                    zh: `活动“${activity}”中，${role.zh}已${words[excluding].zh}（${excluding}），又${words[part].zh}（${part}）`,
                    en: `In the activity “${activity}” ${role.en} is ${excluding} and also ${part}`,
                  },
            hint: {
              zh: `从 ${part} 中删去 ${id}。`,
              en: `Delete ${id} from ${part}.`,
            },
          };
        }
      }
    }
  },
};

type Part = 'responsible' | 'accountable' | 'consulted' | 'informed';

const words: Record<Part, { zh: string }> = {
  responsible: { zh: '执行' },
  accountable: { zh: '负责' },
  consulted: { zh: '被征询' },
  informed: { zh: '被告知' },
};

function excludes(held: Part, added: Part): boolean {
  return !(held === 'accountable' && added === 'responsible');
}
