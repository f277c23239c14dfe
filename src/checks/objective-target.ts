/** The target of an objective: how it is written, and whether a result reaches it. */
import type { RegisterEntry } from '../schema/registers/index.ts';

type Target = RegisterEntry<'objectives'>['target'];

/** True if a result reaches the target. */
export function isTargetMet({ operator, value: target }: Target, value: number): boolean {
  return operator === '>=' ? value >= target : operator === '<=' ? value <= target : value === target;
}

/** `≥ 98 %` */
export function targetText({ operator, value, unit }: Target): string {
  return `${{ '>=': '≥', '<=': '≤', '=': '=' }[operator]} ${value} ${unit}`;
}
