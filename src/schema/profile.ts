/** `profiles` in handbook.yaml: for whom a site is made, and so which documents it holds (受众版本). */
import { z } from 'zod';
import { bilingual, id } from './primitives.ts';

export const profile = z.strictObject({
  id,
  title: bilingual,
  /** Ids of `classifications`: documents of all others are left out (CLS-02). */
  classifications: z.array(id).min(1),
  /** True for readers outside the organisation, who get approved documents and nothing else (CLS-03). */
  external: z.boolean().default(false),
});

export type Profile = z.infer<typeof profile>;
