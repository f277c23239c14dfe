/** registers/withdrawals.yaml: documents that are no longer valid (作废), and what took their place. */
import { z } from 'zod';
import { day, documentNumber, optionalList, personReference, text } from '../primitives.ts';

export const withdrawal = z.strictObject({
  document: documentNumber,
  /** The first day on which it is no longer in force. */
  on: day,
  approved: personReference,
  reason: text,
  /** Documents that took over: several for a split, none if the matter itself ended. */
  successors: optionalList(documentNumber),
  /** 作废保留: copies are kept, marked, for reference. */
  retained: z.boolean().default(false),
});

export type Withdrawal = z.infer<typeof withdrawal>;
