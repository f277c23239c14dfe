/** registers/glossary.yaml: preferred terms, and the words that people use instead. */
import { z } from 'zod';
import { bilingual, optionalList, text } from '../primitives.ts';

export const glossaryTerm = z.strictObject({
  term: bilingual,
  definition: text.optional(),
  /** Other words for the same thing: search finds the term by them. */
  synonyms: optionalList(text),
  /** Words that documents must not use in place of the term (TXT-04). */
  avoid: optionalList(text),
  /** Longer words in which a word to avoid is right: 税收政策, where 政策 is to be avoided. */
  allow: optionalList(text),
  remark: text.optional(),
});
