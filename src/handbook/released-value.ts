/** Quotes, beside a value that is missing or wrong, the one that was released: often it only has to be put back. */
import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Fault } from './finding.ts';
import type { Document } from './graph.ts';
import { valueAt } from './schema-path.ts';
import type { SourceFile, YamlPath } from './source.ts';

/** Longer values nobody reads in a hint. */
const longest = 60;

/**
 * A fault with the released value in its hint, where there is one. In a list, entries may have moved: it is quoted only
 * if the list is as it was released but for this value.
 * @param sources the working files of the document
 * @param released its newest release
 */
export function withReleasedValue(fault: Fault, sources: readonly SourceFile[], released: Document): Fault {
  const { rule, path, hint } = fault;
  const working = sources.find(({ file }) => file === fault.file);
  const before = released.parts.find(({ source }) => basename(source.file) === basename(fault.file))?.source;
  // Others are about properties of a component.
  if (rule !== 'SRC-03' || !path?.length || !hint || !working || !before) return fault;
  const [is, was] = [working.data().value, before.data().value];
  const value = valueAt(was, path);
  if (!['string', 'number', 'boolean'].includes(typeof value) || valueAt(is, path) === value) return fault;
  const text = String(value);
  const index = path.findIndex((step) => typeof step === 'number');
  const list = path.slice(0, index);
  const hasMoved = index >= 0 && !isDeepStrictEqual(withValue(is, path, value, list), valueAt(was, list));
  if (hasMoved || text.length > longest) return fault;
  const { version } = released.data;
  return {
    ...fault,
    hint: {
      zh: `${hint.zh}${version} 发布时为“${text}”。`,
      en: `${hint.en} It was released in ${version} as “${text}”.`,
    },
  };
}

/** What would stand at a part of the path if the value stood at its end. */
function withValue(data: unknown, path: YamlPath, value: unknown, part: YamlPath): unknown {
  const copy = structuredClone(data);
  const parent = valueAt(copy, path.slice(0, -1));
  if (parent && typeof parent === 'object') (parent as Record<string | number, unknown>)[path.at(-1)!] = value;
  return valueAt(copy, part);
}
