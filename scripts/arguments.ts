/** The words after a command → its options and other words, or what is wrong with them. */
import { parseArgs } from 'node:util';
import { nearest } from '../src/handbook/suggest.ts';
import { isDay, type Bilingual } from '../src/schema/primitives.ts';

/** What the user wrote wrongly, and what to do about it. */
export interface Mistake {
  text: Bilingual;
  hint: Bilingual;
}

export interface Option {
  type: 'string' | 'boolean';
  /** Shown after the name in the help: `DIR`. */
  value?: string;
  /** The only values that are allowed; they stand in the help in place of `value`. */
  choices?: readonly string[];
  /** Judges a value. */
  check?: (value: string) => Mistake | undefined;
  /** The words that follow belong to it, too; they are joined by blanks. */
  list?: true;
  default?: string | boolean;
  help: Bilingual;
}

export interface Arguments {
  values: Record<string, string | boolean | undefined>;
  positionals: string[];
}

/**
 * Reads the words after a command; options that are left out have their default.
 * @param command its name, for the hints
 * @param positionals whether words are allowed that belong to no option
 */
export function readArguments(
  words: readonly string[],
  { command, options, positionals }: { command: string; options: Record<string, Option>; positionals: boolean },
): Arguments | Mistake {
  const known = Object.fromEntries(Object.entries(options).map(([name, { type }]) => [name, { type }]));
  // Without `strict` nothing is thrown: what Node would say about a mistake is English and names no way out.
  const { tokens } = parseArgs({ args: [...words], options: known, strict: false, tokens: true });
  const read: Arguments = { values: {}, positionals: [] };
  let list: string | undefined;
  for (const token of tokens) {
    if (token.kind === 'positional') {
      if (list !== undefined) {
        read.values[list] += ` ${token.value}`;
        continue;
      }
      if (!positionals) return unexpected(token.value, command);
      read.positionals.push(token.value);
    } else if (token.kind === 'option') {
      const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
      if (!option || token.rawName !== `--${token.name}`) return unknown(token.rawName, options, command);
      const mistake = mistakeIn(token.rawName, option, token.value, token.inlineValue ?? false, command);
      if (mistake) return mistake;
      read.values[token.name] = option.type === 'boolean' ? true : token.value;
      list = option.list ? token.name : undefined;
    }
  }
  for (const [name, option] of Object.entries(options)) read.values[name] ??= option.default;
  return read;
}

/** What is wrong with the value of an option, if anything. */
function mistakeIn(
  name: string,
  { type, choices, check }: Option,
  value: string | undefined,
  isInline: boolean,
  command: string,
): Mistake | undefined {
  if (type === 'boolean') {
    if (value === undefined) return undefined;
    return {
      text: { zh: `${name} 后面不能有值`, en: `${name} takes no value` },
      hint: { zh: `只写 ${name}。`, en: `Write just ${name}.` },
    };
  }
  if (value === undefined || (!isInline && value.startsWith('--'))) {
    return { text: { zh: `${name} 缺少值`, en: `${name} needs a value` }, hint: helpHint(command) };
  }
  if (choices && !choices.includes(value)) {
    return {
      text: { zh: `${name} 没有“${value}”这个值`, en: `There is no ${name} “${value}”` },
      hint: orAll(nearest(value, choices), { zh: choices.join('、'), en: choices.join(', ') }),
    };
  }
  return check?.(value);
}

function unexpected(word: string, command: string): Mistake {
  return { text: { zh: `不知道“${word}”是什么`, en: `“${word}” means nothing here` }, hint: helpHint(command) };
}

function unknown(name: string, options: Record<string, Option>, command: string): Mistake {
  const near = nearest(
    name,
    Object.keys(options).map((option) => `--${option}`),
  );
  const help = helpHint(command);
  return {
    text: { zh: `没有选项“${name}”`, en: `There is no option “${name}”` },
    hint: near ? { zh: `是否想写 ${near}？${help.zh}`, en: `Did you mean ${near}? ${help.en}` } : help,
  };
}

function helpHint(command: string): Bilingual {
  const help = ['npm run handbook --', command, '--help'].filter(Boolean).join(' ');
  return { zh: `用法见 ${help}`, en: `See ${help}` };
}

/** What to do about a word that does not exist: the one that was probably meant, and all there are. */
export function orAll(near: string | undefined, all: Bilingual): Bilingual {
  return {
    zh: `${near ? `是否想写 ${near}？` : ''}可用：${all.zh}。`,
    en: `${near ? `Did you mean ${near}? ` : ''}Allowed: ${all.en}.`,
  };
}

/** An option that takes a port of this machine. */
export function portOption(port: string): Option {
  return {
    type: 'string',
    value: 'PORT',
    default: port,
    help: { zh: '端口', en: 'port' },
    check: (value) =>
      /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535
        ? undefined
        : {
            text: { zh: `端口“${value}”不对`, en: `There is no port “${value}”` },
            hint: { zh: '写 1 至 65535 的整数。', en: 'Write a whole number from 1 to 65535.' },
          },
  };
}

/** Judges a day given for an option, by the name of the option or the variable. */
export function dayMistake(name: string, value: string): Mistake | undefined {
  if (isDay(value)) return undefined;
  const [, year, month, date] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(value) ?? [];
  const meant = year && `${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}`;
  if (meant && isDay(meant)) {
    return {
      text: { zh: `${name} 的日期“${value}”写法不对`, en: `${name} ${value} is not how a day is written` },
      hint: { zh: `写作 ${meant}。`, en: `Write it as ${meant}.` },
    };
  }
  return {
    text: { zh: `${name} 的日期“${value}”不存在`, en: `${name} ${value} is no existing day` },
    hint: { zh: '写作 2026-03-01。', en: 'Write it as 2026-03-01.' },
  };
}
