/** JSON Schemas for editors, made from the zod schemas: what these cannot say is added while both are walked through. */
import { z } from 'zod';
import { formats } from '../../src/handbook/schema-faults.ts';
import type { Bilingual } from '../../src/schema/primitives.ts';
import { unwrap } from '../../src/schema/references.ts';
import type { ContentFile } from './content-files.ts';
import { keyText, valueText } from './key-texts.ts';

export type JsonSchema = Record<string, unknown> & {
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  additionalProperties?: JsonSchema | boolean;
  anyOf?: JsonSchema[];
};

/** A zod schema of what is written or read as a JSON Schema of draft 7, which all editors know. */
export function jsonSchema(schema: z.ZodType): JsonSchema {
  return structuredClone(
    z.toJSONSchema(schema, {
      io: 'input',
      target: 'draft-7',
      unrepresentable: 'any',
      override: ({ jsonSchema }) => {
        if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      },
    }),
  ) as JsonSchema;
}

/** The JSON Schema of a kind of file, for editors. */
export function editorSchema({ name, title, schema }: ContentFile): JsonSchema {
  const json = jsonSchema(schema);
  complete(schema, json, [name]);
  const { $schema, ...rest } = json;
  return { $schema, title: both(title), ...rest };
}

/** Chinese first, for hovers. */
export function both({ zh, en }: Bilingual, separator = ' / '): string {
  return `${zh}${separator}${en}`;
}

/**
 * Adds to a schema what its zod schema knows besides: which keys may be left out or left empty, how a value is written,
 * and what keys and values mean.
 * @param path the names of the file and of the keys that lead here
 */
function complete(schema: z.ZodType, json: JsonSchema, path: readonly string[]): void {
  const inner = unwrap(schema);
  // Meant for other readers of the schema.
  delete json['refersTo'];
  if (inner instanceof z.ZodObject) completeObject(inner, json, path);
  else if (inner instanceof z.ZodArray) complete(inner.element as z.ZodType, json.items!, path);
  else if (inner instanceof z.ZodRecord) {
    complete(inner.valueType as z.ZodType, json.additionalProperties as JsonSchema, path);
  } else if (inner instanceof z.ZodUnion) {
    inner.options.forEach((option, index) => complete(option as z.ZodType, json.anyOf![index]!, path));
  } else if (inner instanceof z.ZodEnum) {
    json['enumDescriptions'] = inner.options.map((value) => both(valueText(String(value)) ?? { zh: '', en: '' }));
  } else if (json.type === 'string') Object.assign(json, notation(inner));
}

function completeObject(schema: z.ZodObject, json: JsonSchema, path: readonly string[]): void {
  const required: string[] = [];
  for (const [key, child] of Object.entries(schema.shape)) {
    const property = json.properties![key]!;
    complete(child as z.ZodType, property, [...path, key]);
    // Where zod prepares a value first, only a trial tells whether there must be one.
    if (!child.safeParse(undefined).success) required.push(key);
    if (property.type && child.safeParse(null).success) property.type = [property.type as string, 'null'];
    const text = keyText([...path, key]);
    if (text) json.properties![key] = { description: both(text, '\n\n'), ...property };
  }
  json['required'] = required;
}

/** How a text is written, in words instead of a pattern: found by giving the schema something that fits nowhere. */
function notation(schema: z.ZodType): JsonSchema {
  const issue = schema.safeParse('\u0000').error?.issues[0];
  const name = issue?.code === 'custom' ? String(issue.params?.['expected']) : issue?.message;
  const text = name === undefined ? undefined : formats[name];
  if (!text) return {};
  const message = { patternErrorMessage: both({ zh: `${text.zh}。`, en: `It ${text.en}.` }, '\n') };
  if (name === 'day') return { pattern: '^\\d{4}-\\d{2}-\\d{2}$', format: 'date', ...message };
  if (name === 'regular-expression') return { format: 'regex' };
  return message;
}
