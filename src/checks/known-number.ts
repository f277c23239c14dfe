/** Which numbers are those of documents. */
import type { Handbook } from '../handbook/graph.ts';
import { numberPattern } from './rule.ts';

/**
 * True for the number of a document of this graph or of a release, also of one that cannot be read, and of an external
 * document; while the register of external documents cannot be read, of any that it may hold.
 */
export function isKnownNumber(handbook: Handbook, number: string): boolean {
  const { documents, externals, unreadable, releases } = handbook;
  if (documents.has(number) || externals.has(number) || unreadable.has(number)) return true;
  return releases.some((release) => release.number === number) || isUnreadExternal(handbook, number);
}

function isUnreadExternal({ unread, settings }: Handbook, number: string): boolean {
  return unread.has('registers/external-documents.yaml') && numberPattern(settings.numbering.external).test(number);
}
