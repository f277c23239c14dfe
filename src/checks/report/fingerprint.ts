/** Tells the same finding in two reports: by what it is about, not by where it happens to stand. */
import type { Finding } from '../../handbook/finding.ts';
import { sha256 } from '../../handbook/canonical.ts';
import type { ReportOptions } from './reporter.ts';

/**
 * A fingerprint for each finding: a hash of rule, file, document, clause and the words at the place, and which of its
 * equals it is. Lines that move, days that pass and another language do not change it; messages may name the day.
 */
export function fingerprints(findings: readonly Finding[], lineOf: ReportOptions['lineOf']): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ rule, file, document = '', clause = '', line, column }) => {
    const words = (lineOf(file, line) ?? '').slice(column - 1).trim();
    const hash = sha256([rule, file, document, clause, words].join('\n')).slice(0, 16);
    const number = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, number);
    return `${hash}:${number}`;
  });
}
