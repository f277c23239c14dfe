/** What comes near a query that found nothing: numbers beside it, titles and words of the glossary that look like it. */
import type { SearchIndex, SearchTarget } from '../views/search-targets.ts';
import type { QueryPlan } from './query.ts';
import { compact, normalise } from './spelling.ts';

/** A target, or a word to search for. */
export type NearTerm = SearchTarget | string;

const limit = 4;
/** A word must look like the query by this share of their pairs of characters. */
const neededLikeness = 0.34;

/** The nearest first; none if nothing comes near. */
export function nearTerms(plan: QueryPlan, index: SearchIndex): NearTerm[] {
  return plan.isNumber ? nearNumbers(plan.text, index) : nearWords(plan, index);
}

/** For a clause the one above it, for a document those with the same letters or the same figures. */
function nearNumbers(text: string, { targets }: SearchIndex): SearchTarget[] {
  const clause = /\d+(?:\.\d+)+/.exec(text)?.[0].split('.');
  if (clause) {
    const above = clause.map((_, at) => `clause:${clause.slice(0, clause.length - at - 1).join('.')}`);
    return targets
      .filter(({ id }) => above.includes(id))
      .reverse()
      .slice(0, 1);
  }
  const [, letters = '', figures = ''] = /([a-z])[ -]*(\d[\d-]*)$/.exec(text) ?? [];
  const distance = ({ id }: SearchTarget): number => {
    const [, ownLetters = '', ownFigures = ''] = /([a-z])-(\d[\d-]*)$/.exec(id.toLowerCase()) ?? [];
    if (ownFigures === '' || figures === '') return Infinity;
    if (ownFigures === figures) return 0;
    const [series = '', ...rest] = figures.split('-');
    const [ownSeries = '', ...ownRest] = ownFigures.split('-');
    if (ownLetters !== letters || rest.length !== ownRest.length) return Infinity;
    return (
      100 * Math.abs(Number(series) - Number(ownSeries)) + Math.abs(Number(rest[0] ?? 0) - Number(ownRest[0] ?? 0))
    );
  };
  return targets
    .map((target) => ({ target, far: distance(target) }))
    .filter(({ far }) => far < Infinity)
    .sort((a, b) => a.far - b.far)
    .slice(0, limit)
    .map(({ target }) => target);
}

function nearWords(plan: QueryPlan, index: SearchIndex): NearTerm[] {
  // Weak words (申请, 流程) are in many titles and say nothing about the subject.
  const strong = plan.terms.filter(({ weak }) => !weak).map(({ text }) => text);
  const asked = pairsOf(strong.length ? strong.join('') : (plan.phrases.at(-1) ?? ''));
  if (asked.size === 0) return [];
  const candidates: { term: NearTerm; texts: readonly string[] }[] = [
    ...index.targets.map((target) => ({ term: target, texts: [target.zh, target.en] })),
    ...index.synonyms.map((words) => ({ term: words[0]!, texts: words })),
  ];
  const names = new Set<string>();
  return candidates
    .map(({ term, texts }) => ({ term, likeness: Math.max(...texts.map((text) => likenessOf(asked, text))) }))
    .filter(({ likeness }) => likeness >= neededLikeness)
    .sort((a, b) => b.likeness - a.likeness)
    .filter(({ term }) => {
      // A clause and the word of the glossary for it often have the same name.
      const name = typeof term === 'string' ? term : term.zh;
      return names.size < names.add(name).size;
    })
    .slice(0, limit)
    .map(({ term }) => term);
}

function pairsOf(text: string): Set<string> {
  const characters = [...text.replaceAll(' ', '')];
  return new Set(characters.slice(1).map((character, at) => `${characters[at]}${character}`));
}

/** The share of pairs of neighbouring characters that two texts have in common, 0–1. */
function likenessOf(asked: ReadonlySet<string>, text: string): number {
  const pairs = pairsOf(compact(normalise(text)));
  const common = [...asked].filter((pair) => pairs.has(pair)).length;
  return (2 * common) / (asked.size + pairs.size || 1);
}
