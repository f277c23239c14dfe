/** Characters that nobody sees, or that every computer shows in another way: most come along from Word. */
import type { Bilingual } from '../schema/primitives.ts';

/**
 * Controls, soft hyphens, characters without width, marks of direction, separators of lines, private use, and what stands
 * for something that was lost. Not the selectors of variants and the joiners of emoji and of scripts that need them.
 */
const invisible =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\uffff\p{Co}]|[\u{e0000}-\u{e007f}](?<![\u{1f3f4}\u{e0020}-\u{e007f}].)|[\u200c\u200d](?<=(?:^|[\p{Script=Han}\p{Script=Latin}\p{P}\p{N}\s]).)/gmu;

/** Blanks that look like any other and are none: a heading with one of them is not the heading that it looks like. */
const blanks = /[\xa0\u2000-\u200a\u202f\u205f]/gu;

const names: Record<string, Bilingual> = {
  '\x07': { zh: '控制字符 BEL', en: 'control character BEL' },
  '\x0b': { zh: '手动换行符', en: 'line break of Word' },
  '\x0c': { zh: '分页符', en: 'page break' },
  '\xad': { zh: '软连字符', en: 'soft hyphen' },
  '\u200b': { zh: '零宽空格', en: 'zero width space' },
  '\u200c': { zh: '零宽不连字', en: 'zero width non-joiner' },
  '\u200d': { zh: '零宽连字', en: 'zero width joiner' },
  '\u200e': { zh: '从左到右标记', en: 'left-to-right mark' },
  '\u200f': { zh: '从右到左标记', en: 'right-to-left mark' },
  '\u2028': { zh: '行分隔符', en: 'line separator' },
  '\u2029': { zh: '段分隔符', en: 'paragraph separator' },
  '\u2060': { zh: '零宽不换行连接符', en: 'word joiner' },
  '\ufeff': { zh: '字节顺序标记', en: 'byte order mark' },
  '\ufffc': { zh: '对象占位符', en: 'place of an object' },
  '\ufffd': { zh: '原来的字已丢失', en: 'the character that stood here was lost' },
};

const kinds: readonly [pattern: RegExp, name: Bilingual][] = [
  [/\p{Co}/u, { zh: '私用区字符', en: 'private use character' }],
  [/[\u061c\u202a-\u202e\u2066-\u2069]/u, { zh: '文字方向控制符', en: 'direction mark' }],
  [/\p{Cc}/u, { zh: '控制字符', en: 'control character' }],
];

/** All such characters in a text, with their offsets. */
export function invisibleIn(text: string): { character: string; index: number }[] {
  return [...text.matchAll(invisible)].map(({ 0: character, index }) => ({ character, index }));
}

/** `U+200B` */
export function codeOf(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** `U+200B（零宽空格）` */
export function nameOf(character: string): Bilingual {
  const name = names[character] ??
    kinds.find(([pattern]) => pattern.test(character))?.[1] ?? { zh: '看不见的字符', en: 'invisible character' };
  return { zh: `${codeOf(character)}（${name.zh}）`, en: `${codeOf(character)} (${name.en})` };
}

/** A text with all that could not be told apart shown by its code: `事件⟨U+200B⟩管理`. */
export function madeVisible(text: string): string {
  const shown = (character: string): string => `⟨${codeOf(character)}⟩`;
  return text.replace(invisible, shown).replace(blanks, shown);
}
