/** The registers: lists kept by hand because nothing else implies them. Each is registers/<name>.yaml, `entries: [...]`. */
import { z } from 'zod';
import { audit } from './audits.ts';
import { copy } from './distribution.ts';
import { externalDocument } from './external-documents.ts';
import { glossaryTerm } from './glossary.ts';
import { managementReview } from './management-reviews.ts';
import { objective } from './objectives.ts';
import { boardMeeting } from './review-board.ts';
import { review } from './reviews.ts';
import { plannedRevision } from './revision-plan.ts';
import { service } from './services.ts';
import { waiver } from './waivers.ts';
import { withdrawal } from './withdrawals.ts';

/** File name without ending → schema of one entry. */
export const registerSchemas = {
  audits: audit,
  distribution: copy,
  'external-documents': externalDocument,
  glossary: glossaryTerm,
  'management-reviews': managementReview,
  objectives: objective,
  'review-board': boardMeeting,
  reviews: review,
  'revision-plan': plannedRevision,
  services: service,
  waivers: waiver,
  withdrawals: withdrawal,
} as const;

export type RegisterName = keyof typeof registerSchemas;
export type RegisterEntry<Name extends RegisterName> = z.infer<(typeof registerSchemas)[Name]>;

/** The schema of a whole register file. */
export function registerFile<Name extends RegisterName>(name: Name) {
  return z.strictObject({ entries: z.array(registerSchemas[name]) });
}
