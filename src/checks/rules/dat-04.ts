import { addMonths } from '../../control/state.ts';
import { counted, monthsBetween } from '../days.ts';
import { lateOccasions, tolerance } from '../intervals.ts';
import type { Rule } from '../rule.ts';

/**
 * Top management reviews the system at most so many months apart (brief 003-28), with one month of tolerance. Judged
 * are the last interval and the one since the last review; a review dated after `asOf` has not taken place.
 */
export const dat04: Rule = {
  id: 'DAT-04',
  severity: 'warning',
  title: { zh: '管理评审按期进行', en: 'Management reviews are held in time' },
  reason: {
    zh: '最高管理者按策划的间隔评审体系是标准的要求；间隔超过一年多的，认证机构会开不符合。',
    en: 'The standard asks top management to review the system at planned intervals; certification bodies write up longer ones.',
  },
  remedy: {
    zh: '召开管理评审，记入 registers/management-reviews.yaml；间隔在 handbook.yaml 的 checks.limits.managementReviewMonths。',
    en: 'Hold the review and record it in registers/management-reviews.yaml; the interval is checks.limits.managementReviewMonths.',
  },
  example: {
    file: 'registers/management-reviews.yaml',
    wrong: 'entries:\n  - id: MR-2025-01\n    on: 2025-08-13   # 现在是 2026-11-20，间隔 12 个月，宽限 1 个月',
    right: 'entries:\n  - id: MR-2025-01\n    on: 2025-08-13\n  …\n  - id: MR-2026-01\n    on: 2026-08-12',
  },
  editions: ['in-force'],
  needs: ['registers/management-reviews.yaml'],
  *check(handbook) {
    const months = handbook.settings.checks.limits.managementReviewMonths;
    const rule = {
      zh: `应每 ${months} 个月一次，宽限 ${tolerance} 个月`,
      en: `every ${counted(months, 'month')} is required, with ${counted(tolerance, 'month')} of tolerance`,
    };
    for (const late of lateOccasions(handbook, handbook.registers['management-reviews'], months)) {
      if (late.kind === 'never') {
        yield {
          place: handbook.settingsSource.place(['checks', 'limits', 'managementReviewMonths'], { key: true }),
          message: {
            zh: `体系自 ${late.since} 运行以来没有管理评审的记录（${rule.zh}）`,
            en: `No management review is recorded since the system started on ${late.since} (${rule.en})`,
          },
        };
      } else if (late.kind === 'running') {
        yield {
          place: late.last.place('on'),
          message: {
            zh: `${late.last.id} 之后 ${monthsBetween(late.last.on, handbook.asOf)} 个月没有管理评审（${rule.zh}）`,
            en: `No management review for ${counted(monthsBetween(late.last.on, handbook.asOf), 'month')} since ${late.last.id} (${rule.en})`,
          },
          hint: {
            zh: `已经召开的，登记或改正日期；没有召开的尽快召开（按 ${months} 个月应在 ${addMonths(late.last.on, months)} 前召开）。`,
            en: `Record it, or correct its date, if it was held; else hold it soon (it was due by ${addMonths(late.last.on, months)}).`,
          },
        };
      } else {
        yield {
          place: late.last.place('on'),
          message: {
            zh: `${late.before.id}（${late.before.on}）与 ${late.last.id}（${late.last.on}）相隔 ${monthsBetween(late.before.on, late.last.on)} 个月（${rule.zh}）`,
            en: `${late.before.id} (${late.before.on}) and ${late.last.id} (${late.last.on}) are ${counted(monthsBetween(late.before.on, late.last.on), 'month')} apart (${rule.en})`,
          },
          hint: {
            zh: '日期写错的改正；确实推迟的，把原因写入管理评审记录，并在 registers/waivers.yaml 中豁免到下次评审。',
            en: 'Correct the date if it is wrong; if the review was late, record why and waive this in registers/waivers.yaml until the next one.',
          },
        };
      }
    }
  },
};
