/** The ledger of releases: one JSON object a line in a YAML list, so that a line can be hashed and compared alone. */
import { createHash } from 'node:crypto';
import { canonicalBytes, sha256 } from '../handbook/canonical.ts';
import type { LedgerEntry, LedgerSignature } from '../schema/ledger.ts';

/** The line with which a new ledger begins. */
export const ledgerHeader =
  '# 发布台账 / Ledger of releases. Written by `handbook release`, never by hand. docs/ledger.md explains it.\n';

/** What a line says, before it is known what stands above it. */
export type LedgerItem = Omit<LedgerEntry, 'previous'> | Omit<LedgerSignature, 'previous'>;

/**
 * The ledger with more lines: releases, and signatures below the releases that they are about. `previous` of each becomes
 * the SHA-256 of everything before it, so that a line that is changed, moved or taken out shows in every later one
 * (`head -n N ledger.yaml | sha256sum`).
 * @param ledger the text of the ledger so far, empty for a new one
 */
export function appendEntries(ledger: string, items: readonly LedgerItem[]): string {
  const before = ledger === '' ? ledgerHeader : canonicalBytes(ledger).toString();
  const hash = createHash('sha256').update(before);
  const lines = items.map((item) => {
    const line = `- ${JSON.stringify({ ...item, previous: hash.copy().digest('hex') })}\n`;
    hash.update(line);
    return line;
  });
  return before + lines.join('');
}

/** The hash of the whole ledger, to be noted elsewhere: what `sha256sum ledger.yaml` prints. */
export function ledgerHash(ledger: string): string {
  return sha256(canonicalBytes(ledger));
}

/**
 * How many lines of the ledger a hash stands for that was noted at some time: it is that of the ledger now, or the
 * `previous` of the line that was added next.
 * @returns the number of lines that the ledger had then, and has; undefined if it never had this hash
 */
export function linesAtHash(ledger: string, noted: string): { then: number; now: number } | undefined {
  const lines = canonicalBytes(ledger)
    .toString()
    .split(/(?<=\n)/);
  const hash = createHash('sha256');
  for (const [index, line] of lines.entries()) {
    hash.update(line);
    if (hash.copy().digest('hex') === noted) return { then: index + 1, now: lines.length };
  }
  return undefined;
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
