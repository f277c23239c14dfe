/** What every subcommand of `handbook` is made of: options, help, language, exit codes. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Bilingual } from '../src/schema/primitives.ts';
import { isDay } from '../src/schema/primitives.ts';
import { today } from '../src/views/site.ts';

/** 0 clean · 1 findings or a refused action · 2 wrong usage · 3 the environment. */
export const exit = { clean: 0, refused: 1, usage: 2, environment: 3 } as const;

export type Language = 'zh' | 'en';

export interface Option {
  type: 'string' | 'boolean';
  /** Shown after the name in the help: `DIR`. */
  value?: string;
  default?: string | boolean;
  help: Bilingual;
}

export interface Context {
  content: string;
  asOf: string;
  language: Language;
  values: Record<string, string | boolean | undefined>;
  positionals: string[];
  say: (text: Bilingual) => void;
}

export interface Command {
  name: string;
  /** After the name in the usage line: `<number>`. */
  positionals?: string;
  summary: Bilingual;
  options: Record<string, Option>;
  /** @returns the exit code */
  run: (context: Context) => Promise<number>;
}

const commonOptions: Record<string, Option> = {
  content: {
    type: 'string',
    value: 'DIR',
    default: 'content',
    help: { zh: '手册内容所在的文件夹', en: 'folder of the handbook' },
  },
  'as-of': {
    type: 'string',
    value: 'YYYY-MM-DD',
    help: { zh: '按哪一天判断现行有效（默认今天）', en: 'the day for which “in force” is judged (today)' },
  },
  lang: { type: 'string', value: 'zh|en', help: { zh: '信息的语言', en: 'language of messages' } },
  help: { type: 'boolean', help: { zh: '显示本帮助', en: 'show this help' } },
};

/** Prints an error in the one shape that all have: what, and what to do. */
export function complain(language: Language, text: Bilingual, hint?: Bilingual): void {
  process.stderr.write(`${text[language]}\n${hint ? `→ ${hint[language]}\n` : ''}`);
}

/** The language of messages before a handbook is open: --lang, else the locale of the terminal, else Chinese. */
export function messageLanguage(argv: readonly string[]): Language {
  const index = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const given = index < 0 ? undefined : (argv[index]?.split('=')[1] ?? argv[index + 1]);
  if (given === 'en' || given === 'zh') return given;
  return /^en/i.test(process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '') ? 'en' : 'zh';
}

/** Parses the words after the command and runs it. */
export async function runCommand(command: Command, argv: string[]): Promise<number> {
  const language = messageLanguage(argv);
  const options = { ...command.options, ...commonOptions };
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({
      args: argv,
      options: Object.fromEntries(
        Object.entries(options).map(([name, option]) => [name, { type: option.type }]),
      ) as NonNullable<ParseArgsConfig['options']>,
      allowPositionals: command.positionals !== undefined,
    });
  } catch (error) {
    complain(
      language,
      { zh: `参数不对：${(error as Error).message}`, en: (error as Error).message },
      { zh: `用法见 npm run handbook -- ${command.name} --help`, en: `See npm run handbook -- ${command.name} --help` },
    );
    return exit.usage;
  }
  const values = parsed.values as Context['values'];
  if (values['help']) {
    process.stdout.write(`${helpText(command, language)}\n`);
    return exit.clean;
  }
  for (const [name, option] of Object.entries(options)) values[name] ??= option.default;
  const asOf = (values['as-of'] as string | undefined) ?? (process.env['HANDBOOK_AS_OF'] || today());
  if (!isDay(asOf)) {
    complain(
      language,
      { zh: `--as-of 的日期“${asOf}”不存在`, en: `--as-of ${asOf} is no existing day` },
      { zh: '写作 2026-03-01。', en: 'Write it as 2026-03-01.' },
    );
    return exit.usage;
  }
  return command.run({
    content: values['content'] as string,
    asOf,
    language,
    values,
    positionals: parsed.positionals,
    say: (text) => process.stdout.write(`${text[language]}\n`),
  });
}

/** The help of one command. */
export function helpText(command: Command, language: Language): string {
  const options = { ...command.options, ...commonOptions };
  const rows = Object.entries(options).map(([name, option]): [string, string] => [
    `--${name}${option.value ? ` ${option.value}` : ''}`,
    `${option.help[language]}${typeof option.default === 'string' ? ` (${option.default})` : ''}`,
  ]);
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    `npm run handbook -- ${command.name} ${command.positionals ?? ''}`.trim(),
    '',
    command.summary[language],
    '',
    ...rows.map(([name, help]) => `  ${name.padEnd(width)}  ${help}`),
  ].join('\n');
}
