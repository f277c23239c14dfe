/** What a schema says about the value at a path. */
import { z } from 'zod';
import { unwrap } from '../schema/references.ts';
import type { YamlPath } from './source.ts';

/** The schema of the value at a path; undefined where the schema does not know the path, or has several ways for it. */
export function schemaAt(schema: z.ZodType, path: YamlPath): z.ZodType | undefined {
  let node: z.ZodType | undefined = schema;
  for (const step of path) {
    const inner = unwrap(node);
    if (inner instanceof z.ZodObject) node = inner.shape[String(step)] as z.ZodType | undefined;
    else if (inner instanceof z.ZodArray) node = inner.element as z.ZodType;
    else if (inner instanceof z.ZodRecord) node = inner.valueType as z.ZodType;
    else return undefined;
    if (!node) return undefined;
  }
  return node;
}

/** The keys that an object schema knows at a path. */
export function keysAt(schema: z.ZodType, path: YamlPath): string[] {
  const node = schemaAt(schema, path);
  if (!node) return [];
  const inner = unwrap(node);
  const objects = inner instanceof z.ZodUnion ? inner.options.map((option) => unwrap(option as z.ZodType)) : [inner];
  return [...new Set(objects.flatMap((object) => (object instanceof z.ZodObject ? Object.keys(object.shape) : [])))];
}

/** The value at a path. */
export function valueAt(value: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>(
    (node, step) => (node && typeof node === 'object' ? (node as Record<string | number, unknown>)[step] : undefined),
    value,
  );
}
