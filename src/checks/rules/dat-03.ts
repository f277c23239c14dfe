import { callOf } from '../../control/call.ts';
import { lastReview, nextReview } from '../../control/state.ts';
import type { Document, Handbook } from '../../handbook/graph.ts';
import type { Bilingual } from '../../schema/primitives.ts';
import { counted, daysBetween } from '../days.ts';
import { placeIn, type Rule } from '../rule.ts';

/** What is in force was reviewed within its period (brief 000-17). A working text that is not in force yet is not due. */
export const dat03: Rule = {
  id: 'DAT-03',
  severity: 'warning',
  title: { zh: '定期评审没有逾期', en: 'No periodic review is overdue' },
  reason: {
    zh: '到期没有评审的文件，没有人确认过它还适用；审核员首先查这一项。',
    en: 'Nobody has confirmed that a document still fits when its review is overdue; auditors look there first.',
  },
  remedy: {
    zh: '评审文件：不需要修改的用 handbook review 登记在 registers/reviews.yaml，需要修改的修订后发布。',
    en: 'Review the document: record it in registers/reviews.yaml with handbook review if nothing changes, or else revise and release it.',
  },
  example: {
    file: 'registers/reviews.yaml',
    wrong: 'entries: []   # HC-ITSM-B-22 于 2025-05-05 批准，每 12 个月评审一次，现在是 2026-11-20',
    right:
      'entries:\n  - document: HC-ITSM-B-22\n    version: A/0\n    on: 2026-04-28\n    by: ding-xiaoman\n    conclusion: 受理、审批和履行步骤不受门户改版影响，不修改。',
  },
  editions: ['in-force'],
  needs: ['registers/reviews.yaml'],
  *check(handbook, { folder }) {
    for (const document of handbook.documents.values()) {
      const due = nextReview(handbook, document);
      if (due === undefined || due >= handbook.asOf) continue;
      const last = lastReview(handbook, document)!;
      const late = daysBetween(due, handbook.asOf);
      const { reviewMonths } = document.data;
      yield {
        place: placeIn(document, 'reviewMonths'),
        document: document.number,
        message: {
          zh: `${document.number} 的评审已于 ${due} 到期，逾期 ${late} 天（上次${last.review ? '评审' : '批准'} ${last.on}，每 ${reviewMonths} 个月评审一次）`,
          en: `The review of ${document.number} was due on ${due}, ${counted(late, 'day')} ago (last ${last.review ? 'reviewed' : 'approved'} ${last.on}, every ${counted(reviewMonths, 'month')})`,
        },
        hint: planned(handbook, document, folder) ?? {
          zh: `评审 ${document.number}：不需要修改的，用 ${reviewCall(document, folder).zh} 登记在 registers/reviews.yaml（版本 ${document.data.version}）；需要修改的修订后发布。`,
          en: `Review ${document.number}: if nothing changes, record it in registers/reviews.yaml (version ${document.data.version}) with ${reviewCall(document, folder).en}, or else revise and release it.`,
        },
      };
    }
  },
};

function reviewCall({ number }: Document, folder: string): Bilingual {
  const call = (conclusion: string) => callOf(`review ${number} --conclusion "${conclusion}"`, folder);
  return { zh: call('评审结论'), en: call('conclusion') };
}

/** What the revision plan says about the document and is not done yet. */
function planned(handbook: Handbook, document: Document, folder: string): Bilingual | undefined {
  const { number } = document;
  const plan = handbook.registers['revision-plan'].find((item) => item.document === number && !item.done);
  if (!plan) return undefined;
  const owner = handbook.roles.get(plan.owner)?.data.title ?? { zh: plan.owner, en: plan.owner };
  const action = plan.action === 'revise' ? { zh: '修订', en: 'revise' } : { zh: '评审', en: 'review' };
  return {
    zh: `${plan.year} 年修订计划安排${owner.zh}在 ${plan.due} 前${action.zh}：按计划完成；评审后不修改的，用 ${reviewCall(document, folder).zh} 登记。`,
    en: `The revision plan of ${plan.year} has ${owner.en} ${action.en} it by ${plan.due}: do so; if nothing changes, record the review with ${reviewCall(document, folder).en}.`,
  };
}
