/** Understands a query: numbers in any usual spelling, phrases, words, and other words for the same thing. */
import type { SearchTarget } from '../views/search-targets.ts';

export interface QueryPlan {
  /** The query in one spelling: half-width, lower case, simplified characters. */
  text: string;
  /** Ids of targets whose number is written in the query. */
  numbers: string[];
  /** True if the query is a number and nothing else, found or not. */
  isNumber: boolean;
  /** The query without numbers and question words. */
  phrase: string;
  /** The words of the phrase. */
  words: string[];
  /** The phrase with glossary synonyms in place of each other, without the phrase itself. */
  variants: string[];
}

/** How people ask: these words say nothing about the subject. */
const questionWords =
  /怎么办|怎么样|怎么|如何|怎样|请问|为什么|是什么|什么|哪些|哪个|哪里|谁来|谁|吗|呢|想要|我想|想|有没有|有|要|提交|的|\bhow to\b|\bhow do i\b|\bwhat is\b|\bwho\b/g;
const stopWords = new Set([
  'and',
  'or',
  'of',
  'the',
  'to',
  'a',
  'an',
  'in',
  'for',
  'on',
  '和',
  '与',
  '及',
  '或',
  '在',
  '了',
  '是',
]);

/** One spelling for everything: full-width and half-width, upper and lower case, traditional and simplified. */
export function normalise(text: string, simplified: ReadonlyMap<string, string> = new Map()): string {
  return [...text.normalize('NFKC').toLowerCase()]
    .map((character) => simplified.get(character) ?? character)
    .join('')
    .replace(/[“”„‟"「」『』]/g, '"')
    .replace(/(?<=\d)[。．・·](?=\d)/g, '.')
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Words of a text: Chinese cut by the browser’s dictionary, Latin by spaces. */
export function wordsIn(text: string): string[] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return [...segmenter.segment(text)]
    .filter((segment) => segment.isWordLike)
    .map((segment) => segment.segment)
    .filter((word) => !stopWords.has(word));
}

/**
 * @param synonyms groups of words that mean the same
 * @param simplified traditional character → simplified one
 */
export function planQuery(
  query: string,
  targets: readonly SearchTarget[],
  synonyms: readonly (readonly string[])[],
  simplified?: ReadonlyMap<string, string>,
): QueryPlan {
  const text = normalise(query, simplified);
  const { numbers, rest, looksLikeNumber } = takeNumbers(text, targets);
  const bare = rest.replaceAll('"', ' ').trim();
  const asked = bare.replace(questionWords, ' ').replace(/\s+/g, ' ').trim();
  const phrase = asked || bare;
  return {
    text,
    numbers,
    isNumber: looksLikeNumber && bare === '',
    phrase,
    words: [...new Set(phrase.split(' ').flatMap(wordsIn))],
    variants: variantsOf(phrase, synonyms, simplified),
  };
}

/** `HC-ITSM-B-21` → hcitsmb21, itsmb21, b21: how people shorten a number. */
export function shortForms(number: string): string[] {
  const segments = number.toLowerCase().split('-');
  return segments.flatMap((segment, index) => (/^[a-z]/.test(segment) ? [segments.slice(index).join('')] : []));
}

function takeNumbers(text: string, targets: readonly SearchTarget[]) {
  const numbers: string[] = [];
  let looksLikeNumber = false;
  let rest = text;
  const clause = /(?:第|条款|clause)?\s*(?<![\w.-])(\d{1,2}(?:\.\d{1,2}){1,3})(?![\w-])\s*(?:条款|条)?/g;
  rest = rest.replace(clause, (whole, number: string) => {
    looksLikeNumber = true;
    const id = `clause:${number}`;
    if (targets.some((target) => target.id === id)) numbers.push(id);
    else return looksLikeClause(whole) ? ' ' : whole;
    return ' ';
  });
  const known = new Map<string, string>();
  for (const { id } of targets) if (!id.includes(':')) for (const form of shortForms(id)) known.set(form, id);
  rest = rest.replace(/(?<![\w])[a-z]{1,6}(?:-[a-z]+)*-?\d{1,3}(?:-\d{1,3})*(?![\w])/g, (whole) => {
    const id = known.get(whole.replaceAll('-', ''));
    if (id) {
      numbers.push(id);
      looksLikeNumber = true;
      return ' ';
    }
    // Written like a number of this handbook, but there is none: better nothing than something else.
    if (/^[a-z]+-[a-z]+-[a-z]-\d+/.test(whole)) {
      looksLikeNumber = true;
      return ' ';
    }
    return whole;
  });
  return { numbers, rest: rest.replace(/\s+/g, ' ').trim(), looksLikeNumber };
}

function looksLikeClause(text: string): boolean {
  return /第|条|clause/.test(text);
}

function variantsOf(
  phrase: string,
  synonyms: readonly (readonly string[])[],
  simplified?: ReadonlyMap<string, string>,
): string[] {
  const variants = new Set<string>();
  for (const group of synonyms) {
    const words = group.map((word) => normalise(word, simplified));
    // The longest word of the group that is in the phrase: “服务级别协议” before “协议”.
    const found = words.filter((word) => contains(phrase, word)).sort((a, b) => b.length - a.length)[0];
    if (!found) continue;
    for (const word of words) if (word !== found) variants.add(phrase.replace(found, word));
  }
  variants.delete(phrase);
  return [...variants].slice(0, 12);
}

/** Latin words only as whole words. */
function contains(phrase: string, word: string): boolean {
  if (!/^[a-z0-9 ]+$/.test(word)) return phrase.includes(word);
  return new RegExp(`(?<![a-z0-9])${word}(?![a-z0-9])`).test(phrase);
}
