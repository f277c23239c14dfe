/** registers/services.yaml: the services in the scope of the system. */
import { z } from 'zod';
import { bilingual, documentReference, optionalList, roleReference, text } from '../primitives.ts';

export const service = z.strictObject({
  /** `SVC-01` */
  id: z.string().regex(/^[A-Z]+-\d+$/, { error: 'service' }),
  title: bilingual,
  description: text,
  customers: optionalList(text),
  owner: roleReference,
  /** The hours in which it is provided. */
  hours: text,
  targets: z.array(z.strictObject({ name: text, target: text })).min(1),
  agreement: documentReference,
});
