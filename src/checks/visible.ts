/** Findings as they are told: nothing in them that nobody can see. */
import type { Finding } from '../handbook/finding.ts';
import { invisibleIn, madeVisible } from '../handbook/invisible.ts';
import { txt11 } from './rules/txt-11.ts';

/**
 * Messages show a character that nobody sees by its code. What only follows from one is not told beside it: that two
 * names that look the same are not says nothing more than that the character has to go. That holds for each graph by
 * itself: a mistake in a working text must not hide what is wrong with the releases.
 */
export function visible(findings: readonly Finding[]): Finding[] {
  const isTold = ({ rule, severity, waiver }: Finding) => rule === txt11.id && severity === 'error' && !waiver;
  const told = new Set(findings.filter(isTold).flatMap(({ editions }) => editions));
  const follows = ({ message, hint }: Finding) => invisibleIn(`${message.zh}\n${hint?.zh ?? ''}`).length > 0;
  return findings
    .filter((finding) => !follows(finding) || finding.editions.some((edition) => !told.has(edition)))
    .map((finding) => ({
      ...finding,
      message: { zh: madeVisible(finding.message.zh), en: madeVisible(finding.message.en) },
      ...(finding.hint && { hint: { zh: madeVisible(finding.hint.zh), en: madeVisible(finding.hint.en) } }),
    }));
}
