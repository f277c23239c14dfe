/** Faults that lie between entries: what is twice, and what stands in a circle. */
import type { StandardData } from '../schema/standard.ts';
import type { Fault, Place } from './finding.ts';
import type { SourceFile } from './source.ts';

/** Entries of one list that carry the same id. */
export function duplicateIds(entries: readonly { id: string; place: () => Place }[]): Fault[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id, place }): Fault[] => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      {
        rule: 'SRC-06',
        ...place(),
        message: { zh: `标识“${id}”重复`, en: `The id “${id}” is given twice` },
        hint: { zh: '每个标识只能用一次：改名或合并。', en: 'An id stands for one thing: rename or merge.' },
      },
    ];
  });
}

/** Parents in a clause catalogue that do not exist or lead back to the clause itself, and numbers given twice. */
export function catalogueFaults({ clauses }: StandardData, source: SourceFile): Fault[] {
  const parents = new Map(clauses.map((clause) => [clause.number, clause.parent]));
  const numbers = clauses.map((clause, index) => ({
    id: clause.number,
    place: () => source.place(['clauses', index, 'number']),
  }));
  const wrong = clauses.flatMap(({ number, parent }, index): Fault[] => {
    if (parent === undefined) return [];
    const isMissing = !parents.has(parent);
    if (!isMissing && !leadsTo(parents, parent, number)) return [];
    return [
      {
        rule: 'SRC-06',
        ...source.place(['clauses', index, 'parent']),
        message: isMissing
          ? { zh: `上级条款“${parent}”不在目录中`, en: `The parent clause “${parent}” is not in the catalogue` }
          : { zh: `条款 ${number} 的上级又回到它自己`, en: `The parents of clause ${number} lead back to it` },
        hint: { zh: '改正 parent。', en: 'Correct parent.' },
      },
    ];
  });
  return [...duplicateIds(numbers), ...wrong];
}

function leadsTo(parents: ReadonlyMap<string, string | undefined>, from: string, to: string): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = from; at !== undefined && !seen.has(at); at = parents.get(at)) {
    if (at === to) return true;
    seen.add(at);
  }
  return false;
}
