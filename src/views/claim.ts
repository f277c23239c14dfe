/** What pages say about a standard that the handbook does not claim to meet yet. */
import { claimAhead } from '../checks/claims.ts';
import type { Standard } from '../handbook/graph.ts';
import type { View } from './view.ts';

/** Says from which day on the handbook claims to meet a standard, while that lies ahead; empty otherwise. */
export function claimNotice({ handbook, words }: View, { id, data }: Pick<Standard, 'id' | 'data'>): string {
  const since = claimAhead(handbook, id);
  return since === undefined ? '' : words.claimedFrom(data.reference, since);
}
