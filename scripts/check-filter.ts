/** Some of the findings of a check: those of the documents and rules that are named. */
import { catalogue } from '../src/checks/catalogue.ts';
import type { Finding } from '../src/handbook/finding.ts';
import type { Library } from '../src/handbook/open.ts';
import { nearest } from '../src/handbook/suggest.ts';
import type { Mistake } from './arguments.ts';
import { wholeNumber } from './whole-number.ts';

export interface Filter {
  /** Numbers; none for all documents. */
  documents: string[];
  /** Ids; none for all rules. */
  rules: string[];
}

/** `b-21 map-01` → what is to be shown, or the word that is neither a document nor a rule. */
export function filterOf(library: Library, words: readonly string[]): Filter | Mistake {
  const filter: Filter = { documents: [], rules: [] };
  for (const word of words) {
    const number = wholeNumber(library, word);
    if (catalogue.has(word.toUpperCase())) filter.rules.push(word.toUpperCase());
    else if (isKnown(library, number)) filter.documents.push(number);
    else return unknown(library, word);
  }
  return filter;
}

/** True for what was asked for: of one of the documents, and of one of the rules. */
export function passes({ documents, rules }: Filter, { document, file, rule }: Finding): boolean {
  if (rules.length && !rules.includes(rule)) return false;
  const names = file.split('/').map((name) => name.replace(/\.\w+$/, ''));
  return !documents.length || documents.some((number) => document === number || names.includes(number));
}

function isKnown({ working, releases }: Library, number: string): boolean {
  return (
    working.documents.has(number) ||
    working.unreadable.has(number) ||
    releases.some((release) => release.number === number)
  );
}

function unknown({ working }: Library, word: string): Mistake {
  const near = nearest(word, [...catalogue.keys(), ...working.documents.keys()]);
  return {
    text: { zh: `“${word}”既不是文件编号，也不是规则`, en: `“${word}” is neither a document nor a rule` },
    hint: near
      ? { zh: `是否想写 ${near}？`, en: `Did you mean ${near}?` }
      : {
          zh: '写文件编号（如 B-21）或规则（如 MAP-01），都不写就检查全部。',
          en: 'Write the number of a document (B-21) or a rule (MAP-01), or nothing for all of them.',
        },
  };
}
