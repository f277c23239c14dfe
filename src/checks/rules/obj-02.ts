import {
  followingPeriod,
  periodHolding,
  reportingPeriod,
  type ReportingPeriod,
} from '../../control/reporting-period.ts';
import { addMonths } from '../../control/state.ts';
import type { Handbook, Registers } from '../../handbook/graph.ts';
import type { Frequency } from '../../schema/primitives.ts';
import { counted } from '../days.ts';
import { systemStart } from '../intervals.ts';
import { isTargetMet } from '../objective-target.ts';
import type { Report, Rule } from '../rule.ts';

type Objective = Registers['objectives'][number];
type Result = Objective['results'][number];

/** Months that may pass until the results of a period are reported, or a missed one has its corrective action. */
const delay = 1;
/** A target is called too low after this many results in a year, all of them far better. */
const enough = 4;

/** How long a period is when nothing was reported yet. Who measures daily reports by the month. */
const months: Record<Frequency, number | undefined> = {
  daily: 1,
  weekly: 1,
  monthly: 1,
  quarterly: 3,
  'half-yearly': 6,
  yearly: 12,
  'per-event': undefined,
};

/**
 * Results are there for every period that is over, a missed target has its reason and corrective action, and a target
 * that is always exceeded by far is raised (brief 000-25). How long a period is the results themselves tell: what is
 * measured monthly may be reported by the quarter.
 */
export const obj02: Rule = {
  id: 'OBJ-02',
  severity: 'warning',
  title: {
    zh: '目标按期统计，未达成的有原因和纠正措施',
    en: 'Objectives are measured in time, and what was missed is acted on',
  },
  reason: {
    zh: '没有结果的目标只是口号；没有达成又没有措施的，管理评审时说不清；定得太低的目标没有牵引作用。',
    en: 'An objective without results is a slogan; one missed without action cannot be explained; one set too low drives nothing.',
  },
  remedy: {
    zh: '在 registers/objectives.yaml 的 results 中补上结果；未达成的写 remark 和 correctiveAction；总是远超的提高目标值。',
    en: 'Complete results in registers/objectives.yaml, with remark and correctiveAction where the target was missed; raise a target that is always exceeded.',
  },
  example: {
    file: 'registers/objectives.yaml',
    wrong:
      "  - id: change-success\n    target: { operator: '>=', value: 98, unit: '%' }\n    results:\n      - { period: 2026-Q2, value: 97.8, reported: 2026-07-03 }",
    right:
      "  - id: change-success\n    target: { operator: '>=', value: 98, unit: '%' }\n    results:\n      - period: 2026-Q2\n        value: 97.8\n        reported: 2026-07-03\n        remark: 测试环境的补丁级别落后于生产环境，9 项变更因此失败\n        correctiveAction: CA-2026-004",
  },
  editions: ['in-force'],
  *check(handbook) {
    for (const objective of handbook.registers.objectives) {
      const results = objective.results
        .map((result, index) => ({ result, index, period: reportingPeriod(result.period) }))
        .sort((a, b) => (a.period.from < b.period.from ? -1 : a.period.from > b.period.from ? 1 : 0));
      yield* gaps(
        handbook,
        objective,
        results.map(({ period }) => period),
      );
      yield* twice(objective);
      for (const { result, index } of results) yield* missed(handbook, objective, result, index);
      yield* tooLow(handbook, objective);
    }
  },
};

/** Periods that are over and without a result. */
function* gaps(handbook: Handbook, objective: Objective, reported: readonly ReportingPeriod[]): Generator<Report> {
  if (months[objective.frequency] === undefined) return;
  const missing: ReportingPeriod[] = [];
  let last = reported[0];
  for (const period of reported) {
    for (let next = followingPeriod(last!); next.until < period.from; next = followingPeriod(next)) missing.push(next);
    if (period.until >= last!.until) last = period;
  }
  for (let next = last ? followingPeriod(last) : firstPeriod(handbook, objective); next; next = followingPeriod(next)) {
    if (addMonths(next.until, delay) >= handbook.asOf) break;
    missing.push(next);
  }
  if (missing.length === 0) return;
  const labels = missing.map(({ label }) => label);
  const [first, end] = [labels[0]!, labels.at(-1)!];
  const named =
    labels.length > 6
      ? { zh: `${first} 至 ${end} 共 ${labels.length} 期`, en: `${first} to ${end} (${labels.length})` }
      : { zh: `${labels.join('、')} `, en: labels.join(', ') };
  yield {
    place: objective.place('results'),
    message: {
      zh: `目标“${objective.name}”没有 ${named.zh}的结果`,
      en: `The objective “${objective.name}” has no result for ${named.en}`,
    },
    hint: reported.length
      ? {
          zh: `在 results 中补上：期间结束已超过 ${delay} 个月。`,
          en: `Add to results what is missing: the period ended more than ${counted(delay, 'month')} ago.`,
        }
      : {
          zh: '在 results 中补上；目标是后来设立的，用 from 写明从哪天起统计。',
          en: 'Add the results; if the objective is newer than that, say with from since when it counts.',
        },
  };
}

/** The first whole period since the objective, or the system, began. */
function firstPeriod(handbook: Handbook, { frequency, from }: Objective): ReportingPeriod | undefined {
  const length = months[frequency];
  const start = from ?? systemStart(handbook);
  if (length === undefined || start === undefined) return undefined;
  const period = periodHolding(start, length);
  return period.from === start ? period : followingPeriod(period);
}

function* twice(objective: Objective): Generator<Report> {
  const seen = new Set<string>();
  for (const [index, { period }] of objective.results.entries()) {
    if (seen.has(period)) {
      yield {
        place: objective.place('results', index, 'period'),
        message: {
          zh: `目标“${objective.name}”的 ${period} 有两个结果`,
          en: `The objective “${objective.name}” has two results for ${period}`,
        },
        hint: { zh: '删除错的一个，或改正期间。', en: 'Delete the wrong one, or correct the period.' },
      };
    }
    seen.add(period);
  }
}

function* missed(handbook: Handbook, objective: Objective, result: Result, index: number): Generator<Report> {
  const { target, name } = objective;
  if (isTargetMet(target, result.value)) return;
  const isFresh = handbook.asOf <= addMonths(result.reported, delay);
  const lacks = [
    ...(result.remark
      ? []
      : [
          {
            zh: '原因（remark）',
            en: 'a reason (remark)',
            todo: { zh: '在 remark 写明为什么没有达成', en: 'Say why in remark' },
          },
        ]),
    ...(result.correctiveAction || isFresh
      ? []
      : [
          {
            zh: '纠正措施编号（correctiveAction）',
            en: 'a corrective action (correctiveAction)',
            todo: {
              zh: '登记纠正措施，编号写在 correctiveAction',
              en: 'Register a corrective action and give its number in correctiveAction',
            },
          },
        ]),
  ];
  if (lacks.length === 0) return;
  const sign = { '>=': '≥', '<=': '≤', '=': '=' }[target.operator];
  yield {
    place: objective.place('results', index, 'value'),
    message: {
      zh: `目标“${name}” ${result.period} 的结果 ${result.value} 没有达到目标（${sign} ${target.value} ${target.unit}），也没有写${lacks.map(({ zh }) => zh).join('和')}`,
      en: `“${name}” missed its target in ${result.period} (${result.value}, not ${sign} ${target.value} ${target.unit}) without ${lacks.map(({ en }) => en).join(' and ')}`,
    },
    hint: {
      zh: lacks.map(({ todo }) => `${todo.zh}。`).join(''),
      en: lacks.map(({ todo }) => `${todo.en}.`).join(' '),
    },
  };
}

/** All results of the last year, and enough of them, are far better than the target. */
function* tooLow(handbook: Handbook, objective: Objective): Generator<Report> {
  const since = addMonths(handbook.asOf, -12 - delay);
  const recent = objective.results.filter(({ period }) => {
    const { until } = reportingPeriod(period);
    return since <= until && until <= handbook.asOf;
  });
  if (recent.length < enough || !recent.every(({ value }) => isFarBetter(objective.target, value))) return;
  const values = recent.map(({ value }) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const range = least === most ? `${least}` : `${least}–${most}`;
  const sign = objective.target.operator === '>=' ? '≥' : '≤';
  yield {
    place: objective.place('target', 'value'),
    message: {
      zh: `目标“${objective.name}”定得太低：近一年 ${recent.length} 期的结果（${range}）都远好于 ${sign} ${objective.target.value} ${objective.target.unit}`,
      en: `The target of “${objective.name}” is too low: all ${recent.length} results of the last year (${range}) are far better than ${sign} ${objective.target.value} ${objective.target.unit}`,
    },
    hint: {
      zh: '在管理评审上提高目标值，或说明保持不变的理由并在 registers/waivers.yaml 中豁免。',
      en: 'Raise it in the management review, or say why it stays and waive this in registers/waivers.yaml.',
    },
  };
}

/**
 * Far better is: four fifths of the way to 100 %, half as much again, or half of what is allowed. A percentage of 99
 * and more, and exactly `=`, leave nothing to raise.
 */
function isFarBetter({ operator, value: target, unit }: Objective['target'], value: number): boolean {
  if (operator === '=') return false;
  if (operator === '<=') return target > 0 && value <= target / 2;
  const isPercentage = /%|％/.test(unit) && target <= 100;
  if (!isPercentage) return target > 0 && value >= target * 1.5;
  return target < 99 && value >= target + (100 - target) * 0.8;
}
