/** Turns what zod objects to into findings that an editor of the handbook can act on. */
import { z } from 'zod';
import { documentNumber, type Bilingual } from '../schema/primitives.ts';
import { unwrap } from '../schema/references.ts';
import type { Fault, Place } from './finding.ts';
import { keysAt, schemaAt, valueAt } from './schema-path.ts';
import type { SourceFile, YamlPath } from './source.ts';
import { nearest } from './suggest.ts';

/** What the formats named in `error:` and `params.expected` of the schemas look like. */
export const formats: Record<string, Bilingual> = {
  day: { zh: '应为存在的日期，写作 2026-03-01', en: 'must be an existing day, written 2026-03-01' },
  id: {
    zh: '应为标识：小写字母开头，只含小写字母、数字和连字符',
    en: 'must be an id: lower-case letters, digits and hyphens',
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
  service: { zh: '应为服务编号，如 SVC-01', en: 'must be the number of a service, such as SVC-01' },
  period: {
    zh: '应为期间，如 2026-Q1、2026-H1、2026-03 或 2026',
    en: 'must be a period, such as 2026-Q1, 2026-H1, 2026-03 or 2026',
  },
  'record-number': { zh: '应为记录编号，如 IA-2026-01', en: 'must be the number of a record, such as IA-2026-01' },
  standard: { zh: '应为标准标识，如 iso20000-1:2018', en: 'must be a standard id, such as iso20000-1:2018' },
  sha256: { zh: '应为 64 位十六进制的 SHA-256', en: 'must be a SHA-256 of 64 hexadecimal digits' },
  'public-key': {
    zh: '应为 SSH 公钥（.pub 文件的前两段），如 ssh-ed25519 AAAA…',
    en: 'must be a public SSH key (the first two words of the .pub file), such as ssh-ed25519 AAAA…',
  },
  scope: {
    zh: '应写明适用于哪些文件：departments（主责部门）、numbers（编号），或两者',
    en: 'must say which documents it is for: by departments (lead departments), numbers, or both',
  },
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

/** What is given instead of the type that is wanted → what to do. */
const typeHints: Record<string, Bilingual> = {
  string: { zh: '写成文字。', en: 'Write text.' },
  number: { zh: '写成数字，不加引号。', en: 'Write a number, without quotes.' },
  int: { zh: '写成整数，不加引号。', en: 'Write a whole number, without quotes.' },
  boolean: { zh: '写 true 或 false，不加引号。', en: 'Write true or false, without quotes.' },
  array: { zh: '写成列表，如 [甲, 乙]。', en: 'Write a list, such as [a, b].' },
  object: { zh: '写成键值对，如 { 键: 值 }。', en: 'Write a mapping, such as { key: value }.' },
  record: { zh: '写成键值对，如 { 键: 值 }。', en: 'Write a mapping, such as { key: value }.' },
};

/** The place of the value at a path, or of its key. */
type Locate = (path: YamlPath, options?: { key?: boolean }) => Place;

/** A value that does not keep to its schema. */
export interface Misfit {
  source: SourceFile;
  schema: z.ZodType;
  value: unknown;
  rule: string;
  /** Where a path stands. */
  locate: Locate;
}

/** All faults of one value against its schema, each at the key or value that is wrong. */
export function schemaFaults(misfit: Misfit, { issues }: z.ZodError): Fault[] {
  const misspelt = new Set(issues.flatMap((issue) => meantKeys(misfit.schema, issue)));
  return issues
    .filter(({ path }) => !misspelt.has(path.join('/')) || valueAt(misfit.value, steps(path)) !== undefined)
    .flatMap((issue) => issueFaults(misfit, issue));
}

/** The paths of the keys that unknown ones were meant to be: that these are missing is the same mistake. */
function meantKeys(schema: z.ZodType, issue: z.core.$ZodIssue): string[] {
  if (issue.code !== 'unrecognized_keys') return [];
  const path = steps(issue.path);
  const meant = issue.keys.flatMap((key) => nearest(key, keysAt(schema, path)) ?? []);
  return meant.map((key) => [...path, key].join('/'));
}

function steps(path: readonly PropertyKey[]): (string | number)[] {
  return path.map((step) => (typeof step === 'symbol' ? String(step) : step));
}

function issueFaults(context: Misfit, issue: z.core.$ZodIssue): Fault[] {
  const { source, schema, value, rule, locate } = context;
  if (issue.code === 'invalid_union') {
    // Of the ways in which the value could be right, the one that it comes nearest to.
    const [nearestErrors = []] = [...issue.errors].sort((a, b) => a.length - b.length);
    const deeper = nearestErrors.filter(({ code, path }) => code !== 'invalid_type' || path.length > 0);
    if (deeper.length) {
      return deeper.flatMap((inner) => issueFaults(context, { ...inner, path: [...issue.path, ...inner.path] }));
    }
  }
  const path = steps(issue.path);
  const name: Bilingual = path.length ? nameOf(path) : { zh: '文件的内容', en: 'The content of the file' };
  const given = valueAt(value, path);
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path);
    return issue.keys.map((key) => {
      const near = nearest(key, known);
      return {
        rule,
        ...locate([...path, key], { key: true }),
        message: { zh: `未知的键“${key}”`, en: `Unknown key “${key}”` },
        hint: near
          ? { zh: `是否想写“${near}”？`, en: `Did you mean “${near}”?` }
          : known.length
            ? {
                zh: `这里可用的键：${known.join('、')}。不需要就删除。`,
                en: `Keys known here: ${known.join(', ')}. Delete it if it is not needed.`,
              }
            : { zh: '这里不能写任何键：删除它。', en: 'No key is known here: delete it.' },
      };
    });
  }
  if (given === undefined) {
    const item = itemName(value, path);
    return [
      {
        rule,
        ...locate(path, { key: true }),
        path,
        message: { zh: `缺少${name.zh}${item && `（${item}）`}`, en: `${name.en} is missing${item && ` (${item})`}` },
        hint: missingHint(schema, path),
      },
    ];
  }
  const place = locate(path);
  const described = describe(issue, name, given, asWritten(source, place));
  const hint = given === null ? emptyHint(schema, path) : oneLanguageHint(given, keysAt(schema, path));
  return [{ rule, ...place, path, ...described, ...(hint && { hint }) }];
}

/** A name in one language where both are wanted. */
function oneLanguageHint(given: unknown, keys: readonly string[]): Bilingual | undefined {
  if (typeof given !== 'string' || keys.join() !== 'zh,en') return undefined;
  return { zh: `写成 { zh: ${given}, en: … }。`, en: `Write { zh: ${given}, en: … }.` };
}

/** How a value is called: “process.inputs 第 1 项的 from”. Who edits the file counts entries from one. */
function nameOf(path: readonly (string | number)[]): Bilingual {
  const join = (entry: (index: number) => string, key: string) =>
    path
      .map((step, index) => {
        if (typeof step === 'number') return entry(step + 1);
        if (index === 0) return step;
        return typeof path[index - 1] === 'number' ? `${key}${step}` : `.${step}`;
      })
      .join('');
  return {
    zh: `“${join((index) => ` 第 ${index} 项`, '的 ')}”`,
    en: `“${join((index) => `, entry ${index}`, ', ')}”`,
  };
}

/** The scalar at a place as its author wrote it: YAML reads 8.10 as the number 8.1. */
function asWritten(source: SourceFile, { line, column }: Place): string {
  const rest = (source.text.split('\n')[line - 1] ?? '').slice(column - 1);
  return /^[^\s,\]}]+/.exec(rest)?.[0] ?? '';
}

function describe(
  issue: z.core.$ZodIssue,
  name: Bilingual,
  given: unknown,
  written: string,
): { message: Bilingual; hint: Bilingual } {
  const shown = shownValue(given);
  const expected =
    formats[issue.message] ?? (issue.code === 'custom' ? formats[String(issue.params?.expected)] : undefined);
  if (expected) {
    return {
      message: { zh: `${name.zh}写法不对：${shown.zh}`, en: `${name.en} is not written correctly: ${shown.en}` },
      hint: capitals(expected, given) ?? { zh: `${expected.zh}。`, en: `It ${expected.en}.` },
    };
  }
  switch (issue.code) {
    case 'invalid_type': {
      const want = types[issue.expected] ?? { zh: issue.expected, en: issue.expected };
      return {
        message: {
          zh: `${name.zh}应为${want.zh}，现为${shown.zh}`,
          en: `${name.en} must be ${want.en}, it is ${shown.en}`,
        },
        hint: typeHint(issue.expected, given, written),
      };
    }
    case 'invalid_value': {
      const values = issue.values.map(String);
      const near = nearest(String(given), values);
      return {
        message: { zh: `${name.zh}不能是${shown.zh}`, en: `${name.en} cannot be ${shown.en}` },
        hint: {
          zh: near ? `是否想写“${near}”？可用：${values.join('、')}。` : `可用：${values.join('、')}。`,
          en: near ? `Did you mean “${near}”? Allowed: ${values.join(', ')}.` : `Allowed: ${values.join(', ')}.`,
        },
      };
    }
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int'
        ? {
            message: { zh: `${name.zh}不能小于 ${issue.minimum}`, en: `${name.en} must be at least ${issue.minimum}` },
            hint: { zh: `写 ${issue.minimum} 或更大的数。`, en: `Write ${issue.minimum} or more.` },
          }
        : {
            message: { zh: `${name.zh}不能为空`, en: `${name.en} must not be empty` },
            hint: { zh: '写上内容。', en: 'Fill it in.' },
          };
    case 'too_big':
      return {
        message: { zh: `${name.zh}不能大于 ${issue.maximum}`, en: `${name.en} must be at most ${issue.maximum}` },
        hint: { zh: `写 ${issue.maximum} 或更小的数。`, en: `Write ${issue.maximum} or less.` },
      };
    default:
      return {
        message: { zh: `${name.zh}无效：${shown.zh}`, en: `${name.en} is not valid: ${shown.en}` },
        hint: { zh: `原因：${issue.message}`, en: `Reason: ${issue.message}` },
      };
  }
}

/** The hint for a document number that is right but for small letters. */
function capitals(expected: Bilingual, given: unknown): Bilingual | undefined {
  const number = String(given).toUpperCase();
  if (expected !== formats['number'] || !documentNumber.safeParse(number).success) return undefined;
  return { zh: `字母要大写：${number}。`, en: `Write capital letters: ${number}.` };
}

function shownValue(given: unknown): Bilingual {
  if (given === null) return { zh: '空值', en: 'empty' };
  if (Array.isArray(given)) return { zh: '列表', en: 'a list' };
  if (typeof given === 'object') return { zh: '键值对', en: 'a mapping' };
  const text = typeof given === 'string' ? `“${given}”` : ` ${String(given)}`;
  return { zh: text, en: text.trim() };
}

/** What the innermost entry of a list on a path is called, which says more than its number; empty if it has no name. */
function itemName(value: unknown, path: YamlPath): string {
  const index = path.findLastIndex((step) => typeof step === 'number');
  const item = valueAt(value, path.slice(0, index + 1)) as Record<string, unknown> | undefined;
  if (index < 0 || !item) return '';
  const name = item['name'] ?? item['title'] ?? item['id'] ?? item['number'] ?? item['document'];
  const text = name && typeof name === 'object' ? (name as Record<string, unknown>)['zh'] : name;
  return typeof text === 'string' ? text : '';
}

/** What to write for a key that is missing, as far as its schema says. */
function missingHint(schema: z.ZodType, path: YamlPath): Bilingual {
  const key = String(path.at(-1) ?? '');
  const own = schemaAt(schema, path);
  const inner = own && unwrap(own);
  const expected = formats[own?.safeParse('').error?.issues[0]?.message ?? ''];
  const wanted =
    inner instanceof z.ZodEnum
      ? { zh: `可用：${inner.options.join('、')}`, en: `allowed: ${inner.options.join(', ')}` }
      : inner instanceof z.ZodArray
        ? { zh: '值为列表', en: 'its value is a list' }
        : expected && { zh: `值${expected.zh}`, en: `its value ${expected.en}` };
  return {
    zh: `补上键“${key}”${wanted ? `，${wanted.zh}` : ''}。误删的用 git 恢复。`,
    en: `Add the key “${key}”${wanted ? `; ${wanted.en}` : ''}. Restore what was deleted by mistake from git.`,
  };
}

/** What to do about a key without a value: not every key may be left out, and not every list be empty. */
function emptyHint(schema: z.ZodType, path: YamlPath): Bilingual {
  const key = path.at(-1);
  const own = schemaAt(schema, path);
  if (typeof key !== 'string' || !own || own.safeParse(undefined).success) {
    return { zh: '写上值；不需要的就删除它。', en: 'Give it a value, or delete it if it is not needed.' };
  }
  if (own.safeParse([]).success) {
    return { zh: `没有内容的写成 ${key}: []。`, en: `If there is nothing to list, write ${key}: [].` };
  }
  return { zh: '写上值，这一项不能省略。', en: 'Give it a value: it cannot be left out.' };
}

function typeHint(expected: string, given: unknown, written: string): Bilingual {
  if (expected === 'string' && typeof given !== 'object') {
    return { zh: `加引号：'${written}'。`, en: `Put it in quotes: '${written}'.` };
  }
  return typeHints[expected] ?? { zh: '改正它的类型。', en: 'Correct its type.' };
}
