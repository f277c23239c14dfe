import { addMonths } from '../../control/state.ts';
import type { Clause, Department, Handbook, Registers } from '../../handbook/graph.ts';
import { findClause } from '../../handbook/resolve.ts';
import { isNoClause, requiredLeaves } from '../coverage.ts';
import { counted, monthsBetween } from '../days.ts';
import { misdatedAudits } from '../audit-dates.ts';
import { lateOccasions, tolerance } from '../intervals.ts';
import type { Report, Rule } from '../rule.ts';

type Audit = Registers['audits'][number];

/** How many departments or clauses a message names. */
const listed = 12;

/**
 * Internal audits are held in time and together cover all departments and clauses (brief 003-27). Programmes differ –
 * one audit a year, or a part of it every month – so what counts is what was audited within the interval before
 * `asOf`, however many audits it took.
 */
export const dat05: Rule = {
  id: 'DAT-05',
  severity: 'warning',
  title: { zh: '内部审核按期进行，覆盖全部部门和条款', en: 'Internal audits are held in time and cover everything' },
  reason: {
    zh: '没有审核过的部门和条款，体系是否有效就没有证据；认证机构会核对审核方案的覆盖。',
    en: 'Nothing proves that the system works where it was not audited; certification bodies check the coverage.',
  },
  remedy: {
    zh: '安排补充审核，记入 registers/audits.yaml；间隔在 handbook.yaml 的 checks.limits.auditMonths。',
    en: 'Audit what is missing and record it in registers/audits.yaml; the interval is checks.limits.auditMonths.',
  },
  example: {
    file: 'registers/audits.yaml',
    wrong:
      '    schedule:   # 没有人审核财务部（CWB）和 8.4.1\n      - department: ZLB\n        auditors: [jiang-nan]\n        clauses: [iso20000-1:2018/7.5.3]',
    right:
      '    schedule:\n      - department: ZLB\n        auditors: [jiang-nan]\n        clauses: [iso20000-1:2018/7.5.3]\n      - department: CWB\n        auditors: [bai-lu]\n        clauses: [iso20000-1:2018/8.4.1]',
  },
  editions: ['in-force'],
  needs: ['registers/audits.yaml'],
  *check(handbook) {
    const months = handbook.settings.checks.limits.auditMonths;
    const { audits } = handbook.registers;
    const misdated = misdatedAudits(handbook);
    yield* misdated.reports;
    // An audit on a wrong day leaves a gap, and its departments and clauses out: the same mistake once more.
    if (misdated.isInDoubt) return;
    yield* intervals(handbook, audits, months);
    const from = addMonths(handbook.asOf, -months - tolerance);
    const recent = audits.filter(({ until }) => from <= until && until <= handbook.asOf);
    if (recent.length) yield* coverage(handbook, recent, from);
  },
};

function* intervals(handbook: Handbook, audits: readonly Audit[], months: number): Generator<Report> {
  const rule = {
    zh: `应每 ${months} 个月一次，宽限 ${tolerance} 个月`,
    en: `every ${counted(months, 'month')} is required, with ${counted(tolerance, 'month')} of tolerance`,
  };
  const occasions = audits.map((audit) => ({ audit, on: audit.until }));
  for (const late of lateOccasions(handbook, occasions, months)) {
    if (late.kind === 'never') {
      yield {
        place: handbook.settingsSource.place(['checks', 'limits', 'auditMonths'], { key: true }),
        message: {
          zh: `体系自 ${late.since} 运行以来没有内部审核的记录（${rule.zh}）`,
          en: `No internal audit is recorded since the system started on ${late.since} (${rule.en})`,
        },
        hint: {
          zh: '进行内部审核，记入 registers/audits.yaml。',
          en: 'Hold an internal audit and record it in registers/audits.yaml.',
        },
      };
      continue;
    }
    const { audit, on } = late.last;
    const isRunning = late.kind === 'running';
    const [start, end] = isRunning ? [on, handbook.asOf] : [late.before.on, on];
    const apart = monthsBetween(start, end);
    yield {
      place: audit.place('until'),
      message: isRunning
        ? {
            zh: `${audit.id} 之后 ${apart} 个月没有内部审核（${rule.zh}）`,
            en: `No internal audit for ${counted(apart, 'month')} since ${audit.id} (${rule.en})`,
          }
        : {
            zh: `${late.before.audit.id}（${start}）与 ${audit.id}（${end}）相隔 ${apart} 个月（${rule.zh}）`,
            en: `${late.before.audit.id} (${start}) and ${audit.id} (${end}) are ${counted(apart, 'month')} apart (${rule.en})`,
          },
      hint: isRunning
        ? {
            zh: `已经审核的，登记或改正日期；没有审核的尽快审核（按 ${months} 个月应在 ${addMonths(on, months)} 前完成）。`,
            en: `Record it, or correct its dates, if it was held; else hold it soon (it was due by ${addMonths(on, months)}).`,
          }
        : {
            zh: '日期写错的改正；确实推迟的，说明原因，并在 registers/waivers.yaml 中豁免到下次审核。',
            en: 'Correct the date if it is wrong; if the audit was late, say why and waive this in registers/waivers.yaml until the next one.',
          },
    };
  }
}

function* coverage(handbook: Handbook, audits: readonly Audit[], from: string): Generator<Report> {
  const last = audits.toSorted((a, b) => (a.until < b.until ? -1 : 1)).at(-1)!;
  const ids = audits.map(({ id }) => id);
  const by = {
    zh: `${from} 以来的内部审核（${ids.join('、')}）`,
    en: `the internal audits since ${from} (${ids.join(', ')})`,
  };
  const schedule = audits.flatMap((audit) => audit.schedule);
  const seen = new Set(schedule.map(({ department }) => department));
  const top = topDepartment(handbook);
  const departments = [...handbook.departments.values()].filter((department) => !isAudited(department, seen, top));
  if (departments.length) {
    const names = departments.map(({ id, data }) => ({
      zh: `${data.title.zh}（${id}）`,
      en: `${data.title.en} (${id})`,
    }));
    yield {
      place: last.place('schedule'),
      message: {
        zh: `${by.zh}没有审核${listOf(
          names.map(({ zh }) => zh),
          '、',
        )}`,
        en: `Not audited by ${by.en}: ${listOf(
          names.map(({ en }) => en),
          ', ',
        )}`,
      },
      hint: {
        zh: `安排补充审核${departments.length > 1 ? '这些部门' : '该部门'}；已经审核的，在 schedule 中补上。`,
        en: `Audit ${departments.length > 1 ? 'them' : 'it'}, or add to schedule what was audited already.`,
      },
    };
  }
  const named = schedule.flatMap(({ clauses }) => clauses);
  // One that does not exist is for MAP-05: which one was audited nobody can say.
  if (named.some((clause) => isNoClause(handbook, clause))) return;
  const audited = auditedClauses(handbook, named);
  const left = requiredLeaves(handbook).filter((clause) => !audited.has(clause));
  if (left.length) {
    const names = left.map(({ number, data }) => ({
      zh: `${number} ${data.title.zh}`,
      en: `${number} ${data.title.en}`,
    }));
    yield {
      place: last.place('schedule'),
      ...(left.length === 1 ? { clause: left[0]!.reference } : {}),
      message: {
        zh: `${by.zh}没有审核 ${left.length} 个末级条款：${listOf(
          names.map(({ zh }) => zh),
          '、',
        )}`,
        en: `${counted(left.length, 'leaf clause')} not audited by ${by.en}: ${listOf(
          names.map(({ en }) => en),
          ', ',
        )}`,
      },
      hint: {
        zh: '安排补充审核，或在 schedule 的 clauses 中补上已经审核的条款。',
        en: 'Audit them, or add to clauses of the schedule what was audited already.',
      },
    };
  }
}

/** A department counts as audited, too, where the one that it belongs to was; but not because the management was. */
function isAudited(department: Department, seen: ReadonlySet<string>, top: Department | undefined): boolean {
  if (seen.has(department.id)) return true;
  const { parent } = department;
  return parent !== undefined && parent !== top && isAudited(parent, seen, top);
}

/** The department above all others, if there is one. */
function topDepartment({ departments }: Handbook): Department | undefined {
  const roots = [...departments.values()].filter(({ parent }) => !parent);
  return roots.length === 1 ? roots[0] : undefined;
}

/** The clauses named with all that stands below them. */
function auditedClauses(handbook: Handbook, references: readonly string[]): Set<Clause> {
  const audited = new Set<Clause>();
  const add = (clause: Clause): void => {
    audited.add(clause);
    clause.children.forEach(add);
  };
  for (const reference of new Set(references)) {
    const clause = findClause(handbook.standards, reference);
    if (clause) add(clause);
  }
  return audited;
}

function listOf(names: readonly string[], separator: string): string {
  return names.slice(0, listed).join(separator) + (names.length > listed ? ' …' : '');
}
