/** The ledger of releases: one JSON object a line in a YAML list, so that a line can be hashed and compared alone. */
import { createHash } from 'node:crypto';
import type { LedgerEntry } from '../schema/ledger.ts';

/** The lines with which a new ledger begins. */
export const ledgerHeader =
  '# 发布台账 / Ledger of releases. Written by `handbook release`, never by hand. docs/ledger.md explains it.\n';

/**
 * The ledger with one more release. `previous` becomes the SHA-256 of everything before the new line, so that a line
 * that is changed, moved or taken out shows in every later one (`head -n N ledger.yaml | sha256sum`).
 * @param ledger the text of the ledger so far, empty for a new one
 */
export function appendEntry(ledger: string, entry: Omit<LedgerEntry, 'previous'>): string {
  return appendEntries(ledger, [entry]);
}

/** The ledger with several more releases, in their order. */
export function appendEntries(ledger: string, entries: readonly Omit<LedgerEntry, 'previous'>[]): string {
  const before = ledger === '' ? ledgerHeader : ledger;
  const hash = createHash('sha256').update(before);
  const lines = entries.map((entry) => {
    const line = `- ${JSON.stringify({ ...entry, previous: hash.copy().digest('hex') })}\n`;
    hash.update(line);
    return line;
  });
  return before + lines.join('');
}

/**
 * The lines of the ledger whose `previous` is not the hash of what stands before them.
 * @returns 1-based line numbers
 */
export function brokenLinks(ledger: string): number[] {
  const broken: number[] = [];
  // One hash runs along: hashing all that stands before each line anew would grow with the square of the ledger.
  const hash = createHash('sha256');
  ledger.split(/(?<=\n)/).forEach((line, index) => {
    if (line.startsWith('- ')) {
      const previous = /"previous":"([0-9a-f]{64})"\}\n?$/.exec(line)?.[1];
      if (previous !== hash.copy().digest('hex')) broken.push(index + 1);
    }
    hash.update(line);
  });
  return broken;
}
