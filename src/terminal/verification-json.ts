/** What `handbook verify --format json` prints. */
import type { Language } from '../checks/report/reporter.ts';
import { isProven, type Verification } from '../checks/verify.ts';

export function verificationJson(result: Verification, language: Language, asOf: string): unknown {
  const { ledger, documents, releases, files, signatures, required, comparison, findings } = result;
  return {
    asOf,
    proven: isProven(result),
    ledger: ledger ?? null,
    expected: comparison ? { found: comparison.lines !== undefined, lines: comparison.lines ?? null } : null,
    documents,
    releases,
    files,
    signatures,
    required: required ?? null,
    findings: findings.map(({ message, hint, editions: _, waiver, ...rest }) => ({
      ...rest,
      message: message[language],
      hint: hint?.[language],
      waiver: waiver && { reason: waiver.reason, approved: waiver.approved, until: waiver.until },
    })),
  };
}
