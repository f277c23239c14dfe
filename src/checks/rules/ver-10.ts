import { placeIn, type Rule } from '../rule.ts';
import { versionSteps } from '../version-step.ts';

/**
 * No new version without a change. Dates, signatures and the change record are not counted, as every version has its
 * own; a text that is only broken into other lines is the same text.
 */
export const ver10: Rule = {
  id: 'VER-10',
  severity: 'warning',
  title: { zh: '没有修改就不出新版本', en: 'No new version without a change' },
  reason: {
    zh: '内容相同的两个版本使人白白回收、重发和学习，修改记录也不再可信；定期评审没有修改的，版本不变。',
    en: 'Two versions that say the same are recalled, reissued and studied for nothing. A review without change leaves the version as it is.',
  },
  remedy: {
    zh: '把版本和修改记录改回上一版本；评审过没有修改的，在 registers/reviews.yaml 中登记。',
    en: 'Set version and change record back; record a review that changed nothing in registers/reviews.yaml.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-22.mdx',
    wrong:
      'version: A/1\n…\nchanges:\n  …\n  - version: A/1\n    date: 2026-04-28\n    sections: [全文]\n    what: 年度评审，内容无修改\n    …\n# 正文与 A/0 一字不差',
    right: 'version: A/0   # 评审记入 registers/reviews.yaml：结论“无须修改”',
  },
  *check(handbook, library) {
    for (const { document, before, changes, released } of versionSteps(handbook, library)) {
      if (changes.length) continue;
      const { version } = document.data;
      yield {
        place: placeIn(document, 'version'),
        document: document.number,
        message: {
          zh: `${document.number} ${version} 与 ${before.version} 相比，除日期、签署和修改记录外没有任何变化`,
          en: `But for dates, signatures and the change record, ${document.number} ${version} is the same as ${before.version}`,
        },
        hint: released
          ? {
              zh: '已发布的版本不再改动；以后评审没有修改的，只在 registers/reviews.yaml 中登记。确认后可在 registers/waivers.yaml 中豁免。',
              en: 'A release stays as it is; next time record a review without change in registers/reviews.yaml. This one may be waived in registers/waivers.yaml.',
            }
          : {
              zh: `把 version 改回 ${before.version}，删除 ${version} 的修改记录；评审过没有修改的，在 registers/reviews.yaml 中登记。`,
              en: `Set version back to ${before.version} and delete the entry for ${version}; record a review that changed nothing in registers/reviews.yaml.`,
            },
      };
    }
  },
};
