/** registers/waivers.yaml: findings that are accepted for a time (豁免, brief §1.7). */
import { z } from 'zod';
import { clauseReference, day, documentNumber, personReference, text } from '../primitives.ts';

export const waiver = z
  .strictObject({
    rule: text,
    /** What the finding is about; all that is given must agree. */
    document: documentNumber.optional(),
    clause: clauseReference.optional(),
    /** Path below the content folder. */
    file: text.optional(),
    reason: text,
    approved: personReference,
    /** The last day on which it holds. */
    until: day,
  })
  .refine(({ document, clause, file }) => document ?? clause ?? file, { path: ['document'] })
  // The same for editors, which cannot run the line above.
  .meta({ anyOf: [{ required: ['document'] }, { required: ['clause'] }, { required: ['file'] }] });

export type Waiver = z.infer<typeof waiver>;
