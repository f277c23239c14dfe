import type { Rule } from '../rule.ts';

/** References do not lead to documents that are no longer, or not yet, in force (brief 000-10). */
export const ref05: Rule = {
  id: 'REF-05',
  severity: 'error',
  title: { zh: '不引用已作废或尚未实施的文件', en: 'References lead to documents in force' },
  reason: {
    zh: '按作废文件办事是常见的不符合。',
    en: 'Working to obsolete documents is a frequent nonconformity.',
  },
  remedy: {
    zh: '改为引用替代它的文件，或删除引用。',
    en: 'Refer to the document that replaced it, or drop the reference.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-16.mdx',
    wrong: 'related:\n  - HC-ITSM-B-33   # 已作废，由 HC-ITSM-B-17 替代',
    right: 'related:\n  - HC-ITSM-B-17',
  },
  *check(handbook) {
    const released = new Set(handbook.releases.map((release) => release.number));
    for (const reference of handbook.references) {
      const { to, from, place } = reference;
      if (handbook.documents.has(to) || handbook.unreadable.has(to) || !released.has(to)) continue;
      const successors = handbook.withdrawals.get(to)?.successors ?? [];
      yield {
        place: place(),
        document: from.number,
        hint: successors.length
          ? { zh: `已由 ${successors.join('、')} 替代。`, en: `It was replaced by ${successors.join(', ')}.` }
          : undefined,
        message:
          handbook.edition === 'in-force'
            ? { zh: `${to} 在 ${handbook.asOf} 不是现行有效的文件`, en: `${to} is not in force on ${handbook.asOf}` }
            : {
                zh: `${to} 已不在手册库中，只有历史版本`,
                en: `${to} is no longer in the handbook, only its history is`,
              },
      };
    }
  },
};
