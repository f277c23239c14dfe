/** history/ledger.yaml: one line a release. Written by `handbook release`, never by hand. */
import { z } from 'zod';
import { kinds, type Kind } from './documents.ts';
import { day, documentNumber, signature, text } from './primitives.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, { error: 'sha256' });

export const ledgerEntry = z.strictObject({
  number: documentNumber,
  version: text,
  kind: z.enum(Object.keys(kinds) as [Kind, ...Kind[]]),
  prepared: signature,
  reviewed: signature,
  approved: signature,
  released: day,
  effective: day,
  /** Hash of the frozen source, see docs/ledger.md. */
  hash: sha256,
  /** SHA-256 of all lines of the ledger before this one. */
  previous: sha256,
});

export type LedgerEntry = z.infer<typeof ledgerEntry>;
