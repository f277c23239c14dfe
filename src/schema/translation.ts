/** A translation of a document (translations/<language>/<number>.mdx), bound to the version that it translates. */
import { z } from 'zod';
import { day, documentNumber, personReference, text, versionLabel } from './primitives.ts';

export const translation = z.strictObject({
  translates: documentNumber,
  /** The version whose text was translated; the translation is behind once another one is in force. */
  version: versionLabel,
  language: z.enum(['zh-CN', 'en']),
  title: text,
  translated: z.strictObject({ by: personReference, on: day }),
  checked: z.strictObject({ by: personReference, on: day }),
});

export type TranslationData = z.infer<typeof translation>;
