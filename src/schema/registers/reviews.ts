/** registers/reviews.yaml: periodic reviews that found nothing to change (the version stays). */
import { z } from 'zod';
import { day, documentReference, personReference, text, versionLabel } from '../primitives.ts';

export const review = z.strictObject({
  document: documentReference,
  version: versionLabel,
  on: day,
  by: personReference,
  conclusion: text,
});

export type Review = z.infer<typeof review>;
