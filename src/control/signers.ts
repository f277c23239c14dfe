/** The people who may take the steps of an approval. */
import type { Document, Handbook } from '../handbook/graph.ts';
import type { Step } from '../schema/ledger.ts';
import { chainOn, sameHands, unauthorised } from './signatories.ts';

/** Who may take a step of a document on a day, by id, in the order of people.yaml. */
export function signersOn(handbook: Handbook, document: Document, step: Step, day: string): string[] {
  return [...handbook.people.keys()].filter((by) => !unauthorised(handbook, document, step, { by, on: day }));
}

/**
 * Who would review and approve a document that somebody prepares: the first who may, and if possible three people.
 * @returns undefined for a step that nobody may take
 */
export function expectedSigners(
  handbook: Handbook,
  document: Document,
  prepared: string,
  day: string,
): { reviewed: string | undefined; approved: string | undefined } {
  const reviewers = signersOn(handbook, document, 'reviewed', day);
  const approvers = signersOn(handbook, document, 'approved', day);
  const chain = chainOn(handbook, document, day);
  const pairs = reviewers.flatMap((reviewed) => approvers.map((approved) => ({ reviewed, approved })));
  const ranked = pairs.map((pair) => ({
    pair,
    forbidden: sameHands(chain, { prepared, ...pair }).length,
    hands: new Set([prepared, pair.reviewed, pair.approved]).size,
  }));
  // A sort keeps the order of what is equal.
  const [best] = ranked.sort((a, b) => a.forbidden - b.forbidden || b.hands - a.hands);
  return best?.pair ?? { reviewed: reviewers[0], approved: approvers[0] };
}
