/** A record form (记录表单): a YAML file of its own; the records made with it live outside the handbook. */
import { z } from 'zod';
import { documentFields } from './document.ts';
import { departmentId, id, text } from './primitives.ts';

export const formField = z.strictObject({
  name: text,
  type: z.enum(['text', 'long-text', 'number', 'date', 'time', 'choice', 'check', 'person', 'table', 'file']),
  /** The role that fills the field. */
  by: id,
  required: z.boolean().default(true),
  /** The values of a `choice`. */
  choices: z.array(text).optional(),
  /** The columns of a `table`. */
  columns: z.array(text).optional(),
  note: text.optional(),
});

export const form = z.strictObject({
  kind: z.literal('form'),
  ...documentFields,
  purpose: text,
  fields: z.array(formField).min(1),
  /** Who keeps the filled records. */
  keeper: departmentId,
  medium: z.enum(['electronic', 'paper', 'both']),
  retention: text,
  disposal: text,
  /** True where the site itself makes the list, so that nobody fills it by hand. */
  generated: z.boolean().default(false),
});

export type Form = z.infer<typeof form>;
export type FormField = z.infer<typeof formField>;
