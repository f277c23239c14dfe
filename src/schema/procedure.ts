/** A procedure (程序文件): the process card and the activities stand in the front matter. */
import { z } from 'zod';
import { documentFields } from './document.ts';
import { documentNumber, endpoint, frequency, id, text, optionalList } from './primitives.ts';

export const input = z.strictObject({ name: text, from: z.array(endpoint).min(1) });

export const output = z.strictObject({ name: text, to: z.array(endpoint).min(1) });

export const controlPoint = z.strictObject({ name: text, what: text });

export const metric = z.strictObject({
  name: text,
  formula: text,
  target: text,
  frequency,
  owner: id,
  /** Where the figures come from: a form, a system, a report. */
  source: text,
});

export const term = z.strictObject({ term: text, definition: text });

/** A numbered step: its number is its place in the list, its text is section `5.<place>` of the body. */
export const activity = z.strictObject({
  id,
  name: text,
  responsible: z.array(id).min(1),
  accountable: id,
  consulted: optionalList(id),
  informed: optionalList(id),
  input: text,
  /** The record forms that this step fills. */
  records: optionalList(documentNumber),
});

export const procedure = z.strictObject({
  kind: z.literal('procedure'),
  ...documentFields,
  process: z.strictObject({
    scope: text,
    inputs: z.array(input),
    outputs: z.array(output),
    controlPoints: z.array(controlPoint),
    metrics: z.array(metric),
    terms: optionalList(term),
  }),
  activities: z.array(activity).min(1),
});

export type Procedure = z.infer<typeof procedure>;
export type Activity = z.infer<typeof activity>;
