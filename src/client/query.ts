/** Understands a query: its phrases, its words, and other words for the same thing. */
import type { SearchIndex } from '../views/search-targets.ts';
import { takeNumbers } from './numbers.ts';
import { compact, normalise, regionalWords } from './spelling.ts';

export interface Term {
  text: string;
  /** The word that the glossary prefers for it; the word itself if the glossary says nothing. */
  preferred: string;
  /** All other words for the same thing, the preferred one first. */
  alternatives: readonly string[];
  /** Says little about the subject: `申请`, `办理`, a single character. */
  weak: boolean;
}

export interface QueryPlan {
  /** The query in one spelling, see {@link normalise}. */
  text: string;
  /** Ids of targets whose number is written in the query, the best first. */
  numbers: string[];
  /** True if the query is a number and nothing else, found or not. */
  isNumber: boolean;
  /** True if the query stands in quotation marks: only what holds it word for word is wanted. */
  isExact: boolean;
  /** The query without its numbers: as written and, if that differs, without question words. */
  phrases: string[];
  terms: Term[];
  /** The phrase in other words, likely ones first, and other spellings of it. */
  variants: string[];
}

/** How people ask: these say nothing about the subject, wherever they stand. */
const questions = new RegExp(
  [
    '怎么办|怎么样|怎么|怎样|如何|请问|为什么|是什么|什么时候|什么地方|什么|哪些|哪个|哪里|哪儿|哪位|几个|多久|多长时间|多少',
    '有没有|能不能|可不可以|是不是|要不要|由谁|找谁|谁来|谁|负责什么|负责哪些|做什么|干什么|想要|我想|我要',
  ].join('|'),
  'g',
);

const words = (list: string) => new Set(list.split(' '));

/** Words that carry no meaning when they stand alone: `有` is one, but not in `有效版本`. */
const fillers = words(
  '我 我们 你 您 的 地 得 了 吗 呢 吧 啊 着 过 有 要 想 是 会 能 该 应 应该 可以 可 需要 必须 把 被 给 让 请 就 都 也 还 再 又 去 来 到 走 ' +
    '后 时 时候 之后 以后 一下 一次 次 个 每 各 那 那么 这 这个 自己 别人 大家 已经 没 没有 快 太 很 说 前 里 做 找 看 查 填 用 ' +
    'how do does did i we you my our what which who whom where when why is are was can could may must should need please',
);

/** Words that tie others together: part of a phrase, but no search words. */
const ties = words(
  '和 与 及 以及 及其 或 或者 在 对 为 从 由 等 并 并且 于 and or of the to a an in for on at by with from',
);

/** What any document is called and what people do with it: counts less than what it is about. */
const weakWords = words(
  '流程 制度 规定 表格 表单 步骤 材料 申请 办理 处理 批准 审批 提交 上交 填写 填报 查看 看到 找到 使用 进行 准备 负责 公司 部门 员工 人员 工作 相关 情况 方面',
);

/** What a weak word counts beside one that says something. */
export const weakWeight = 0.4;

/** More variants than these cost time and find nothing new. */
const maximumVariants = 8;
/** No word of a glossary has more pieces than these. */
const maximumPieces = 8;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** A text cut into words by the browser’s dictionary, for Pagefind, which cuts only where the page is in Chinese. */
export function spaced(text: string): string {
  const pieces = [...segmenter.segment(text)].map(({ segment }) => segment.trim());
  return pieces.filter(Boolean).join(' ');
}

/** Reads a query. Nothing is looked up but numbers and the glossary. */
export function planQuery(query: string, index: SearchIndex): QueryPlan {
  const text = normalise(query);
  const isExact = /^"[^"]+"$/.test(text);
  const { numbers, rest, isNumber } = isExact ? { numbers: [], rest: text, isNumber: false } : takeNumbers(text, index);
  const bare = rest.replaceAll('"', ' ').replace(/\s+/g, ' ').trim();
  const asked = isExact ? bare : withoutQuestion(bare) || bare;
  const terms = termsOf(asked, groupsOf(index));
  return {
    text,
    numbers,
    isNumber,
    isExact,
    phrases: bare ? [...new Set([compact(bare), compact(asked)])] : [],
    terms,
    variants: isExact ? [] : variantsOf(asked, terms),
  };
}

function withoutQuestion(text: string): string {
  const pieces = [...segmenter.segment(text.replace(questions, ' '))].map(({ segment }) => segment);
  return (
    pieces
      // The dictionary takes some verbs together with 了: 满了.
      .map((piece) => (fillers.has(piece) ? ' ' : piece.replace(/^(\p{Script=Han}+)了$/u, '$1')))
      .join('')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

/** The words of a phrase: those of the glossary whole, the rest cut by the browser’s dictionary. */
function termsOf(phrase: string, groups: ReadonlyMap<string, Group>): Term[] {
  const pieces = [...segmenter.segment(phrase)];
  const terms = new Map<string, Term>();
  for (let at = 0; at < pieces.length;) {
    const length = piecesOfWord(pieces, at, groups);
    const text = joined(pieces.slice(at, at + length));
    if ((length > 1 || pieces[at]!.isWordLike) && !isEmpty(text)) {
      const weak = weakWords.has(text) || /^\p{Script=Han}$/u.test(text);
      terms.set(text, { text, ...(groups.get(text) ?? { preferred: text, alternatives: [] }), weak });
    }
    at += length;
  }
  return [...terms.values()];
}

/** How many of the dictionary’s pieces make a word, from one on. */
function piecesOfWord(pieces: readonly Intl.SegmentData[], from: number, groups: ReadonlyMap<string, Group>): number {
  const known = knownPieces(pieces, from, groups);
  if (known > 0) return known;
  // A word that the dictionary does not know falls into single characters: 误 删. U盘 is one word, too.
  const isSingle = ({ segment }: Intl.SegmentData) => /^(\p{Script=Han}|[a-z])$/u.test(segment) && !isEmpty(segment);
  let to = from;
  while (to < pieces.length && isSingle(pieces[to]!) && knownPieces(pieces, to, groups) === 0) to += 1;
  return Math.max(1, to - from);
}

/** How many pieces make the longest word of the glossary that begins with one; 0 if there is none. */
function knownPieces(pieces: readonly Intl.SegmentData[], from: number, groups: ReadonlyMap<string, Group>): number {
  let length = Math.min(maximumPieces, pieces.length - from);
  while (length > 0 && !groups.has(joined(pieces.slice(from, from + length)))) length -= 1;
  return length;
}

function isEmpty(word: string): boolean {
  return ties.has(word) || fillers.has(word);
}

function joined(pieces: readonly { segment: string }[]): string {
  return pieces.map(({ segment }) => segment).join('');
}

type Group = Pick<Term, 'preferred' | 'alternatives'>;

const groupsOfIndex = new WeakMap<SearchIndex, Map<string, Group>>();

/** Word → its group in the glossary; words of other regions → the group of the word of the mainland. */
function groupsOf(index: SearchIndex): Map<string, Group> {
  const known = groupsOfIndex.get(index);
  if (known) return known;
  const groups = new Map<string, Group>();
  const add = (word: string, all: readonly string[]) => {
    const before = groups.get(word);
    groups.set(word, {
      preferred: before?.preferred ?? all[0] ?? word,
      alternatives: [...new Set([...(before?.alternatives ?? []), ...all.filter((other) => other !== word)])],
    });
  };
  for (const synonyms of index.synonyms) {
    const all = synonyms.map(normalise);
    for (const word of all) add(word, all);
  }
  // Words that the browser’s dictionary may not know stay whole, too: 服务器.
  for (const [, mainland] of regionalWords) add(mainland, [mainland]);
  for (const [word, mainland] of regionalWords) add(word, [mainland, ...(groups.get(mainland)?.alternatives ?? [])]);
  groupsOfIndex.set(index, groups);
  return groups;
}

/** The phrase with all words replaced by the preferred ones, then with one word replaced by each other. */
function variantsOf(phrase: string, terms: readonly Term[]): string[] {
  // An English word within a Chinese phrase is how nobody writes.
  const fits = (term: Term, word: string) => phrase === term.text || isEnglish(term.text) || !isEnglish(word);
  const preferred = terms.reduce(
    (text, term) => (fits(term, term.preferred) ? text.replace(term.text, term.preferred) : text),
    phrase,
  );
  const single = terms
    .flatMap((term) =>
      term.alternatives
        .filter((word) => fits(term, word))
        .map((word, rank) => ({ rank, text: phrase.replace(term.text, word) })),
    )
    .sort((a, b) => a.rank - b.rank)
    .map(({ text }) => text);
  const variants = new Set([preferred, ...single].map(compact));
  variants.delete(compact(phrase));
  return [...variants].slice(0, maximumVariants);
}

function isEnglish(word: string): boolean {
  return !/\p{Script=Han}/u.test(word);
}
