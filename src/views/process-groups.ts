/** The procedures by the area of the standard that they meet: lanes of the process map. */
import type { Clause, Document, Handbook } from '../handbook/graph.ts';
import { findClause } from '../handbook/resolve.ts';
import type { Procedure } from '../schema/procedure.ts';
import { named, type View } from './view.ts';

export type ProcedureDocument = Document & { data: Procedure };

export interface ProcessGroup {
  title: string;
  procedures: ProcedureDocument[];
}

/** A chapter with more procedures than this is shown by its sections; smaller ones that follow each other share a lane. */
const mostOfOneLane = 5;

/** The procedures in force, in the order of their numbers. */
export function proceduresOf(handbook: Handbook): ProcedureDocument[] {
  return [...handbook.documents.values()].filter(
    (document): document is ProcedureDocument => document.data.kind === 'procedure',
  );
}

/** Every procedure in one lane, lanes in the order of the standard; those that meet no clause come last. */
export function processGroups(view: View): ProcessGroup[] {
  const { handbook, words } = view;
  const procedures = proceduresOf(handbook);
  const clauses = new Map(procedures.map((procedure) => [procedure, primaryClauses(handbook, procedure)]));
  const chapterOf = (procedure: ProcedureDocument) =>
    mostFrequent(clauses.get(procedure)!.map((clause) => above(clause, 1)));
  const chapters = Map.groupBy(procedures, chapterOf);
  const lanes: { clauses: Clause[]; procedures: ProcedureDocument[]; whole: boolean }[] = [];
  for (const chapter of handbook.standardsInForce.flatMap((standard) => standard.clauses)) {
    const own = chapters.get(chapter) ?? [];
    if (!own.length) continue;
    if (own.length > mostOfOneLane) {
      const sections = Map.groupBy(own, (procedure) =>
        mostFrequent(
          clauses
            .get(procedure)!
            .filter((clause) => above(clause, 1) === chapter)
            .map((clause) => above(clause, 2)),
        ),
      );
      for (const [section, members] of inOrder(sections)) {
        lanes.push({ clauses: [section], procedures: members, whole: false });
      }
      continue;
    }
    const last = lanes.at(-1);
    if (
      last?.whole &&
      last.procedures.length + own.length <= mostOfOneLane &&
      last.clauses[0]?.standard === chapter.standard
    ) {
      last.clauses.push(chapter);
      last.procedures.push(...own);
    } else lanes.push({ clauses: [chapter], procedures: [...own], whole: true });
  }
  const rest = chapters.get(undefined) ?? [];
  return [
    ...lanes.map((lane) => ({
      title: words.list(lane.clauses.map((clause) => `${clause.number} ${named(view, clause.data.title)}`)),
      procedures: lane.procedures,
    })),
    ...(rest.length ? [{ title: words.processesOther, procedures: rest }] : []),
  ];
}

function primaryClauses(handbook: Handbook, { data }: ProcedureDocument): Clause[] {
  return data.clauses.primary.flatMap((reference) => {
    const clause = findClause(handbook.standards, reference);
    return clause && handbook.standardsInForce.includes(clause.standard) ? [clause] : [];
  });
}

/** The clause itself or the one above it at a depth: 8.6.1 at depth 2 is 8.6. */
function above(clause: Clause, depth: number): Clause {
  let node = clause;
  while (node.parent && node.number.split('.').length > depth) node = node.parent;
  return node;
}

/** What occurs most; of equals the first. */
function mostFrequent<Item>(items: readonly Item[]): Item | undefined {
  const counts = new Map<Item, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

function inOrder(sections: Map<Clause | undefined, ProcedureDocument[]>): [Clause, ProcedureDocument[]][] {
  return [...sections]
    .filter((entry): entry is [Clause, ProcedureDocument[]] => entry[0] !== undefined)
    .sort(([a], [b]) => a.standard.clauses.indexOf(a) - b.standard.clauses.indexOf(b));
}
