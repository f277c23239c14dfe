/** The versions that are not in force, for search: their titles and change records, loaded only when asked for. */
import { releasesOf } from '../control/state.ts';
import type { Document, Handbook } from '../handbook/graph.ts';
import type { Library } from '../handbook/open.ts';
import type { Bilingual } from '../schema/primitives.ts';
import { shownDocuments } from './document-page.ts';
import { historyRows, type HistoryRow } from './history-page.ts';
import { documentTargets, type SearchTarget } from './search-targets.ts';
import { viewOf } from './view.ts';

/** A version that is not in force. */
export interface OldVersion extends Bilingual {
  /** Number of the document. */
  number: string;
  version: string;
  path: string;
  state: HistoryRow['state'];
  from: string;
  /** The last day in force, if that day is known. */
  until: string | undefined;
  what: string;
  why: string;
}

export interface OldVersions {
  versions: OldVersion[];
  /** Withdrawn documents, by which their versions are filtered; those in force are in the index of titles. */
  withdrawn: SearchTarget[];
}

/** Every version that is not in force, by number, the newest first. */
export function oldVersions(handbook: Handbook, library: Library): OldVersions {
  return {
    versions: shownDocuments(handbook).flatMap((document) => versionsOf(handbook, library, document)),
    withdrawn: documentTargets(handbook, [...handbook.withdrawn.values()]),
  };
}

function versionsOf(handbook: Handbook, library: Library, document: Document): OldVersion[] {
  const releases = releasesOf(handbook, document.number);
  return historyRows(viewOf(handbook, handbook.settings.language), library, document)
    .filter(({ state }) => state !== 'in-force')
    .map(({ version, href, state, from, until, what, why }) => {
      const release = releases.find((item) => item.version === version);
      // The title may have been another one.
      const { zh, en } = (release && library.read(release)?.data.title) ?? document.data.title;
      return { number: document.number, version, path: href, zh, en, state, from, until, what, why };
    });
}
