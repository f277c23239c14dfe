/** The languages of the interface. Documents stay in the language in which they were written. */
import en from './en.ts';
import zh, { type Words } from './zh-CN.ts';

export type Language = 'zh-CN' | 'en';
export type { Words };

export const languages: readonly Language[] = ['zh-CN', 'en'];

/** The interface texts of a language. */
export function wordsOf(language: Language): Words {
  return language === 'en' ? en : zh;
}
