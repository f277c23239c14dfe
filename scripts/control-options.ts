/** Options and words that the commands of document control share. */
import type { Bilingual } from '../src/schema/primitives.ts';
import { dayMistake, type Mistake, type Option } from './arguments.ts';

/** An option that takes a day. */
export function dayOption(name: string, help: Bilingual): Option {
  return { type: 'string', value: 'DAY', check: (value) => dayMistake(`--${name}`, value), help };
}

/** An option that takes the id of a person. */
export function personOption(help: Bilingual): Option {
  return { type: 'string', value: 'PERSON', help };
}

/** An option that takes a text. */
export function textOption(help: Bilingual): Option {
  return { type: 'string', value: 'TEXT', check: notEmpty, help };
}

function notEmpty(value: string): Mistake | undefined {
  if (value.trim()) return undefined;
  return {
    text: { zh: '内容是空的', en: 'The text is empty' },
    hint: { zh: '写上内容，用引号括起来。', en: 'Write a text, in quotes.' },
  };
}

/** `B-24,B-25` → its items. */
export function listOf(text: string | undefined): string[] {
  return (text ?? '').split(/[,，、;；\s]+/).filter(Boolean);
}

/** The command needs one number. */
export function oneNumberNeeded(command: string): Mistake {
  return {
    text: { zh: '请给出一个文件编号', en: 'Give the number of one document' },
    hint: {
      zh: `例如 npm run handbook -- ${command} HC-ITSM-B-21`,
      en: `For example npm run handbook -- ${command} HC-ITSM-B-21`,
    },
  };
}

/** An option that the command cannot do without was left out. */
export function optionNeeded(option: string, what: Bilingual, command: string): Mistake {
  return {
    text: { zh: `缺少 --${option}：${what.zh}`, en: `--${option} is missing: ${what.en}` },
    hint: { zh: `用法见 npm run handbook -- ${command} --help`, en: `See npm run handbook -- ${command} --help` },
  };
}
