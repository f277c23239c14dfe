/** registers/revision-plan.yaml: which documents are to be revised or reviewed this year, and what came of it (brief 000-17). */
import { z } from 'zod';
import { day, documentReference, roleReference, text } from '../primitives.ts';

export const plannedRevision = z.strictObject({
  year: z.int().min(2000).max(2100),
  document: documentReference,
  action: z.enum(['revise', 'review']),
  reason: text,
  owner: roleReference,
  due: day,
  done: day.optional(),
  result: text.optional(),
});
