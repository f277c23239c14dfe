/** Ranks targets by their titles and keywords. */
import type { SearchTarget, TargetKind } from '../views/search-targets.ts';
import { normalise, wordsIn, type QueryPlan } from './query.ts';

export interface TitleHit {
  target: SearchTarget;
  /** 0–100 */
  score: number;
}

/** Where scores are level, what explains most comes first. */
const weight: Record<TargetKind, number> = {
  procedure: 5,
  policy: 4,
  plan: 4,
  instruction: 3,
  role: 3,
  clause: 2,
  form: 2,
  manual: 2,
  matrix: 1,
};

/** The endings of titles that people leave out. */
const endings = /(管理程序|控制程序|程序|作业指导书|指导书|管理规范|规范|策略|模板|管理)$/;

interface Prepared {
  target: SearchTarget;
  titles: string[];
  words: string[];
  all: string;
}

const prepared = new WeakMap<readonly SearchTarget[], Prepared[]>();

function prepare(targets: readonly SearchTarget[]): Prepared[] {
  const known = prepared.get(targets);
  if (known) return known;
  const list = targets.map((target) => {
    const titles = [normalise(target.zh), normalise(target.en)];
    const words = target.words.map((word) => normalise(word));
    return { target, titles, words, all: [...titles, ...words].join('\n') };
  });
  prepared.set(targets, list);
  return list;
}

/** Targets whose number, title or keywords answer the query, best first. */
export function rankTitles(plan: QueryPlan, targets: readonly SearchTarget[]): TitleHit[] {
  const list = prepare(targets);
  const scores = new Map<SearchTarget, number>();
  const raise = (target: SearchTarget, score: number) => {
    const total = score + (score > 0 ? weight[target.kind] / 10 : 0);
    if (score > 0 && total > (scores.get(target) ?? 0)) scores.set(target, total);
  };
  for (const item of list) {
    if (plan.numbers.includes(item.target.id)) raise(item.target, plan.phrase === '' ? 200 : 70);
    if (plan.numbers.some((number) => item.target.meets?.includes(number))) raise(item.target, 150);
  }
  if (plan.phrase !== '') {
    const words = weigh(plan.words, list);
    for (const item of list) {
      raise(item.target, phraseScore(plan.phrase, item) + boost(plan, item.target));
      raise(item.target, wordScore(words, item) + boost(plan, item.target));
      for (const variant of plan.variants) raise(item.target, phraseScore(variant, item) * 0.9);
    }
    for (const variant of plan.variants) {
      const variantWords = weigh(wordsIn(variant), list);
      for (const item of list) raise(item.target, wordScore(variantWords, item) * 0.85);
    }
    if (Math.max(0, ...scores.values()) < 60) for (const item of list) raise(item.target, typoScore(plan, item));
  }
  return [...scores].map(([target, score]) => ({ target, score })).sort((a, b) => b.score - a.score);
}

/** A number in the query beside words makes its document count more. */
function boost(plan: QueryPlan, target: SearchTarget): number {
  return plan.numbers.includes(target.id) ? 20 : 0;
}

function phraseScore(phrase: string, { titles, words }: Prepared): number {
  let best = 0;
  for (const title of titles) {
    if (title === phrase) return 100;
    if (title.replace(endings, '') === phrase.replace(endings, '') && phrase.length > 1) best = Math.max(best, 94);
    else if (title.startsWith(phrase)) best = Math.max(best, 88 - spare(title, phrase));
    else if (title.includes(phrase)) best = Math.max(best, 84 - spare(title, phrase));
  }
  for (const word of words) {
    if (word === phrase) best = Math.max(best, 82);
    else if (phrase.length > 2 && word.includes(phrase)) best = Math.max(best, 74);
    else if (word.length > 2 && phrase.includes(word)) best = Math.max(best, 66);
  }
  return best;
}

/** How much of a title the phrase leaves unsaid, 0–10. */
function spare(title: string, phrase: string): number {
  return 10 * (1 - phrase.length / title.length);
}

interface Weighed {
  word: string;
  weight: number;
}

/** Rare words count more than common ones. */
function weigh(words: readonly string[], list: readonly Prepared[]): Weighed[] {
  return words.map((word) => {
    const count = list.filter(({ all }) => all.includes(word)).length;
    return {
      word,
      weight: Math.log(1 + list.length / (count + 0.5)) * (word.length === 1 && !/[a-z0-9]/.test(word) ? 0.4 : 1),
    };
  });
}

function wordScore(words: readonly Weighed[], { titles, all }: Prepared): number {
  const total = words.reduce((sum, { weight: value }) => sum + value, 0);
  if (total === 0) return 0;
  const inTitle = words.filter(({ word }) => titles.some((title) => title.includes(word)));
  const inAll = words.filter(({ word }) => all.includes(word));
  const share = (found: readonly Weighed[]) => found.reduce((sum, { weight: value }) => sum + value, 0) / total;
  const score = Math.max(76 * share(inTitle), 70 * share(inAll));
  return share(inAll) >= 0.6 ? score : 0;
}

/** One wrong letter or character, or two swapped: `配制管理`, `incidnet`. */
function typoScore(plan: QueryPlan, { titles }: Prepared): number {
  const { phrase } = plan;
  if (phrase.length < 4 || phrase.includes(' ')) return 0;
  for (const title of titles) {
    const pieces = /^[a-z]+$/.test(phrase)
      ? title.split(/[^a-z]+/)
      : [...title].map((_, index) => title.slice(index, index + phrase.length));
    if (pieces.some((piece) => isNear(piece, phrase))) return 50;
  }
  return 0;
}

/** True if one text becomes the other by one replacement, insertion, deletion or swap of neighbours. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a.length < 3) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const [restA, restB] = [a.slice(start, endA), b.slice(start, endB)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB === `${restA[1]}${restA[0]}`;
}
