/** What every subcommand of `handbook` is made of: options, help, language, exit codes. */
import { usualFolder } from '../src/control/call.ts';
import type { Changes } from '../src/control/plan.ts';
import { shownPath } from '../src/handbook/read-folder.ts';
import { today } from '../src/handbook/today.ts';
import type { Bilingual } from '../src/schema/primitives.ts';
import { dayMistake, readArguments, type Arguments, type Mistake, type Option } from './arguments.ts';
import { Busy, changing, settled } from './changes.ts';
import { readingsOf } from './readings.ts';

/** 0 clean · 1 findings or a refused action · 2 wrong usage · 3 the environment. */
export const exit = { clean: 0, refused: 1, usage: 2, environment: 3 } as const;

export type Language = 'zh' | 'en';

export interface Context extends Arguments {
  content: string;
  asOf: string;
  language: Language;
  say: (text: Bilingual) => void;
}

export interface Command {
  name: string;
  /** After the name in the usage line: `<number>`. */
  positionals?: string;
  summary: Bilingual;
  /** How it is mostly used: the words after its name. */
  example?: Bilingual;
  options: Record<string, Option>;
  /** @returns the exit code */
  run: (context: Context) => Promise<number>;
}

export const languageOption: Option = {
  type: 'string',
  choices: ['zh', 'en'],
  help: { zh: '信息的语言', en: 'language of messages' },
};

export const helpOption: Option = { type: 'boolean', help: { zh: '显示本帮助', en: 'show this help' } };

const commonOptions: Record<string, Option> = {
  content: {
    type: 'string',
    value: 'DIR',
    default: usualFolder,
    help: { zh: '手册内容所在的文件夹', en: 'folder of the handbook' },
  },
  'as-of': {
    type: 'string',
    value: 'YYYY-MM-DD',
    check: (value) => dayMistake('--as-of', value),
    help: { zh: '按哪一天判断现行有效（默认今天）', en: 'the day for which “in force” is judged (today)' },
  },
  lang: languageOption,
  help: helpOption,
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
  const read = readArguments(argv, {
    command: command.name,
    options: { ...command.options, ...commonOptions },
    positionals: command.positionals !== undefined,
  });
  if ('text' in read) return misused(language, read);
  const { values, positionals } = read;
  if (values['help']) {
    process.stdout.write(`${helpText(command, language)}\n`);
    return exit.clean;
  }
  const asOf = (values['as-of'] as string | undefined) ?? (process.env['HANDBOOK_AS_OF'] || today());
  const mistake = dayMistake('HANDBOOK_AS_OF', asOf);
  if (mistake) return misused(language, mistake);
  const content = values['content'] as string;
  await waitUntilSettled(content, language);
  const keepReadings = readingsOf(content, command.name);
  const code = await command.run({
    content,
    asOf,
    language,
    values,
    positionals,
    say: (text) => process.stdout.write(`${text[language]}\n`),
  });
  keepReadings();
  return code;
}

/** What a command that was killed, or one that is running, has half moved is whole before anything is read. */
export async function waitUntilSettled(content: string, language: Language): Promise<void> {
  if (await settled(content)) return;
  complain(
    language,
    {
      zh: `${content} 中有一次写入没有完成，也无法在这里补完；下面看到的可能一半是旧的、一半是新的`,
      en: `A change of ${content} was left half made and cannot be finished here: what follows may be half old, half new`,
    },
    {
      zh: '检查文件夹能否写入、另一个命令是否还在运行，然后再运行一次。',
      en: 'See whether the folder can be written to and whether another command still runs, then try again.',
    },
  );
}

/** Says what the user wrote wrongly. @returns the exit code */
export function misused(language: Language, { text, hint }: Mistake): number {
  complain(language, text, hint);
  return exit.usage;
}

/**
 * Runs an action that writes to a folder ({@link changing}), or says that another command is at it.
 * @param busy what to say then
 * @returns the exit code of the action, or that of the refusal
 */
export async function unlessBusy(
  folder: string,
  language: Language,
  action: (write: (changes: Changes) => void) => Promise<number>,
  busy: (error: Busy) => Mistake = beingWritten,
): Promise<number> {
  try {
    return await changing(folder, action);
  } catch (error) {
    if (!(error instanceof Busy)) throw error;
    const { text, hint } = busy(error);
    complain(language, text, hint);
    return exit.refused;
  }
}

function beingWritten({ process: other, file }: Busy): Mistake {
  return {
    text: {
      zh: `另一个命令（进程 ${other}）正在写入这个手册，没有写任何文件`,
      en: `Another command (process ${other}) is writing to this handbook; nothing was written`,
    },
    hint: {
      zh: `等它结束后再试；确知没有这样的命令，就删除 ${shownPath(file)}，再试一次。`,
      en: `Try again when it has finished; if you are sure that there is none, delete ${shownPath(file)} and try again.`,
    },
  };
}

/** The help of one command. */
export function helpText(command: Command, language: Language): string {
  const options = { ...command.options, ...commonOptions };
  const rows = Object.entries(options).map(([name, option]): [string, string] => [
    ['--' + name, option.choices?.join('|') ?? option.value].filter(Boolean).join(' '),
    `${option.help[language]}${typeof option.default === 'string' && option.default ? ` (${option.default})` : ''}`,
  ]);
  const width = Math.max(...rows.map(([name]) => name.length));
  const call = `npm run handbook -- ${command.name}`;
  const example = command.example?.[language];
  return [
    `${call} ${command.positionals ?? ''}`.trim(),
    '',
    command.summary[language],
    ...(example === undefined ? [] : [`${language === 'zh' ? '例：' : 'Example: '}${call} ${example}`]),
    '',
    ...rows.map(([name, help]) => `  ${name.padEnd(width)}  ${help}`),
  ].join('\n');
}
