/** Astro’s collections: the same schemas and files as the model, rendered. They add no second truth (design.md §4.4). */
import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { documentsInForce, otherReleases, roleTexts, translationTexts } from './content-loader.ts';
import { documentSchemas, part } from './schema/documents.ts';
import { role } from './schema/organisation.ts';
import { translation } from './schema/translation.ts';

const { manual, policy, matrix, procedure, instruction, plan, form } = documentSchemas;
const anyKind = z.union([...Object.values(documentSchemas), part]);

export const collections = {
  manual: defineCollection({ loader: documentsInForce('manual'), schema: z.union([manual, part]) }),
  policy: defineCollection({ loader: documentsInForce('policy'), schema: policy }),
  matrix: defineCollection({ loader: documentsInForce('matrix'), schema: matrix }),
  procedure: defineCollection({ loader: documentsInForce('procedure'), schema: procedure }),
  instruction: defineCollection({ loader: documentsInForce('instruction'), schema: instruction }),
  plan: defineCollection({ loader: documentsInForce('plan'), schema: plan }),
  form: defineCollection({ loader: documentsInForce('form'), schema: form }),
  history: defineCollection({ loader: otherReleases(), schema: anyKind }),
  translations: defineCollection({ loader: translationTexts(), schema: translation }),
  roles: defineCollection({ loader: roleTexts(), schema: role }),
};
