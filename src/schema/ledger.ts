/** history/ledger.yaml: one line a release, and one a signature. Written by the commands, never by hand. */
import { z } from 'zod';
import { kinds, type Kind } from './documents.ts';
import { day, documentNumber, id, signature, text } from './primitives.ts';

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

/** The steps of an approval, in their order. */
export const steps = ['prepared', 'reviewed', 'approved'] as const;

/** An SSH signature under one step of the approval of a version; it stands below the line of the release. */
export const ledgerSignature = z.strictObject({
  number: documentNumber,
  version: text,
  /** The hash of the release. */
  hash: sha256,
  step: z.enum(steps),
  by: id,
  on: day,
  /** The lines between BEGIN and END of what `ssh-keygen -Y sign` writes, without line breaks. */
  signature: z.string().regex(/^[A-Za-z0-9+/]+=*$/),
  previous: sha256,
});

export type LedgerEntry = z.infer<typeof ledgerEntry>;
export type LedgerSignature = z.infer<typeof ledgerSignature>;
export type Step = (typeof steps)[number];
