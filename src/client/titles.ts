/** Knows the titles: ranks targets by number, title and keywords, and corrects the spelling of a query by them. */
import type { SearchIndex, SearchTarget, TargetKind } from '../views/search-targets.ts';
import type { Elsewhere } from './full-text.ts';
import { planQuery, weakWeight, type QueryPlan, type Term } from './query.ts';
import { compact, contains, nearest, normalise, wording, type Wording } from './spelling.ts';

export interface TitleHit {
  target: SearchTarget;
  /** 0–100 for words, above for numbers. */
  score: number;
  /** The page whose title or number was found: of the target or of a part. None if only keywords or words were. */
  path?: string | undefined;
}

/** How well a target answers. */
const scores = {
  /**
   * The query is a number and nothing else: its target, the documents that meet it, the others that have to do with it
   * (its record forms, work instructions, the manual …), what stands below it.
   */
  number: 200,
  meets: 150,
  concerns: 130,
  below: 120,
  /** A number beside words. */
  numberAndWords: 98,
  meetsAndWords: 60,
  /** The phrase and the title. */
  title: 100,
  titleButEnding: 94,
  titleBegins: 88,
  titleHolds: 84,
  /** The phrase and a keyword. */
  keyword: 82,
  keywordHolds: 74,
  phraseHolds: 66,
  /** All words somewhere in titles and keywords. */
  words: 76,
};

/** A hit at or above this answers the query: nothing needs to be guessed. */
const sure = 60;
/** Another word for the same thing counts a little less. */
const otherWord = 0.9;
/** Who gives the title of a clause mostly wants the document that meets it: clauses are looked up by number. */
const clauseTitle = 0.93;
/** Of the weight of the words of a query, a target must hold this share. */
const neededShare = 0.6;
/** An ordinary word stands in one of so many titles. */
const ordinary = 10;

/** Where scores are level, what explains most comes first. */
const priority: Record<TargetKind, number> = {
  procedure: 5,
  policy: 4,
  plan: 4,
  instruction: 3,
  role: 3,
  clause: 2,
  form: 2,
  manual: 2,
  department: 2,
  matrix: 1,
  rule: 1,
};

/** What people call a thing of each kind: 变更表单 is a form about 变更, whatever its title. */
const kindWords: Record<TargetKind, readonly string[]> = {
  manual: ['手册', 'manual'],
  policy: ['方针', '策略', '政策', 'policy'],
  procedure: ['程序', '流程', '制度', '规定', 'procedure', 'process'],
  instruction: ['作业指导书', '指导书', '规范', '指南', '步骤', 'instruction', 'guide'],
  plan: ['计划', '方案', 'plan'],
  form: ['表', '单', '表单', '表格', '记录', '模板', 'form', 'record', 'template'],
  matrix: ['矩阵', 'matrix'],
  role: ['角色', '岗位', '职责', '职权', 'role', 'duties', 'responsibilities'],
  department: ['部门', 'department'],
  clause: ['条款', '标准', '要求', 'clause', 'requirement', 'requirements'],
  rule: [],
};

/** The endings of titles that people leave out. */
const endings =
  /(管理程序|控制程序|程序|作业指导书|指导书|管理规范|规范|策略|模板|管理| (management|control|policy|plan|template))$/;

interface Prepared {
  target: SearchTarget;
  titles: string[];
  words: { text: string; path?: string }[];
  /** Titles and words in one text. */
  all: string;
}

const preparedIndexes = new WeakMap<SearchIndex, Prepared[]>();

function prepare(index: SearchIndex): Prepared[] {
  const known = preparedIndexes.get(index);
  if (known) return known;
  const list = index.targets.map((target): Prepared => {
    const titles = [target.zh, target.en].flatMap((title) => [title, title.replace(/ ?[（(].*?[）)]/g, '')]);
    const words = [
      ...target.words.map((word) => ({ text: spelled(word) })),
      ...(target.parts ?? []).map(({ title, path }) => ({ text: spelled(title), path })),
    ];
    const all = [...titles.map(spelled), ...words.map(({ text }) => text)];
    return { target, titles: [...new Set(titles.map(spelled))], words, all: all.join('\n') };
  });
  preparedIndexes.set(index, list);
  return list;
}

/** Whether a word stands in a title or keyword. */
export function knowsWord(index: SearchIndex, word: string): boolean {
  return prepare(index).some(({ all }) => contains(all, word));
}

function spelled(text: string): string {
  return compact(normalise(text));
}

/**
 * Targets whose number, title or keywords answer the query, best first.
 * @param elsewhere words of the query that are known to stand in texts, though in no title
 */
export function rankTitles(plan: QueryPlan, index: SearchIndex, elsewhere: Elsewhere = new Map()): TitleHit[] {
  const terms = weigh(plan.terms, prepare(index), elsewhere);
  const rules = (index.rules ?? []).filter(({ id }) => plan.numbers.includes(id));
  const hits = prepare(index)
    .map((item): TitleHit => {
      const { target } = item;
      const answer = best([
        { score: numberScore(plan, target), path: target.path },
        phraseScore(plan, item),
        { score: plan.isExact ? 0 : wordScore(terms, item) },
      ]);
      return { target, ...answer, score: answer.score > 0 ? answer.score + priority[target.kind] / 10 : 0 };
    })
    .filter(({ score }) => score > 0);
  return [...hits, ...rules.map((target) => ({ target, score: scores.number, path: target.path }))].sort(
    (a, b) => b.score - a.score,
  );
}

type Answer = Pick<TitleHit, 'score' | 'path'>;

function best(answers: readonly Answer[]): Answer {
  return answers.reduce((first, next) => (next.score > first.score ? next : first), { score: 0 });
}

function numberScore({ numbers, isNumber }: QueryPlan, { id, meets = [], clauses = [] }: SearchTarget): number {
  const rank = numbers.indexOf(id);
  if (rank >= 0) return isNumber ? scores.number - rank : scores.numberAndWords;
  if (meets.some((clause) => numbers.includes(clause))) return isNumber ? scores.meets : scores.meetsAndWords;
  if (isNumber && clauses.some((clause) => numbers.includes(`clause:${clause}`))) return scores.concerns;
  const isBelow = (clause: string) => numbers.some((number) => clause.startsWith(`${number}.`));
  return isNumber && (isBelow(id) || meets.some(isBelow)) ? scores.below : 0;
}

function phraseScore({ phrases, variants }: QueryPlan, item: Prepared): Answer {
  const asked = phrases.at(-1);
  return best([
    // Only without its question words may a phrase say more than a keyword: 怎么申请 is not all of 年假怎么申请.
    ...phrases.map((phrase) => wordingScore(phrase, item, phrase === asked)),
    ...variants.map((variant) => {
      const { score, path } = wordingScore(variant, item, true);
      return { score: score * otherWord, path };
    }),
  ]);
}

function wordingScore(phrase: string, { target, titles, words }: Prepared, maySayMore: boolean): Answer {
  const bare = withoutKind(phrase, target.kind);
  const worth = target.kind === 'clause' ? clauseTitle : 1;
  return best([
    ...titles.map((title) => ({
      score: worth * Math.max(titleScore(phrase, title), titleScore(bare, title)),
      path: target.path,
    })),
    ...words.map(({ text, path }) => ({ score: keywordScore(phrase, text, maySayMore), path })),
  ]);
}

/** The phrase without the word for the kind at its end: `变更经理职责` is the role 变更经理. */
function withoutKind(phrase: string, kind: TargetKind): string {
  const ending = kindWords[kind].find((word) => phrase.endsWith(word) && phrase.length - word.length > 1);
  return ending ? phrase.slice(0, -ending.length).trim() : phrase;
}

function titleScore(phrase: string, title: string): number {
  if (title === phrase) return scores.title;
  const core = title.replace(endings, '');
  if (core.length > 1 && (phrase === core || phrase === `${core}管理`)) return scores.titleButEnding;
  if (!contains(title, phrase)) return 0;
  // Up to ten points less for what the phrase leaves unsaid.
  return (title.startsWith(phrase) ? scores.titleBegins : scores.titleHolds) - 10 * (1 - phrase.length / title.length);
}

function keywordScore(phrase: string, word: string, maySayMore: boolean): number {
  if (word === phrase) return scores.keyword;
  if (phrase.length > 2 && contains(word, phrase)) return scores.keywordHolds;
  // A short keyword in a long phrase says little: its words are weighed instead.
  const isMost = maySayMore && word.length > 2 && 2 * word.length >= phrase.length;
  return isMost && contains(phrase, word) ? scores.phraseHolds : 0;
}

interface Weighed {
  term: Term;
  weight: number;
}

/** Rare words count more than common ones, weak words less. */
function weigh(terms: readonly Term[], list: readonly Prepared[], elsewhere: Elsewhere): Weighed[] {
  const holders = (words: readonly string[]) =>
    list.filter(({ all }) => words.some((word) => contains(all, word))).length;
  return terms.map(({ text, alternatives, weak }, at) => {
    // By a word of the texts only, documents are not told apart: it counts no more than an ordinary word of titles.
    const inTexts = elsewhere.has(text) ? Math.max(elsewhere.get(text)!, list.length / ordinary) : 0;
    const unknown = weak ? list.length : 0;
    const count = holders([text]) || inTexts || holders(alternatives) || unknown;
    return { term: terms[at]!, weight: Math.log(1 + list.length / (count + 0.5)) * (weak ? weakWeight : 1) };
  });
}

function wordScore(terms: readonly Weighed[], item: Prepared): number {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return 0;
  const worths = terms.map(({ term, weight }) => ({ term, weight, worth: worthOf(term, item) }));
  const held = worths.reduce((sum, { weight, worth }) => sum + (worth > 0 ? weight : 0), 0);
  if (held / total < neededShare) return 0;
  const share = worths.reduce((sum, { weight, worth }) => sum + weight * worth, 0) / total;
  // Up to three points more for a title that says little else.
  const said = (title: string) =>
    terms.reduce((sum, { term }) => sum + (contains(title, term.text) ? term.text.length : 0), 0) / title.length;
  return scores.words * share + 3 * Math.min(1, Math.max(...item.titles.map(said)));
}

/** How well a target holds a word, 0–1. */
function worthOf({ text, alternatives }: Term, { target, titles, all }: Prepared): number {
  const inTitle = (word: string) => titles.some((title) => contains(title, word));
  if (inTitle(text)) return 1;
  if (contains(all, text)) return 0.92;
  if (alternatives.some(inTitle)) return 0.9;
  if (kindWords[target.kind].includes(text)) return 0.8;
  return alternatives.some((word) => contains(all, word)) ? 0.8 : 0;
}

/** The query as it was probably meant, if titles do not know it as it is written: `配制管理`, `incidnet`. */
export function correctSpelling(plan: QueryPlan, index: SearchIndex): QueryPlan | undefined {
  if (plan.isNumber || plan.isExact || (rankTitles(plan, index)[0]?.score ?? 0) >= sure) return undefined;
  const written = plan.phrases.at(-1) ?? '';
  const wordings = wordingsOf(index);
  const meant = written.replace(/[a-z]{4,}|\p{Script=Han}{4,}/gu, (run) =>
    wordings.some(({ text }) => contains(text, run)) ? run : (nearest(run, wordings) ?? run),
  );
  return meant === written ? undefined : planQuery(meant, index);
}

const wordingsOfIndexes = new WeakMap<SearchIndex, Wording[]>();

/** All titles, keywords and words of the glossary, and how they sound. */
function wordingsOf(index: SearchIndex): Wording[] {
  const known = wordingsOfIndexes.get(index);
  if (known) return known;
  const texts = prepare(index).flatMap(({ titles, words }) => [...titles, ...words.map(({ text }) => text)]);
  const all = new Set([...texts, ...index.synonyms.flat().map(spelled)]);
  const wordings = [...all].map(wording);
  wordingsOfIndexes.set(index, wordings);
  return wordings;
}
