import type { Document, Handbook } from '../../handbook/graph.ts';
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
  *check(handbook) {
    for (const document of handbook.documents.values()) {
      const chain = handbook.settings.approval[document.kind];
      for (const step of ['reviewed', 'approved'] as const) {
        const signature = document.data[step];
        if (!signature || !handbook.people.has(signature.by)) continue;
        const allowed = chain[step];
        // Who may sign is not known until a name that does not exist is corrected (ROL-01).
        if (!allowed.every((signatory) => exists(handbook, document, signatory))) continue;
        if (allowed.some((signatory) => maySign(handbook, document, signatory, signature))) continue;
        const name = handbook.people.get(signature.by)!.data.name;
        const names = allowed.map((signatory) => signatoryName(handbook, document, signatory));
        yield {
          place: placeIn(document, step, 'by'),
          document: document.number,
          message: {
            zh: `${name.zh}在 ${signature.on} 无权${step === 'reviewed' ? '审核' : '批准'}此类文件`,
            en: `${name.en} had no authority on ${signature.on} to ${step === 'reviewed' ? 'review' : 'approve'} this kind of document`,
          },
          hint: {
            zh: `应由${names.map((item) => item.zh).join('或')}${step === 'reviewed' ? '审核' : '批准'}。`,
            en: `It takes ${names.map((item) => item.en).join(' or ')}.`,
          },
        };
      }
    }
  },
};

function exists(handbook: Handbook, { data }: Document, signatory: string): boolean {
  if (signatory === 'department-head') return handbook.departments.has(data.department);
  return handbook.roles.has(signatory === 'owner' ? data.owner : signatory);
}

function maySign(handbook: Handbook, document: Document, signatory: string, { by, on }: { by: string; on: string }) {
  if (signatory === 'department-head') {
    const department = handbook.departments.get(document.data.department)?.data;
    const former = department?.formerHeads.some(
      ({ person, from, until }) => person === by && from <= on && on <= until,
    );
    return department?.head === by || former === true;
  }
  const role = signatory === 'owner' ? document.data.owner : signatory;
  return handbook.people
    .get(by)!
    .data.roles.some((held) => held.role === role && held.from <= on && (!held.until || on <= held.until));
}

function signatoryName(handbook: Handbook, document: Document, signatory: string) {
  if (signatory === 'department-head') {
    const department = handbook.departments.get(document.data.department)?.data.title;
    return {
      zh: `${department?.zh ?? document.data.department}负责人`,
      en: `the head of ${department?.en ?? document.data.department}`,
    };
  }
  const role = signatory === 'owner' ? document.data.owner : signatory;
  return handbook.roles.get(role)?.data.title ?? { zh: role, en: role };
}
