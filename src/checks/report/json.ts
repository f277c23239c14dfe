/** Findings as JSON, for other programs. */
import type { Finding } from '../../handbook/finding.ts';
import type { CoverageSummary } from '../coverage.ts';
import type { Language } from './text.ts';

/**
 * `{ findings: [{ rule, severity, message, file, line, column, document?, clause?, hint?, editions }], coverage: [...] }`,
 * texts in one language.
 */
export function jsonReport(
  findings: readonly Finding[],
  coverage: readonly CoverageSummary[],
  language: Language,
): string {
  const list = findings.map(({ rule, severity, message, file, line, column, document, clause, hint, editions }) => ({
    rule,
    severity,
    message: message[language],
    file,
    line,
    column,
    document,
    clause,
    hint: hint?.[language],
    editions,
  }));
  return JSON.stringify({ findings: list, coverage }, null, 2);
}
