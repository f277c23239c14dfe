/** The objectives of the company with their results. */
import { followingPeriod, periodHolding } from '../../src/control/reporting-period.ts';
import { addDays } from './days.ts';
import { leafClauses, roleOf, standardId } from './organisation.ts';
import { departments, positions } from './organisation-words.ts';
import type { Random } from './random.ts';

/** Percentages that are to be reached at least; each is the metric of a procedure, too. */
export const objectives: readonly { id: string; name: string; formula: string; target: number }[] = [
  ['on-time', '工单按时办结率', '按时办结的工单数 ÷ 办结的工单总数 × 100%', 95],
  ['satisfaction', '客户满意率', '评价为满意的有效问卷数 ÷ 有效问卷总数 × 100%', 90],
  ['room-availability', '机房可用率', '机房正常供电和制冷的小时数 ÷ 当期小时数 × 100%', 99.5],
  ['change-success', '改动一次成功率', '没有回退的改动数 ÷ 实施的改动总数 × 100%', 96],
  ['restore-tests', '恢复测试通过率', '通过的恢复测试数 ÷ 进行的恢复测试总数 × 100%', 97],
  ['response', '首次答复及时率', '按约定时限答复的申请数 ÷ 申请总数 × 100%', 94],
  ['training', '培训完成率', '按计划完成培训的人数 ÷ 计划培训的人数 × 100%', 92],
  ['accounts', '账号复核完成率', '按期复核的账号数 ÷ 应复核的账号总数 × 100%', 98],
  ['stock', '备件账实相符率', '账实相符的备件种类数 ÷ 盘点的备件种类总数 × 100%', 97],
  ['corrective', '纠正措施按期关闭率', '按期关闭的纠正措施数 ÷ 到期的纠正措施总数 × 100%', 93],
].map(([id, name, formula, target]) => ({ id, name, formula, target }) as (typeof objectives)[number]);

/** The entries of the register: quarterly results of about three years, now and then one that was missed. */
export function objectiveEntries(random: Random, asOf: string): Record<string, unknown>[] {
  return objectives.map(({ id, name, formula, target }, index) => {
    const department = departments[(index + 2) % departments.length]!.id;
    return {
      id,
      name,
      formula,
      target: { operator: '>=', value: target, unit: '%' },
      frequency: 'quarterly',
      owner: roleOf(department, 'lead'),
      department,
      recipients: [...new Set(['gm', 'mr', 'TXB', department]), ...positions.map(({ id }) => roleOf(department, id))],
      clauses: [`${standardId}/${leafClauses[(index * 4) % leafClauses.length]!.number}`],
      results: quarters(asOf).map((period) => ({ ...period, ...result(random, target, period) })),
    };
  });
}

/** The quarters that were over a month ago, of three years. */
function quarters(asOf: string): { period: string; reported: string }[] {
  const all: { period: string; reported: string }[] = [];
  let quarter = periodHolding(addDays(asOf, -3 * 365), 3);
  for (; addDays(quarter.until, 20) < asOf; quarter = followingPeriod(quarter)) {
    all.push({ period: quarter.label, reported: addDays(quarter.until, 12) });
  }
  return all;
}

/** Mostly a little better than the target, but never so much that it would have to be raised. */
function result(random: Random, target: number, { period }: { period: string }): Record<string, unknown> {
  const tenths = Math.max(1, Math.floor((100 - target) * 5));
  if (random.chance(0.92)) return { value: Math.round(target * 10 + random.whole(0, tenths)) / 10 };
  return {
    value: Math.round(target * 10 - random.whole(1, 9)) / 10,
    remark: '当期人员变动较多，交接期间的几件没有按时完成',
    correctiveAction: `CA-${period.slice(0, 4)}-${String(random.whole(1, 99)).padStart(3, '0')}`,
  };
}
