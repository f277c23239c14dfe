import { placeIn, type Rule } from '../rule.ts';

/** Prepared ≤ reviewed ≤ approved ≤ released ≤ effective (brief, defects of seed 002). */
export const dat01: Rule = {
  id: 'DAT-01',
  severity: 'error',
  title: {
    zh: '编制、审核、批准、发布、实施的日期依次不倒退',
    en: 'Prepared, reviewed, approved, released, effective: in this order',
  },
  reason: {
    zh: '批准早于编制的文件，说明审批没有真正发生。',
    en: 'A document approved before it was written was never really approved.',
  },
  remedy: { zh: '改正排错的日期。', en: 'Correct the date that is out of order.' },
  example: {
    file: 'procedures/HC-ITSM-B-21.mdx',
    wrong:
      'prepared: { by: wen-ya, on: 2026-02-09 }\nreviewed: { by: luo-zhiqiang, on: 2026-02-16 }\napproved: { by: gu-zhiyuan, on: 2026-02-10 }',
    right:
      'prepared: { by: wen-ya, on: 2026-02-09 }\nreviewed: { by: luo-zhiqiang, on: 2026-02-16 }\napproved: { by: gu-zhiyuan, on: 2026-02-20 }',
  },
  *check(handbook) {
    for (const document of handbook.documents.values()) {
      const { prepared, reviewed, approved, released, effective } = document.data;
      const steps = [
        { key: ['prepared', 'on'], zh: '编制', en: 'prepared', day: prepared.on },
        { key: ['reviewed', 'on'], zh: '审核', en: 'reviewed', day: reviewed?.on },
        { key: ['approved', 'on'], zh: '批准', en: 'approved', day: approved?.on },
        { key: ['released'], zh: '发布', en: 'released', day: released },
        { key: ['effective'], zh: '实施', en: 'effective', day: effective },
      ].filter((step) => step.day !== undefined);
      for (const [index, step] of steps.entries()) {
        const before = steps[index - 1];
        if (!before || step.day! >= before.day!) continue;
        yield {
          place: placeIn(document, ...step.key),
          document: document.number,
          message: {
            zh: `${step.zh}日期 ${step.day} 早于${before.zh}日期 ${before.day}`,
            en: `${step.en} on ${step.day}, before it was ${before.en} on ${before.day}`,
          },
        };
      }
    }
  },
};
