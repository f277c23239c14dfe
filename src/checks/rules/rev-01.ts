import { lastReview, nextReview } from '../../control/state.ts';
import type { Document, Handbook, Registers } from '../../handbook/graph.ts';
import { kinds } from '../../schema/documents.ts';
import { counted, daysBetween } from '../days.ts';
import { placeIn, type Report, type Rule } from '../rule.ts';

type Planned = Registers['revision-plan'][number];

/**
 * The year has a revision plan, it holds every document of levels 1 to 3 whose review falls due in the year, and it is
 * carried out (brief 000-17, 000-24). A document that was reviewed this year is due no more, and a new one not yet, so
 * neither has to stand in the plan. In January the plan may still be in the making.
 *
 * The rate is that of the documents of levels 1 to 3 that were due in the last 12 months. With the default of 100 per
 * cent it says no more than DAT-03 says of each document; it is reported where handbook.yaml allows some to be late.
 */
export const rev01: Rule = {
  id: 'REV-01',
  severity: 'warning',
  title: {
    zh: '年度修订计划包括到期的文件并按期完成',
    en: 'The yearly revision plan holds what is due and is carried out',
  },
  reason: {
    zh: '没有计划的评审总是拖到到期以后；计划列了没有做，审核员一查便知。',
    en: 'Reviews without a plan slip past their day; auditors compare what was planned with what was done.',
  },
  remedy: {
    zh: '在 registers/revision-plan.yaml 中补上今年到期的文件；完成的写 done 和 result，推迟的经批准后改 due。',
    en: 'Add what is due this year to registers/revision-plan.yaml; give done and result for what is finished, and a new due day, once approved, for what is late.',
  },
  example: {
    file: 'registers/revision-plan.yaml',
    wrong:
      '  - year: 2026\n    document: HC-ITSM-C-12\n    action: revise\n    reason: P2 事件的客户沟通无人负责\n    owner: incident-mgr\n    due: 2026-09-30   # 现在是 2026-11-20，没有 done',
    right:
      '  - year: 2026\n    document: HC-ITSM-C-12\n    action: revise\n    reason: P2 事件的客户沟通无人负责\n    owner: incident-mgr\n    due: 2026-09-30\n    done: 2026-09-21\n    result: A/1 已发布',
  },
  editions: ['in-force'],
  needs: ['registers/reviews.yaml', 'registers/revision-plan.yaml'],
  *check(handbook) {
    const documents = [...handbook.documents.values()].filter(
      ({ kind, data }) => kinds[kind].level <= 3 && data.control === 'controlled',
    );
    yield* unplanned(handbook, documents);
    yield* late(handbook);
    yield* rate(handbook, documents);
  },
};

function* unplanned(handbook: Handbook, documents: readonly Document[]): Generator<Report> {
  const year = handbook.asOf.slice(0, 4);
  const plan = handbook.registers['revision-plan'];
  const planned = new Set(plan.filter((item) => String(item.year) === year).map(({ document }) => document));
  const due = documents
    .map((document) => ({ document, on: nextReview(handbook, document) ?? '' }))
    // Once it is overdue no plan helps any more (DAT-03).
    .filter(({ document, on }) => on.startsWith(year) && on >= handbook.asOf && !planned.has(document.number));
  if (due.length === 0 || handbook.asOf < `${year}-02-01`) return;
  if (planned.size === 0) {
    yield {
      place: plan.at(-1)?.place('year') ?? handbook.settingsSource.place(),
      message: {
        zh: `没有 ${year} 年的修订计划，今年还有 ${due.length} 份一至三级文件评审到期`,
        en: `There is no revision plan for ${year}, in which ${counted(due.length, 'document')} of levels 1 to 3 ${due.length === 1 ? 'falls' : 'fall'} due for review yet`,
      },
      hint: {
        zh: `在 registers/revision-plan.yaml 中逐份列入（year: ${year}）：${names(due, '、')}。`,
        en: `List them in registers/revision-plan.yaml (year: ${year}): ${names(due, ', ')}.`,
      },
    };
    return;
  }
  for (const { document, on } of due) {
    yield {
      place: placeIn(document, 'reviewMonths'),
      document: document.number,
      message: {
        zh: `${document.number} 的评审 ${on} 到期，没有列入 ${year} 年修订计划`,
        en: `The review of ${document.number} falls due on ${on} but is not in the revision plan for ${year}`,
      },
      hint: {
        zh: `在 registers/revision-plan.yaml 中加一条：year: ${year}，document: ${document.number}，action: review，due 不晚于 ${on}。`,
        en: `Add it to registers/revision-plan.yaml: year: ${year}, document: ${document.number}, action: review, due by ${on}.`,
      },
    };
  }
}

function names(due: readonly { document: Document }[], separator: string): string {
  const numbers = due.map(({ document }) => document.number);
  return numbers.slice(0, 8).join(separator) + (numbers.length > 8 ? ' …' : '');
}

/** Planned, past its day and not done. */
function* late(handbook: Handbook): Generator<Report> {
  for (const item of handbook.registers['revision-plan']) {
    if (item.done !== undefined || item.due >= handbook.asOf) continue;
    const days = daysBetween(item.due, handbook.asOf);
    const action = item.action === 'revise' ? { zh: '修订', en: 'revision' } : { zh: '评审', en: 'review' };
    yield {
      place: item.place('due'),
      document: item.document,
      message: {
        zh: `${item.year} 年修订计划中 ${item.document} 的${action.zh}应在 ${item.due} 完成，已逾期 ${days} 天`,
        en: `The ${action.en} of ${item.document} in the plan for ${item.year} was due on ${item.due}, ${counted(days, 'day')} ago`,
      },
      hint: evidence(handbook, item) ?? {
        zh: '完成后写 done 和 result；需要推迟的，经批准后改 due 并在 reason 中说明。',
        en: 'Give done and result once it is finished; to put it off, change due with approval and say why in reason.',
      },
    };
  }
}

/** What shows that the item was done after all, so that only its entry is missing. */
function evidence(handbook: Handbook, { document: number, year }: Planned): Report['hint'] {
  const document = handbook.documents.get(number);
  const last = document && lastReview(handbook, document);
  if (!last || last.on < `${year}-01-01`) return undefined;
  return {
    zh: `${number} ${document.data.version} 已于 ${last.on} ${last.review ? '评审' : '批准'}：若就是这一项，写上 done: ${last.on} 和 result。`,
    en: `${number} ${document.data.version} was ${last.review ? 'reviewed' : 'approved'} on ${last.on}: if that is it, add done: ${last.on} and result.`,
  };
}

/** The share of documents reviewed or revised among those that were due in the last 12 months. */
function* rate(handbook: Handbook, documents: readonly Document[]): Generator<Report> {
  const { reviewRate } = handbook.settings.checks.limits;
  if (reviewRate >= 100) return;
  const overdue = documents.filter((document) => (nextReview(handbook, document) ?? handbook.asOf) < handbook.asOf);
  const since = `${Number(handbook.asOf.slice(0, 4)) - 1}${handbook.asOf.slice(4)}`;
  const late = new Set(overdue);
  const done = documents.filter((document) => {
    const last = lastReview(handbook, document);
    // What was approved for the first time was not due.
    const isNew = !last?.review && document.data.changes.length === 1;
    return !late.has(document) && !isNew && last !== undefined && last.on > since;
  });
  const due = done.length + overdue.length;
  const share = due ? (done.length / due) * 100 : 100;
  if (share >= reviewRate) return;
  const percent = (Math.floor(share * 10) / 10).toString();
  yield {
    place: handbook.settingsSource.place(['checks', 'limits', 'reviewRate'], { key: true }),
    message: {
      zh: `近 12 个月应评审的一至三级文件 ${due} 份，已评审或修订 ${done.length} 份（${percent}%），低于 ${reviewRate}%`,
      en: `Of ${counted(due, 'document')} of levels 1 to 3 due in the last 12 months ${done.length} were reviewed or revised (${percent} %), less than ${reviewRate} %`,
    },
    hint: {
      zh: `先评审逾期的：${names(
        overdue.map((document) => ({ document })),
        '、',
      )}。`,
      en: `Begin with what is overdue: ${names(
        overdue.map((document) => ({ document })),
        ', ',
      )}.`,
    },
  };
}
