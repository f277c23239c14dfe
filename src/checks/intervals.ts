/** Whether something that is to be done again and again was done in time. */
import { addMonths } from '../control/state.ts';
import type { Handbook } from '../handbook/graph.ts';

/** What certification bodies allow beyond the interval, in months. */
export const tolerance = 1;

export interface Occasion {
  /** ISO day on which it was done. */
  on: string;
}

export type Late<T> =
  /** Never done since the first release became effective. */
  | { kind: 'never'; since: string }
  /** Not done again since the last one. */
  | { kind: 'running'; last: T }
  /** Done at last, but too long after the one before. */
  | { kind: 'gap'; before: T; last: T };

/**
 * What is wrong with the last interval and the running one. Earlier ones are history that nobody can mend, and the
 * last one is told only until the next is due.
 * @param occasions in any order; those after `asOf` do not count yet
 */
export function lateOccasions<T extends Occasion>(
  handbook: Handbook,
  occasions: readonly T[],
  months: number,
): Late<T>[] {
  const done = occasions.filter(({ on }) => on <= handbook.asOf).sort((a, b) => (a.on < b.on ? -1 : 1));
  const [before, last] = [done.at(-2), done.at(-1)];
  const allowed = months + tolerance;
  if (!last) {
    const since = systemStart(handbook);
    return since !== undefined && addMonths(since, allowed) < handbook.asOf ? [{ kind: 'never', since }] : [];
  }
  const late: Late<T>[] = [];
  if (before && addMonths(before.on, allowed) < last.on) late.push({ kind: 'gap', before, last });
  if (addMonths(last.on, allowed) < handbook.asOf) late.push({ kind: 'running', last });
  return late;
}

/** The day on which the first release became effective. */
export function systemStart({ releases }: Handbook): string | undefined {
  return releases.map(({ entry }) => entry.effective).sort()[0];
}
