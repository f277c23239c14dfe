/** Turns what zod objects to into findings that an editor of the handbook can act on. */
import { z } from 'zod';
import type { Bilingual } from '../schema/primitives.ts';
import type { Fault } from './finding.ts';
import type { SourceFile, YamlPath } from './source.ts';
import { nearest } from './suggest.ts';

/** What the formats named in `error:` and `params.expected` of the schemas look like. */
const formats: Record<string, Bilingual> = {
  day: { zh: '应为存在的日期，写作 2026-03-01', en: 'must be an existing day, written 2026-03-01' },
  id: {
    zh: '应为标识：小写字母开头，只含小写字母、数字和连字符，如 incident-mgr',
    en: 'must be an id: lower-case letters, digits and hyphens, such as incident-mgr',
  },
  department: { zh: '应为部门代码，如 YWB', en: 'must be a department code, such as YWB' },
  number: { zh: '应为文件编号，如 HC-ITSM-B-21', en: 'must be a document number, such as HC-ITSM-B-21' },
  clause: {
    zh: '应为“标准/条款号”，如 iso20000-1:2018/8.6.1，后面可加 #章节号',
    en: 'must be standard/clause, such as iso20000-1:2018/8.6.1, optionally with #section',
  },
  'clause-number': { zh: '应为带引号的条款号，如 "8.6.1"', en: 'must be a clause number in quotes, such as "8.6.1"' },
  information: {
    zh: '应为“标准/条款号/成文信息标识”，如 iso20000-1:2018/8.6.1/incident-records',
    en: 'must be standard/clause/item, such as iso20000-1:2018/8.6.1/incident-records',
  },
  standard: { zh: '应为标准标识，如 iso20000-1:2018', en: 'must be a standard id, such as iso20000-1:2018' },
  sha256: { zh: '应为 64 位十六进制的 SHA-256', en: 'must be a SHA-256 of 64 hexadecimal digits' },
  'regular-expression': { zh: '应为有效的正则表达式', en: 'must be a valid regular expression' },
};

const types: Record<string, Bilingual> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '键值对', en: 'a mapping' },
  record: { zh: '键值对', en: 'a mapping' },
  null: { zh: '空值', en: 'nothing' },
  undefined: { zh: '空值', en: 'nothing' },
};

/** All faults of one value against its schema, each at the key or value that is wrong. */
export function schemaFaults(source: SourceFile, schema: z.ZodType, value: unknown, rule = 'SRC-03'): Fault[] {
  const result = schema.safeParse(value);
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => issueFaults(source, schema, value, issue, rule));
}

function issueFaults(
  source: SourceFile,
  schema: z.ZodType,
  value: unknown,
  issue: z.core.$ZodIssue,
  rule: string,
): Fault[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const name = path.length ? path.join('.') : '（文件）';
  const given = at(value, path);
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path);
    return issue.keys.map((key) => {
      const near = nearest(key, known);
      return {
        rule,
        ...source.place([...path, key], { key: true }),
        message: { zh: `未知的键“${key}”`, en: `Unknown key “${key}”` },
        hint: near
          ? { zh: `是否想写“${near}”？`, en: `Did you mean “${near}”?` }
          : {
              zh: `这里可用的键：${known.join('、')}。不需要就删除。`,
              en: `Keys known here: ${known.join(', ')}. Delete it if it is not needed.`,
            },
      };
    });
  }
  if (given === undefined) {
    const key = String(path.at(-1) ?? '');
    return [
      {
        rule,
        ...source.place(path, { key: true }),
        message: { zh: `缺少“${name}”`, en: `“${name}” is missing` },
        hint: { zh: `补上键“${key}”。`, en: `Add the key “${key}”.` },
      },
    ];
  }
  const { message, hint } = describe(issue, name, given);
  return [{ rule, ...source.place(path), message, hint }];
}

function describe(issue: z.core.$ZodIssue, name: string, given: unknown): { message: Bilingual; hint?: Bilingual } {
  const shown = typeof given === 'string' ? `“${given}”` : given === null ? '（空）' : JSON.stringify(given);
  const expected =
    formats[issue.message] ?? (issue.code === 'custom' ? formats[String(issue.params?.expected)] : undefined);
  if (expected) {
    return {
      message: { zh: `“${name}”的值 ${shown} 不对：${expected.zh}`, en: `“${name}” is ${shown}: it ${expected.en}` },
    };
  }
  switch (issue.code) {
    case 'invalid_type': {
      const want = types[issue.expected] ?? { zh: issue.expected, en: issue.expected };
      const isNumberForText = issue.expected === 'string' && typeof given === 'number';
      return {
        message: {
          zh: `“${name}”应为${want.zh}，现为 ${shown}`,
          en: `“${name}” must be ${want.en}, it is ${shown}`,
        },
        hint: isNumberForText
          ? { zh: `加引号：'${String(given)}'。`, en: `Put it in quotes: '${String(given)}'.` }
          : undefined,
      };
    }
    case 'invalid_value': {
      const values = issue.values.map(String);
      const near = nearest(String(given), values);
      return {
        message: { zh: `“${name}”的值 ${shown} 不在允许的范围内`, en: `“${name}” is ${shown}, which is not allowed` },
        hint: {
          zh: near ? `是否想写“${near}”？可用：${values.join('、')}。` : `可用：${values.join('、')}。`,
          en: near ? `Did you mean “${near}”? Allowed: ${values.join(', ')}.` : `Allowed: ${values.join(', ')}.`,
        },
      };
    }
    case 'too_small':
      return {
        message:
          issue.origin === 'number' || issue.origin === 'int'
            ? { zh: `“${name}”不能小于 ${issue.minimum}`, en: `“${name}” must be at least ${issue.minimum}` }
            : { zh: `“${name}”不能为空`, en: `“${name}” must not be empty` },
      };
    case 'too_big':
      return {
        message: { zh: `“${name}”不能大于 ${issue.maximum}`, en: `“${name}” must be at most ${issue.maximum}` },
      };
    default:
      return {
        message: { zh: `“${name}”的值 ${shown} 无效`, en: `“${name}” is ${shown}: ${issue.message}` },
      };
  }
}

function at(value: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>(
    (node, step) => (node && typeof node === 'object' ? (node as Record<string | number, unknown>)[step] : undefined),
    value,
  );
}

/** The keys that an object schema knows at a path. */
function keysAt(schema: z.ZodType, path: YamlPath): string[] {
  let node: z.ZodType = schema;
  for (const step of path) {
    const inner = unwrap(node);
    if (inner instanceof z.ZodObject) node = inner.shape[String(step)] as z.ZodType;
    else if (inner instanceof z.ZodArray) node = inner.element as z.ZodType;
    else if (inner instanceof z.ZodRecord) node = inner.valueType as z.ZodType;
    else return [];
    if (!node) return [];
  }
  const object = unwrap(node);
  return object instanceof z.ZodObject ? Object.keys(object.shape) : [];
}

function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return unwrap(schema.unwrap() as z.ZodType);
  }
  return schema;
}
