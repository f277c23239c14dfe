/** What `handbook verify --format json` prints. */
import type { Language } from '../checks/report/reporter.ts';
import { isProven, type Verification } from '../checks/verify.ts';

export function verificationJson(result: Verification, language: Language, asOf: string): unknown {
  const { ledger, documents, releases, files, signatures, required, keys, comparison, findings } = result;
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
    keys: keys.map(({ person, ...key }) => ({ person: person.id, ...key })),
    findings: findings.map(({ message, hint, editions: _, waiver, ...rest }) => ({
      ...rest,
      message: message[language],
      hint: hint?.[language],
      waiver: waiver && { reason: waiver.reason, approved: waiver.approved, until: waiver.until },
    })),
  };
}
