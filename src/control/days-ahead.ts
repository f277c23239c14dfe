/** Days that are still to come: nobody can have signed or released anything on one. */
import { steps } from '../schema/ledger.ts';
import type { Bilingual } from '../schema/primitives.ts';
import type { Refusal } from './plan.ts';
import type { Signed } from './release-request.ts';

const done: Record<'prepared' | 'reviewed' | 'approved' | 'released', Bilingual> = {
  prepared: { zh: '编制', en: 'prepared' },
  reviewed: { zh: '审核', en: 'reviewed' },
  approved: { zh: '批准', en: 'approved' },
  released: { zh: '发布', en: 'released' },
};

/** The acts of a version that are dated after a day. */
export function actsAfter(signed: Omit<Signed, 'effective'>, today: string): { act: Bilingual; on: string }[] {
  const acts = steps.map((step) => ({ act: done[step], on: signed[step].on }));
  return [...acts, { act: done.released, on: signed.released }].filter(({ on }) => on > today);
}

/** Why a version is not released: it says that something was done on a day that is still to come. */
export function dayAhead(what: string, signed: Signed, today: string): Refusal | undefined {
  const [first] = actsAfter(signed, today);
  if (!first) return undefined;
  const { act, on } = first;
  return {
    refused: {
      zh: `今天是 ${today}：${what} 不可能在 ${on} 已经${act.zh}`,
      en: `Today is ${today}: ${what} cannot have been ${act.en} on ${on}`,
    },
    hint: {
      zh: '改正 --on，编辑稿写明日期的，改正编辑稿；只有实施日期（--effective）可以在今天以后。',
      en: 'Correct --on, or the day in the working text; only the effective day (--effective) may lie ahead.',
    },
  };
}
