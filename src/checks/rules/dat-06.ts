import { addMonths, nextReview } from '../../control/state.ts';
import type { Handbook } from '../../handbook/graph.ts';
import type { Bilingual } from '../../schema/primitives.ts';
import type { Rule } from '../rule.ts';

/** How many numbers of documents a message names. */
const listed = 5;

/** How many months before a cliff are looked at for room. */
const monthsBefore = 3;

/**
 * The next reviews are spread over the year (brief 000-17): documents approved together fall due together, and a month
 * with a hundred reviews is a month of signatures without reading. Overdue reviews are DAT-03's.
 */
export const dat06: Rule = {
  id: 'DAT-06',
  severity: 'warning',
  title: { zh: '定期评审不集中在同一个月到期', en: 'Periodic reviews do not all fall due in one month' },
  reason: {
    zh: '同一批批准的文件同月到期：一个月评审上百份文件，只能走过场，或者集体逾期。',
    en: 'Documents approved together fall due together: a hundred reviews in a month are signed unread, or all late.',
  },
  remedy: {
    zh: '提前评审其中一部分并登记，使以后错开；一个月的上限在 handbook.yaml 的 checks.limits.reviewsPerMonth。',
    en: 'Review some of them earlier and record it, so that they part ways; the limit is checks.limits.reviewsPerMonth in handbook.yaml.',
  },
  example: {
    file: 'registers/reviews.yaml',
    wrong: 'entries: []   # 52 份文件都在 2027 年 4 月评审到期，每月上限 40 份',
    right:
      'entries:   # 其中 14 份提前在 2026 年 10 月评审\n  - document: HC-ITSM-D-06-01\n    version: A/0\n    on: 2026-10-20\n    by: yu-haiyan\n    conclusion: 字段够用，不修改。\n  …',
  },
  editions: ['in-force'],
  needs: ['registers/reviews.yaml'],
  *check(handbook) {
    const limit = handbook.settings.checks.limits.reviewsPerMonth;
    const months = dueByMonth(handbook);
    for (const [month, numbers] of [...months].sort()) {
      if (numbers.length <= limit) continue;
      yield {
        place: handbook.settingsSource.place(['checks', 'limits', 'reviewsPerMonth'], { key: true }),
        message: {
          zh: `${month} 有 ${numbers.length} 份文件评审到期，超过每月 ${limit} 份（${first(numbers, '、')}${numbers.length > listed ? ' 等' : ''}）`,
          en: `${numbers.length} documents are due for review in ${month}, more than ${limit} a month (${first(numbers, ', ')}${numbers.length > listed ? ' …' : ''})`,
        },
        hint: spread(handbook, month, numbers.length - limit, months),
      };
    }
  },
};

/** Month → documents whose review is due in it and not overdue. */
function dueByMonth(handbook: Handbook): Map<string, string[]> {
  const months = new Map<string, string[]>();
  for (const document of handbook.documents.values()) {
    const due = nextReview(handbook, document);
    if (due === undefined || due < handbook.asOf) continue;
    const month = due.slice(0, 7);
    const list = months.get(month);
    if (list) list.push(document.number);
    else months.set(month, [document.number]);
  }
  return months;
}

function first(numbers: readonly string[], separator: string): string {
  return numbers.slice(0, listed).join(separator);
}

/** Where the reviews that are too many have room. */
function spread(handbook: Handbook, month: string, excess: number, months: ReadonlyMap<string, string[]>): Bilingual {
  const limit = handbook.settings.checks.limits.reviewsPerMonth;
  const room = Array.from({ length: monthsBefore }, (_, index) => addMonths(`${month}-01`, -index - 1).slice(0, 7))
    .filter((candidate) => candidate >= handbook.asOf.slice(0, 7))
    .map((candidate) => ({ candidate, free: limit - (months.get(candidate)?.length ?? 0) }))
    .filter(({ free }) => free > 0)
    .sort((a, b) => b.free - a.free)[0];
  return room
    ? {
        zh: `提前评审至少 ${excess} 份并登记在 registers/reviews.yaml，例如在 ${room.candidate}（还可安排 ${room.free} 份）。`,
        en: `Review at least ${excess} of them earlier and record it in registers/reviews.yaml, for instance in ${room.candidate} (room for ${room.free}).`,
      }
    : {
        zh: `提前评审至少 ${excess} 份并登记在 registers/reviews.yaml；人手够的，调高 handbook.yaml 的 checks.limits.reviewsPerMonth。`,
        en: `Review at least ${excess} of them earlier and record it in registers/reviews.yaml, or raise checks.limits.reviewsPerMonth if there are people enough.`,
      };
}
