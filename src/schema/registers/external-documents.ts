/** registers/external-documents.yaml: documents that others issue (外来文件). */
import { z } from 'zod';
import { bilingual, day, documentNumber, roleReference, text } from '../primitives.ts';

export const externalDocument = z.strictObject({
  number: documentNumber,
  title: bilingual,
  issuer: bilingual,
  edition: text,
  owner: roleReference,
  /** The last day on which the edition was found to be the current one. */
  checked: day,
});
