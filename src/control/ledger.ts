/** The ledger of releases: one JSON object a line in a YAML list, so that a line can be hashed and compared alone. */
import type { LedgerEntry } from '../schema/ledger.ts';
import { sha256 } from '../handbook/canonical.ts';

/** The lines with which a new ledger begins. */
export const ledgerHeader =
  '# 发布台账 / Ledger of releases. Written by `handbook release`, never by hand. docs/ledger.md explains it.\n';

/**
 * The ledger with one more release. `previous` becomes the SHA-256 of everything before the new line, so that a line
 * that is changed, moved or taken out shows in every later one (`head -n N ledger.yaml | sha256sum`).
 * @param ledger the text of the ledger so far, empty for a new one
 */
export function appendEntry(ledger: string, entry: Omit<LedgerEntry, 'previous'>): string {
  const before = ledger === '' ? ledgerHeader : ledger;
  return `${before}- ${JSON.stringify({ ...entry, previous: sha256(before) })}\n`;
}

/**
 * The lines of the ledger whose `previous` is not the hash of what stands before them.
 * @returns 1-based line numbers
 */
export function brokenLinks(ledger: string): number[] {
  const broken: number[] = [];
  let before = '';
  ledger.split(/(?<=\n)/).forEach((line, index) => {
    if (line.startsWith('- ')) {
      const previous = /"previous":"([0-9a-f]{64})"\}\n?$/.exec(line)?.[1];
      if (previous !== sha256(before)) broken.push(index + 1);
    }
    before += line;
  });
  return broken;
}
