/** A clause catalogue (standards/*.yaml): numbers and titles are facts; every other text is our own. */
import { z } from 'zod';
import { kinds, type Kind } from './documents.ts';
import { bilingual, id, text, optionalList } from './primitives.ts';

const clauseNumber = z.string().regex(/^[0-9A-Z]+(\.\d+)*$/, { error: 'clause-number' });

/** Documented information that a clause asks for by name. */
export const information = z.strictObject({
  id,
  /** `document` is kept up to date, `record` is kept as evidence. */
  kind: z.enum(['document', 'record']),
  /** Kinds of documents of which one can be it; without, any kind for a `document`, a form for a `record` (MAP-11). */
  kinds: optionalList(z.enum(Object.keys(kinds) as [Kind, ...Kind[]])),
  title: bilingual,
});

/** A subject that a management review has to deal with. */
export const reviewInput = z.strictObject({ id, title: bilingual });

export const clause = z.strictObject({
  number: clauseNumber,
  title: bilingual,
  parent: clauseNumber.optional(),
  /** What the clause is about, in one line of our own. */
  summary: bilingual.optional(),
  information: optionalList(information),
  /** What the management review that the clause asks for has to deal with (STR-04). */
  reviewInputs: optionalList(reviewInput),
  /** Numbers of paragraphs without a title; a reference to one counts for this clause (9.2.1 → 9.2). */
  paragraphs: optionalList(clauseNumber),
  /** Clause numbers of other standards that deal with the same subject: standard id → numbers. */
  corresponds: z.record(text, z.array(clauseNumber)).optional(),
});

export const standard = z.strictObject({
  id: z.string().regex(/^[a-z0-9.-]+:\d{4}$/, { error: 'standard' }),
  title: bilingual,
  /** How it is written in running text: `ISO/IEC 20000-1:2018`. */
  reference: text,
  /** `none`: every clause applies (ISO/IEC 20000-1:2018, 4–10); `justified`: a reasoned exclusion is possible. */
  exclusions: z.enum(['none', 'justified']),
  clauses: z.array(clause).min(1),
});

export type StandardData = z.infer<typeof standard>;
export type ClauseData = z.infer<typeof clause>;
export type InformationData = z.infer<typeof information>;
export type ReviewInput = z.infer<typeof reviewInput>;
