/** registers/audits.yaml: internal audits with what they found (brief 003-27). */
import { z } from 'zod';
import { day, departmentReference, personReference, registeredClause, text } from '../primitives.ts';

export const audit = z.strictObject({
  /** `IA-2026-01` */
  id: z.string().regex(/^[A-Z]+-\d{4}-\d{2,3}$/, { error: 'record-number' }),
  title: text,
  basis: text,
  from: day,
  until: day,
  lead: personReference,
  /** Who audits whom; nobody audits the own department. */
  schedule: z
    .array(
      z.strictObject({
        department: departmentReference,
        auditors: z.array(personReference).min(1),
        clauses: z.array(registeredClause).min(1),
      }),
    )
    .min(1),
  findings: z.array(
    z.strictObject({
      id: text,
      kind: z.enum(['major', 'minor', 'observation']),
      department: departmentReference,
      clause: registeredClause,
      what: text,
      /** Number of the corrective action and the day on which it was verified as effective. */
      correctiveAction: text.optional(),
      closed: day.optional(),
    }),
  ),
  conclusion: text,
});
