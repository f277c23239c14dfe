/** Finds the ids in a value that its schema marks as references. */
import { z } from 'zod';

export type ReferenceKind = 'role' | 'person' | 'department' | 'document' | 'clause';

export interface FoundReference {
  /** What the id may name; several where a schema allows several. */
  kinds: ReferenceKind[];
  id: string;
  path: (string | number)[];
}

/** Every reference in a value, with the path to it. The value must have passed the schema. */
export function referencesIn(schema: z.ZodType, value: unknown, path: (string | number)[] = []): FoundReference[] {
  if (value === undefined || value === null) return [];
  const kinds = kindsOf(schema);
  if (kinds.length && typeof value === 'string') return [{ kinds, id: value, path }];
  const inner = unwrap(schema);
  if (inner instanceof z.ZodUnion) {
    const fitting = inner.options.find((option) => (option as z.ZodType).safeParse(value).success);
    return fitting ? referencesIn(fitting as z.ZodType, value, path) : [];
  }
  if (inner instanceof z.ZodObject) {
    return Object.entries(inner.shape).flatMap(([key, child]) =>
      referencesIn(child as z.ZodType, (value as Record<string, unknown>)[key], [...path, key]),
    );
  }
  if (inner instanceof z.ZodArray && Array.isArray(value)) {
    return value.flatMap((item, index) => referencesIn(inner.element as z.ZodType, item, [...path, index]));
  }
  return [];
}

function kindsOf(schema: z.ZodType): ReferenceKind[] {
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => kindsOf(option as z.ZodType));
  const kind = schema.meta()?.['refersTo'];
  return kind === undefined ? [] : [kind as ReferenceKind];
}

/** The schema inside of one that is optional, has a default, or prepares its value. */
export function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return unwrap(schema.unwrap() as z.ZodType);
  }
  if (schema instanceof z.ZodPipe) return unwrap(schema.out as z.ZodType);
  return schema;
}
