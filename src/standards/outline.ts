/** The outline of a clause catalogue: what decides how many things a standard asks for. */
import type { StandardData } from '../schema/standard.ts';

export interface OutlineClause {
  number: string;
  /** Without the right one, another clause counts as a leaf. */
  parent?: string;
  /** Ids of the documented information that it asks for, and of the subjects of its management review. */
  items: readonly string[];
}

export interface Outline {
  exclusions: StandardData['exclusions'];
  clauses: readonly OutlineClause[];
}

/** The outline of a catalogue. */
export function outlineOf({ exclusions, clauses }: StandardData): Outline {
  return {
    exclusions,
    clauses: clauses.map(({ number, parent, information, reviewInputs }) => ({
      number,
      ...(parent !== undefined && { parent }),
      items: [...information, ...reviewInputs].map(({ id }) => id),
    })),
  };
}
