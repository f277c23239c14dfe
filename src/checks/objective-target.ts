/** The target of an objective: how it is written, and whether a result reaches it. */
import type { Objective } from '../schema/registers/objectives.ts';

/** True if a result reaches the target. */
export function isTargetMet({ operator, value: target }: Objective['target'], value: number): boolean {
  return operator === '>=' ? value >= target : operator === '<=' ? value <= target : value === target;
}

/** `≥ 98 %` */
export function targetText({ operator, value, unit }: Objective['target']): string {
  return `${{ '>=': '≥', '<=': '≤', '=': '=' }[operator]} ${value} ${unit}`;
}
