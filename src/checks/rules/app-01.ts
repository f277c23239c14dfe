import { stepNames, unauthorised } from '../../control/signatories.ts';
import { placeIn, type Rule } from '../rule.ts';

/** The right people review and approve (brief 002-07, 003-13). */
export const app01: Rule = {
  id: 'APP-01',
  severity: 'error',
  title: { zh: '审核人、批准人符合审批规定', en: 'Reviewer and approver fit the approval chain' },
  reason: {
    zh: '无权的人批准的文件等于没有批准。',
    en: 'A document approved by someone without the authority is not approved.',
  },
  remedy: {
    zh: '由 handbook.yaml 的 approval 中规定的角色审核、批准；人员在签署当天要担任该角色。',
    en: 'Let the roles named in approval of handbook.yaml sign; the person must hold the role on the day of signing.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-21.mdx',
    wrong: 'department: YWB\nreviewed: { by: wen-ya, on: 2026-02-11 }       # 运维主管，不是部门负责人',
    right: 'department: YWB\nreviewed: { by: luo-zhiqiang, on: 2026-02-11 } # 运维服务部经理',
  },
  *check(handbook) {
    for (const document of handbook.documents.values()) {
      for (const step of ['reviewed', 'approved'] as const) {
        const signature = document.data[step];
        const wrong = signature && unauthorised(handbook, document, step, signature);
        if (!wrong) continue;
        const name = handbook.people.get(signature.by)!.data.name;
        yield {
          place: placeIn(document, step, 'by'),
          document: document.number,
          message: {
            zh: `${name.zh}在 ${signature.on} 无权${stepNames[step].zh}此类文件`,
            en: `${name.en} had no authority on ${signature.on} to ${step === 'reviewed' ? 'review' : 'approve'} this kind of document`,
          },
          hint: {
            zh: `应由${wrong.allowed.map((item) => item.zh).join('或')}${stepNames[step].zh}。`,
            en: `It takes ${wrong.allowed.map((item) => item.en).join(' or ')}.`,
          },
        };
      }
    }
  },
};
