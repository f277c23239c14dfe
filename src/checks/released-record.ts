/** The change record as it was released, for a working text that is ahead of its release. */
import { newestRelease, workingState } from '../control/state.ts';
import type { Document, Release } from '../handbook/graph.ts';
import type { Library } from '../handbook/open.ts';
import { parseData } from '../handbook/parse.ts';
import type { ChangeEntry } from '../schema/document.ts';
import { documentSchemas } from '../schema/documents.ts';
import type { Bilingual } from '../schema/primitives.ts';
import { onlySaysChanged, onlySaysNeeded, saysNothing } from './empty-words.ts';

/** What an entry says of its version. */
export type EntryKey = Exclude<keyof ChangeEntry, 'version'>;

export interface ReleasedRecord {
  release: Release;
  /** Version → its entry. */
  entries: ReadonlyMap<string, ChangeEntry>;
}

const known = new WeakMap<Document, ReleasedRecord | undefined>();

/**
 * The change record of the newest release of a working text. Undefined for a text that was released as it stands, for
 * one that is new, and where the release was touched itself (VER-05). Only few texts are ahead of their release, so few
 * are read.
 */
export function releasedRecord(library: Library, document: Document): ReleasedRecord | undefined {
  if (document.release || workingState(library, document) !== 'unreleased') return undefined;
  if (!known.has(document)) known.set(document, read(library, document));
  return known.get(document);
}

function read(library: Library, document: Document): ReleasedRecord | undefined {
  const release = newestRelease(library.working, document.number);
  const frozen = release && release.actualHash === release.entry.hash ? library.frozen(release) : undefined;
  if (!release || !frozen) return undefined;
  const { data } = parseData(frozen.main, documentSchemas[frozen.kind]);
  return data && { release, entries: new Map(data.changes.map((entry) => [entry.version, entry])) };
}

/**
 * True where an entry is filled and says nothing, which VER-06 asks to mend. That 新建 says all about the first version
 * is no matter here: what was released as 新建 is never to be mended.
 */
export function saysNothingIn(entry: ChangeEntry, key: EntryKey): boolean {
  if (key === 'what') return onlySaysChanged(entry.what);
  if (key === 'why') return onlySaysNeeded(entry.why) || entry.why.trim() === entry.what.trim();
  return key === 'sections' && entry.sections.some(saysNothing);
}

/** What to do about a value of an entry that was released otherwise. */
export function setBack(before: ChangeEntry, key: EntryKey): Bilingual {
  const text = quoted(before[key]);
  return { zh: `把 ${key} 改回${text.startsWith('“') ? text : ` ${text}`}`, en: `Set ${key} back to ${text}` };
}

/** As it can be written again; of a long text as much as tells which it is. */
function quoted(value: ChangeEntry[EntryKey]): string {
  if (Array.isArray(value)) return `[${value.map((item) => `'${item}'`).join(', ')}]`;
  const text = String(value);
  if (/^[\w-]+$/.test(text)) return text;
  return text.length > 80 ? `“${text.slice(0, 60)}……”` : `“${text}”`;
}
