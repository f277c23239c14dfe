import { placeIn, type Rule } from '../rule.ts';

/** Every record form is formed by a step, and every step forms existing forms (brief 000-23). */
export const ref04: Rule = {
  id: 'REF-04',
  severity: 'error',
  title: { zh: '每个表单都由某个活动形成', en: 'Every form is filled by a step of a procedure' },
  reason: {
    zh: '没有活动形成的表单不会有人填，审核时就没有证据。',
    en: 'Nobody fills a form that no step forms, and then there is no evidence.',
  },
  remedy: {
    zh: '在形成它的活动的 records 中写上表单编号，或作废该表单。',
    en: 'Name the form in records of the step that fills it, or withdraw the form.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-21.mdx',
    wrong: 'activities:\n  - id: analyse\n    name: 统计分析与改进\n    records: []   # 没有活动形成 HC-ITSM-D-21-03',
    right: 'activities:\n  - id: analyse\n    name: 统计分析与改进\n    records: [HC-ITSM-D-21-03]',
  },
  *check(handbook, library) {
    for (const document of handbook.documents.values()) {
      if (document.kind === 'form' && !handbook.formedBy.has(document.number) && !handbook.unreadable.size) {
        // Where the release in force still forms it, its working text lost it.
        const [former] = library.inForce.formedBy.get(document.number) ?? [];
        yield {
          place: placeIn(document, 'number'),
          document: document.number,
          message: {
            zh: `没有活动形成表单 ${document.number} ${document.data.title.zh}`,
            en: `No step forms ${document.number} ${document.data.title.en}`,
          },
          hint: former && {
            zh: `发布版由 ${former.document.number} 的活动“${former.data.name}”形成：在它的 records 中恢复 ${document.number}，或作废该表单。`,
            en: `In the release the step “${former.data.name}” of ${former.document.number} forms it: put ${document.number} back into its records, or withdraw the form.`,
          },
        };
      }
    }
    for (const activity of handbook.activities) {
      for (const [index, number] of activity.data.records.entries()) {
        const target = handbook.documents.get(number);
        if (!target || target.kind === 'form') continue;
        yield {
          place: placeIn(activity.document, 'activities', activity.step - 1, 'records', index),
          document: activity.document.number,
          message: {
            zh: `活动形成的应为记录表单，${number} 不是表单`,
            en: `A step forms records; ${number} is not a form`,
          },
          hint: { zh: '移到 related。', en: 'Move it to related.' },
        };
      }
    }
  },
};
