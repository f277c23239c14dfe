import { stepNames, unauthorised, type Unauthorised } from '../../control/signatories.ts';
import { signersOn } from '../../control/signers.ts';
import type { Document, Handbook } from '../../handbook/graph.ts';
import type { Bilingual, Signature } from '../../schema/primitives.ts';
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
    zh: '由 handbook.yaml 的 approval 中规定的角色审核、批准；人员在签署当天要担任该角色。换人以后以前签的才仍有效：任职写 until，部门负责人写 headSince 和 formerHeads，都不要删除。',
    en: 'Let the roles named in approval of handbook.yaml sign; the person must hold the role on the day of signing. What was signed before somebody else took over stays valid by until of the role, or headSince and formerHeads of the department: delete neither.',
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
          hint: hint(handbook, document, step, signature, wrong),
        };
      }
    }
  },
};

/** More people than these nobody reads in a hint. */
const listed = 4;

/** Who may sign, by name; and how it is written that somebody could on a day that is past. */
function hint(
  handbook: Handbook,
  document: Document,
  step: 'reviewed' | 'approved',
  { by, on }: Signature,
  { allowed, signatories }: Unauthorised,
): Bilingual {
  const able = signersOn(handbook, document, step, on).slice(0, listed);
  const named = (language: 'zh' | 'en') => able.map((id) => `${handbook.people.get(id)!.data.name[language]} ${id}`);
  const who = {
    zh: able.length ? `（${named('zh').join('、')}）` : '',
    en: able.length ? ` (${named('en').join(', ')})` : '',
  };
  const past = on < handbook.asOf ? formerly(handbook, document, by, signatories) : { zh: '', en: '' };
  return {
    zh: `应由${allowed.map(({ zh }) => zh).join('或')}${stepNames[step].zh}${who.zh}。${past.zh}`,
    en: `It takes ${allowed.map(({ en }) => en).join(' or ')}${who.en}.${past.en}`,
  };
}

/** Whoever took over must not make invalid what was signed before. */
function formerly(handbook: Handbook, { data }: Document, by: string, signatories: readonly string[]): Bilingual {
  const { zh, en } = handbook.people.get(by)!.data.name;
  const isHead = signatories.includes('department-head');
  const head = `headSince, formerHeads: [{ person: ${by}, from: …, until: … }]`;
  return isHead
    ? {
        zh: `${zh}那天是负责人、后来换了人的，不改文件：在 organisation/departments.yaml 的 ${data.department} 中写 ${head.replace(', ', ' 和 ')}。`,
        en: ` If ${en} headed it on that day and somebody else took over, leave the document and write ${head.replace(', ', ' and ')} for ${data.department} in organisation/departments.yaml.`,
      }
    : {
        zh: `${zh}那天担任这个角色的，不改文件：在 organisation/people.yaml 中恢复任职，写 from 和 until。`,
        en: ` If ${en} held the role on that day, leave the document and restore the role in organisation/people.yaml, with from and until.`,
      };
}
