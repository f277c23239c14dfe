/** Days of internal audits that cannot be right. */
import type { Handbook, Registers } from '../handbook/graph.ts';
import { saysNothing } from './empty-words.ts';
import { isLookingBack } from './looking-back.ts';
import type { Report } from './rule.ts';

type Audit = Registers['audits'][number];

/** The conclusion of an audit that is only planned. */
const notYet = /^(?:待|尚未|未|还没|拟|计划)|not yet|pending|planned|to be /i;

/**
 * Audits that end before they begin, that have results though they lie in the future, and findings that were closed
 * before their audit began.
 * @returns `isInDoubt` if a day is wrong on which an audit was held, so that intervals say nothing
 */
export function misdatedAudits(handbook: Handbook): { reports: Report[]; isInDoubt: boolean } {
  const reports: Report[] = [];
  let isInDoubt = false;
  const isPast = isLookingBack(handbook);
  for (const audit of handbook.registers.audits) {
    const wrong = endsFirst(audit) ?? (isPast ? undefined : isAhead(audit, handbook.asOf));
    // Against a day that is wrong itself, every finding would have been closed too early.
    reports.push(...(wrong ? [wrong] : closedEarly(audit)));
    isInDoubt ||= wrong !== undefined;
  }
  return { reports, isInDoubt };
}

function endsFirst(audit: Audit): Report | undefined {
  const { id, from, until } = audit;
  if (from <= until) return undefined;
  return {
    place: audit.place('until'),
    message: {
      zh: `${id} 的结束日期 ${until} 早于开始日期 ${from}`,
      en: `${id} ends on ${until}, before it begins on ${from}`,
    },
    hint: { zh: '改正 from 或 until。', en: 'Correct from or until.' },
  };
}

function isAhead(audit: Audit, asOf: string): Report | undefined {
  const { id, from, findings, conclusion } = audit;
  const hasResult = findings.length > 0 || !(saysNothing(conclusion) || notYet.test(conclusion));
  if (from <= asOf || !hasResult) return undefined;
  return {
    place: audit.place('from'),
    message: {
      zh: `${id} 从 ${from} 开始，现在是 ${asOf}，却已写了审核的结果`,
      en: `${id} begins on ${from} and today is ${asOf}, yet it has results already`,
    },
    hint: {
      zh: '已经审核的，改正 from 和 until；只是计划的，findings 写 []，conclusion 写“待审核”。',
      en: 'Correct from and until if it was held; if it is only planned, write [] in findings and “not yet” in conclusion.',
    },
  };
}

function closedEarly(audit: Audit): Report[] {
  return audit.findings.flatMap(({ id, closed }, index) => {
    if (closed === undefined || audit.from <= closed) return [];
    return {
      place: audit.place('findings', index, 'closed'),
      message: {
        zh: `${audit.id} 从 ${audit.from} 开始，${id} 却在 ${closed} 就已关闭`,
        en: `${audit.id} began on ${audit.from}, but its finding ${id} was closed on ${closed}`,
      },
      hint: { zh: '改正 closed，或改正审核的日期。', en: 'Correct closed, or the days of the audit.' },
    };
  });
}
