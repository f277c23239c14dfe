/** Findings as they are told: nothing in them that nobody can see. */
import type { Finding } from '../handbook/finding.ts';
import { invisibleIn, madeVisible } from '../handbook/invisible.ts';
import { txt11 } from './rules/txt-11.ts';

/**
 * Messages show a character that nobody sees by its code. What only follows from one is not told beside it: that two
 * names that look the same are not says nothing more than that the character has to go.
 */
export function visible(findings: readonly Finding[]): Finding[] {
  const told = findings.some(({ rule, severity, waiver }) => rule === txt11.id && severity === 'error' && !waiver);
  return findings
    .filter(({ message, hint }) => !told || !invisibleIn(`${message.zh}\n${hint?.zh ?? ''}`).length)
    .map((finding) => ({
      ...finding,
      message: { zh: madeVisible(finding.message.zh), en: madeVisible(finding.message.en) },
      ...(finding.hint && { hint: { zh: madeVisible(finding.hint.zh), en: madeVisible(finding.hint.en) } }),
    }));
}
