/** The kinds of controlled documents and the schema of each one's front matter. */
import { z } from 'zod';
import { documentFields } from './document.ts';
import { form } from './form.ts';
import { bilingual, clauseReference, day, documentNumber, id, text, optionalList } from './primitives.ts';
import { procedure } from './procedure.ts';

/** The manual: one folder, `index.mdx` with this front matter and one file for each entry of `parts`. */
export const manual = z.strictObject({
  kind: z.literal('manual'),
  ...documentFields,
  /** The names of the part files without ending, in reading order. */
  parts: z.array(text).min(1),
});

export const policy = z.strictObject({ kind: z.literal('policy'), ...documentFields });

/** A work instruction (作业指导书) or rule of level three; `procedure` is the one that it details. */
export const instruction = z.strictObject({
  kind: z.literal('instruction'),
  ...documentFields,
  procedure: documentNumber,
  records: optionalList(documentNumber),
});

/** A plan, catalogue or agreement. */
export const plan = z.strictObject({
  kind: z.literal('plan'),
  ...documentFields,
  procedure: documentNumber.optional(),
  records: optionalList(documentNumber),
});

/** One row of the responsibility matrix: a clause and who leads it, takes part in it, or directs it. */
export const matrixRow = z.strictObject({
  clause: clauseReference,
  /** Department code or role id → its part. Exactly one department leads (rule ROL-02). */
  parts: z.record(text, z.enum(['direct', 'lead', 'support'])),
});

export const matrix = z.strictObject({
  kind: z.literal('matrix'),
  ...documentFields,
  rows: z.array(matrixRow).min(1),
});

/** One file of a document that has several. */
export const part = z.strictObject({
  /** Number of the section (`8.6`) or name of the attachment (`附件2`). */
  section: text,
  title: bilingual,
  /** The clauses that this part answers, each at its section. */
  clauses: optionalList(clauseReference),
  /** For a release order (发布令). */
  releaseOrder: z.strictObject({ basis: text, signatory: id, date: day, effective: day }).optional(),
  /** For an appointment letter (任命书). */
  appointment: z
    .strictObject({ role: id, appointee: id, duties: z.array(text).min(1), signatory: id, date: day })
    .optional(),
});

/** kind → schema of the front matter. `external` documents are register entries, see registers.ts. */
export const documentSchemas = { manual, policy, procedure, instruction, plan, form, matrix } as const;

export type Kind = keyof typeof documentSchemas;
export type DocumentData = z.infer<(typeof documentSchemas)[Kind]>;
export type Manual = z.infer<typeof manual>;
export type Instruction = z.infer<typeof instruction>;
export type Plan = z.infer<typeof plan>;
export type Matrix = z.infer<typeof matrix>;
export type MatrixRow = z.infer<typeof matrixRow>;
export type PartData = z.infer<typeof part>;

/** The folder of `content/` in which the documents of a kind stand, and the level (1–4) of the kind. */
export const kinds: Record<Kind, { folder: string; level: 1 | 2 | 3 | 4; file: 'mdx' | 'yaml' }> = {
  manual: { folder: 'manual', level: 1, file: 'mdx' },
  policy: { folder: 'policies', level: 1, file: 'mdx' },
  matrix: { folder: 'matrix', level: 1, file: 'mdx' },
  procedure: { folder: 'procedures', level: 2, file: 'mdx' },
  instruction: { folder: 'instructions', level: 3, file: 'mdx' },
  plan: { folder: 'plans', level: 3, file: 'mdx' },
  form: { folder: 'forms', level: 4, file: 'yaml' },
};
