import { periods, releasesOf } from '../../control/state.ts';
import type { Handbook } from '../../handbook/graph.ts';
import { counted, daysBetween } from '../days.ts';
import type { Report, Rule } from '../rule.ts';

/** Days in which copies come in and are entered after a version was replaced. */
const daysToCollect = 7;

/**
 * A controlled copy of a version that was replaced or withdrawn came back, or the register says why not – lost, kept,
 * destroyed where it was (brief 000-14, 000-15). Uncontrolled copies are not replaced.
 */
export const dis02: Rule = {
  id: 'DIS-02',
  severity: 'warning',
  title: { zh: '旧版的受控副本已收回', en: 'Controlled copies of old versions were called back' },
  reason: {
    zh: '留在现场的旧版会被照着做；审核员常在值守席和柜子里找到它。',
    en: 'An old copy that stays in use is followed; auditors find them at desks and in cupboards.',
  },
  remedy: {
    zh: '收回旧版副本，在 registers/distribution.yaml 中写 recalled；收不回的（遗失、就地销毁、留作依据）写 exception。',
    en: 'Call the copy back and give recalled in registers/distribution.yaml; for one lost, destroyed where it was or kept, give exception.',
  },
  example: {
    file: 'registers/distribution.yaml',
    wrong:
      '  - document: HC-ITSM-B-21\n    version: A/1   # 2026-03-09 起为 A/2\n    copy: B21-03\n    holder: FWT\n    issued: 2025-04-07\n    signed: ding-xiaoman',
    right:
      '  - document: HC-ITSM-B-21\n    version: A/1\n    copy: B21-03\n    holder: FWT\n    issued: 2025-04-07\n    signed: ding-xiaoman\n    recalled: 2026-03-06',
  },
  editions: ['in-force'],
  *check(handbook) {
    for (const copy of handbook.registers.distribution) {
      if ('uncontrolled' in copy || copy.recalled !== undefined || copy.exception !== undefined) continue;
      const end = endOf(handbook, copy.document, copy.version);
      if (!end || daysBetween(end.on, handbook.asOf) <= daysToCollect) continue;
      const holder = handbook.departments.get(copy.holder)?.data.title ?? { zh: copy.holder, en: copy.holder };
      const days = daysBetween(end.on, handbook.asOf);
      const what =
        end.by === undefined
          ? { zh: '作废', en: 'withdrawn' }
          : { zh: `由 ${end.by} 代替`, en: `replaced by ${end.by}` };
      yield {
        place: copy.place('copy'),
        document: copy.document,
        message: {
          zh: `${holder.zh}持有的 ${copy.document} ${copy.version} 副本 ${copy.copy} 没有收回：该版本已于 ${end.on} ${what.zh}（${days} 天前）`,
          en: `Copy ${copy.copy} of ${copy.document} ${copy.version} at ${holder.en} was not called back; the version was ${what.en} on ${end.on}, ${counted(days, 'day')} ago`,
        },
        hint: {
          zh: '收回后写 recalled；遗失、就地销毁或经批准留存的，用 exception 写明。',
          en: 'Call it back and give recalled; if it was lost, destroyed there or kept with approval, say so in exception.',
        },
      } satisfies Report;
    }
  },
};

/**
 * The day from which a version is no longer in force, and the version that is instead; none for what was withdrawn.
 * Where withdrawn copies are kept, marked (作废保留), none has to come back.
 */
function endOf(handbook: Handbook, number: string, version: string): { on: string; by?: string } | undefined {
  const all = periods(releasesOf(handbook, number));
  const index = all.findIndex(({ release }) => release.version === version);
  if (index < 0) return undefined;
  const next = all[index + 1];
  if (next && next.from <= handbook.asOf) return { on: next.from, by: next.release.version };
  const withdrawal = handbook.withdrawals.get(number);
  return withdrawal && !withdrawal.retained ? { on: withdrawal.on } : undefined;
}
