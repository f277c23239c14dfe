/** registers/management-reviews.yaml: management reviews with their inputs and outputs (brief 003-28 … 30). */
import { z } from 'zod';
import { day, departmentReference, id, optionalList, personReference, roleReference, text } from '../primitives.ts';

export const managementReview = z.strictObject({
  id: z.string().regex(/^[A-Z]+-\d{4}-\d{2,3}$/, { error: 'record-number' }),
  on: day,
  chair: personReference,
  participants: z.array(personReference).min(3),
  inputs: z
    .array(
      z.strictObject({
        topic: text,
        /** Ids of `reviewInputs` in the catalogue of the standard that were dealt with here (STR-04). */
        covers: optionalList(id),
        presented: roleReference,
        summary: text,
      }),
    )
    .min(1),
  outputs: z
    .array(
      z.strictObject({
        kind: z.enum(['system', 'service', 'resources']),
        decision: text,
        owner: z.union([roleReference, departmentReference]),
        due: day,
        done: day.optional(),
      }),
    )
    .min(1),
  conclusion: text,
});
