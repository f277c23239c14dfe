import { chainOn, distinctSteps } from '../../control/signatories.ts';
import { placeIn, type Rule } from '../rule.ts';

/** Who prepared a document does not approve it (brief 000-09). Where handbook.yaml says more, that is for APP-04. */
export const app02: Rule = {
  id: 'APP-02',
  severity: 'warning',
  title: { zh: '编制人与批准人不是同一人', en: 'Preparer and approver differ' },
  reason: {
    zh: '自己编、自己批，等于没有第二双眼睛。',
    en: 'Nobody checks the text if the author approves it.',
  },
  remedy: {
    zh: '由另一位有权人员批准，或由他人编制；确实允许同一人的，在 handbook.yaml 中该类文件的 approval 下写 distinct: false。',
    en: 'Let another authorised person approve, or another prepare; where one person may, say distinct: false in approval of handbook.yaml.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-21.mdx',
    wrong: 'prepared: { by: gu-zhiyuan, on: 2026-02-09 }\napproved: { by: gu-zhiyuan, on: 2026-02-13 }',
    right: 'prepared: { by: wen-ya, on: 2026-02-09 }\napproved: { by: gu-zhiyuan, on: 2026-02-13 }',
  },
  *check(handbook) {
    for (const document of handbook.documents.values()) {
      const { prepared, approved } = document.data;
      if (!approved || prepared.by !== approved.by) continue;
      if (distinctSteps(chainOn(handbook, document, approved.on))) continue;
      const name = handbook.people.get(approved.by)?.data.name ?? { zh: approved.by, en: approved.by };
      yield {
        place: placeIn(document, 'approved', 'by'),
        document: document.number,
        message: { zh: `${name.zh}既编制又批准`, en: `${name.en} prepared and approved it` },
        hint: {
          zh: '写错的，改正 prepared.by 或 approved.by；确是同一人的，由另一位有权人员批准。',
          en: 'Correct prepared.by or approved.by if one is wrong; else let another authorised person approve.',
        },
      };
    }
  },
};
