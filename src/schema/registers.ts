/** registers/*.yaml: lists that are kept by hand because nothing else implies them. */
import { z } from 'zod';
import { day, documentNumber, id, text, bilingual, versionLabel, optionalList } from './primitives.ts';

/** registers/glossary.yaml: preferred terms, and the words that people use instead. */
export const glossaryFile = z.strictObject({
  terms: z.array(
    z.strictObject({
      term: bilingual,
      definition: text.optional(),
      /** Other words for the same thing: search finds the term by them. */
      synonyms: optionalList(text),
      remark: text.optional(),
    }),
  ),
});

/** registers/reviews.yaml: periodic reviews that found nothing to change (the version stays). */
export const reviewsFile = z.strictObject({
  reviews: z.array(
    z.strictObject({ document: documentNumber, version: versionLabel, on: day, by: id, conclusion: text }),
  ),
});

/** registers/external-documents.yaml: documents that others issue. */
export const externalDocumentsFile = z.strictObject({
  documents: z.array(
    z.strictObject({
      number: documentNumber,
      title: bilingual,
      issuer: bilingual,
      edition: text,
      owner: id,
      /** The last day on which the edition was found to be the current one. */
      checked: day,
    }),
  ),
});

/** registers/withdrawals.yaml: documents that are no longer valid (作废), and what took their place. */
export const withdrawalsFile = z.strictObject({
  withdrawals: z.array(
    z.strictObject({
      document: documentNumber,
      /** The first day on which it is no longer in force. */
      on: day,
      approved: id,
      reason: text,
      /** Documents that took over: several for a split, none if the matter itself ended. */
      successors: optionalList(documentNumber),
      /** 作废保留: copies are kept, marked, for reference. */
      retained: z.boolean().default(false),
    }),
  ),
});

export type Withdrawal = z.infer<typeof withdrawalsFile>['withdrawals'][number];
export type GlossaryTerm = z.infer<typeof glossaryFile>['terms'][number];
export type Review = z.infer<typeof reviewsFile>['reviews'][number];
export type ExternalDocument = z.infer<typeof externalDocumentsFile>['documents'][number];
