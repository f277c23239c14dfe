/** registers/glossary.yaml: preferred terms, and the words that people use instead. */
import { z } from 'zod';
import { bilingual, optionalList, text } from '../primitives.ts';

export const glossaryTerm = z.strictObject({
  term: bilingual,
  definition: text.optional(),
  /** Other words for the same thing: search finds the term by them. */
  synonyms: optionalList(text),
  remark: text.optional(),
});

export type GlossaryTerm = z.infer<typeof glossaryTerm>;
