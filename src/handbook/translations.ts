/** Translations stand where their language and number say, and there is one of a document in each language. */
import { basename, dirname } from 'node:path';
import type { Fault } from './finding.ts';
import type { Translation } from './graph.ts';

/**
 * Of several translations of one document into one language the one in the right place counts; which of them readers
 * saw was chance.
 * @returns the translations that count, and what is wrong with the places of all
 */
export function placedTranslations(all: readonly Translation[]): { translations: Translation[]; faults: Fault[] } {
  const counted = new Map<string, Translation>();
  const faults: Fault[] = [];
  for (const translation of all.toSorted((a, b) => Number(isPlaced(b)) - Number(isPlaced(a)))) {
    const key = placeOf(translation);
    const first = counted.get(key);
    if (first) faults.push(doubled(translation, first));
    else counted.set(key, translation);
    if (!first && !isPlaced(translation)) faults.push(misplaced(translation));
  }
  return { translations: [...counted.values()], faults };
}

/** `en/HC-ITSM-A-02.mdx` */
function placeOf({ data }: Translation): string {
  return `${data.language}/${data.translates}.mdx`;
}

function isPlaced(translation: Translation): boolean {
  const { file } = translation.source;
  return `${basename(dirname(file))}/${basename(file)}` === placeOf(translation);
}

function doubled({ data, source }: Translation, first: Translation): Fault {
  return {
    rule: 'SRC-06',
    ...source.place(['translates']),
    document: data.translates,
    message: {
      zh: `${data.translates} 已有 ${data.language} 译文：${first.source.file}`,
      en: `There is a translation of ${data.translates} into ${data.language} already: ${first.source.file}`,
    },
    hint: {
      zh: '只保留一份：把两份合并到那个文件中，删除这一个；编号或语言写错的，改正 translates 或 language。',
      en: 'Keep one: merge the two into that file and delete this one; if number or language is wrong, correct translates or language.',
    },
  };
}

function misplaced(translation: Translation): Fault {
  const { data, source } = translation;
  const folder = basename(dirname(source.file));
  const isWrongFolder = folder !== data.language;
  return {
    rule: 'SRC-06',
    ...source.place([isWrongFolder ? 'language' : 'translates']),
    document: data.translates,
    message: isWrongFolder
      ? {
          zh: `译文的语言是 ${data.language}，却放在文件夹 translations/${folder} 中`,
          en: `The translation is in ${data.language} and stands in the folder translations/${folder}`,
        }
      : {
          zh: `译文的文件名“${basename(source.file)}”与原文编号 ${data.translates} 不一致`,
          en: `The translation of ${data.translates} is named “${basename(source.file)}”`,
        },
    hint: {
      zh: `移到 translations/${placeOf(translation)}；${isWrongFolder ? '语言写错的，改正 language' : '编号写错的，改正 translates'}。`,
      en: `Move it to translations/${placeOf(translation)}; if ${isWrongFolder ? 'the language is wrong, correct language' : 'the number is wrong, correct translates'}.`,
    },
  };
}
