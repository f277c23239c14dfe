import { chainOn, sameHands, stepNames } from '../../control/signatories.ts';
import { placeIn, type Rule } from '../rule.ts';

/** Duties are separated where the approval chain says so (brief 000-09). */
export const app04: Rule = {
  id: 'APP-04',
  severity: 'error',
  title: {
    zh: '审批规定要求由不同的人完成的步骤，由不同的人完成',
    en: 'Steps that the approval chain wants apart are taken by different people',
  },
  reason: {
    zh: '一个人既编又审、既审又批，等于少了一道把关；审批规定要求职责分离，就不能由同一人签署。',
    en: 'One person in two steps is one pair of eyes less; where the chain separates duties, nobody signs twice.',
  },
  remedy: {
    zh: '换一位有权人员签署其中一步；要求本身不合适的，改 handbook.yaml 中 approval 的 distinct。',
    en: 'Let another authorised person take one of the steps; if the demand itself is wrong, change distinct in approval of handbook.yaml.',
  },
  example: {
    file: 'policies/HC-ITSM-A-02.mdx',
    wrong:
      'prepared: { by: gu-zhiyuan, on: 2025-02-10 }\nreviewed: { by: gu-zhiyuan, on: 2025-02-17 }   # handbook.yaml：distinct: true',
    right: 'prepared: { by: han-licheng, on: 2025-02-10 }\nreviewed: { by: gu-zhiyuan, on: 2025-02-17 }',
  },
  *check(handbook) {
    for (const document of handbook.documents.values()) {
      const { prepared, reviewed, approved } = document.data;
      const signed = { prepared: prepared.by, reviewed: reviewed?.by, approved: approved?.by };
      const day = (approved ?? reviewed ?? prepared).on;
      for (const [first, second] of sameHands(chainOn(handbook, document, day), signed)) {
        const by = signed[second]!;
        const name = handbook.people.get(by)?.data.name ?? { zh: by, en: by };
        yield {
          place: placeIn(document, second, 'by'),
          document: document.number,
          message: {
            zh: `${name.zh}既${stepNames[first].zh}又${stepNames[second].zh}，审批规定要求由不同的人完成`,
            en: `${name.en} signs both ${stepNames[first].en} and ${stepNames[second].en}, which the approval chain keeps apart`,
          },
        };
      }
    }
  },
};
