/** registers/review-board.yaml: minutes of the review board for documents (制度评审会, brief 000-21). */
import { z } from 'zod';
import { day, documentNumber, optionalList, personReference, text } from '../primitives.ts';

const rating = z.enum(['good', 'acceptable', 'poor']);

export const boardMeeting = z.strictObject({
  id: z.string().regex(/^[A-Z]+-\d{4}-\d{2,3}$/, { error: 'record-number' }),
  on: day,
  chair: personReference,
  participants: z.array(personReference).min(2),
  decisions: z
    .array(
      z.strictObject({
        document: documentNumber,
        decision: z.enum(['new', 'revise', 'merge', 'split', 'withdraw']),
        into: optionalList(documentNumber),
        /** 合规性、合理性、严密性、操作性 */
        ratings: z.strictObject({ compliance: rating, reasonableness: rating, rigour: rating, operability: rating }),
        reason: text,
      }),
    )
    .min(1),
});
