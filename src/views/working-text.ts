/** What the preview says of working texts: which there are, and on the pages of a document how its own stands. */
import { workingStanding } from '../control/standing.ts';
import { newestRelease } from '../control/state.ts';
import { documentPath } from '../handbook/address.ts';
import type { Document } from '../handbook/graph.ts';
import type { Library } from '../handbook/open.ts';
import type { VersionChanges } from '../control/version-changes.ts';
import { changesBetween, metadataTable } from './comparison-page.ts';
import type { Notice } from './standing.ts';
import { named, type Cell, type Table, type View } from './view.ts';

/** Where the working text of a document is shown. */
const workingPath = (number: string) => `${documentPath(number)}working/`;

/** In the preview the working texts that readers do not have yet, each with its page; undefined outside of it. */
export function workingTexts(view: View): Table | undefined {
  const { library, words } = view;
  if (!library) return undefined;
  const rows = [...library.working.documents.values()].flatMap(({ number, kind, data }): Cell[][] => {
    const state = workingStanding(library, number);
    if (state !== 'new' && state !== 'unreleased') return [];
    const release = newestRelease(library.working, number);
    return [
      [
        { text: number, href: workingPath(number) },
        { text: named(view, data.title), href: workingPath(number) },
        words.kinds[kind],
        data.version,
        release ? words.workingIsAhead(release.version) : words.workingIsNew,
      ],
    ];
  });
  return { columns: [words.number, words.title, words.kind, words.version, words.status], rows };
}

/** On the page of a version: that the working text is ahead of it, or cannot be shown. */
export function workingNotice({ words }: View, library: Library, { number, data }: Document): Notice | undefined {
  const state = workingStanding(library, number);
  if (state === 'unreadable') return { text: words.workingUnreadable(data.version), links: [] };
  if (state !== 'unreleased') return undefined;
  return {
    text: words.workingAhead(data.version),
    links: [{ text: words.workingShow, href: workingPath(number) }],
  };
}

export interface WorkingPage {
  notice: string;
  /** True if the newest release stands in for a text that cannot be read or is gone. */
  isStandIn: boolean;
  /** What the text changes in its newest release, if it is a working text and there is one. */
  against: { version: string; changes: VersionChanges<Cell>; metadata: Table | undefined } | undefined;
}

/** @param document as the working graph has it */
export function workingPage(view: View, library: Library, document: Document): WorkingPage {
  const { words } = view;
  const { version } = document.data;
  if (document.release) {
    const isGone = library.working.vanished.has(document.number);
    const notice = isGone ? words.workingGone(version) : words.workingUnreadable(version);
    return { notice, isStandIn: true, against: undefined };
  }
  const release = newestRelease(library.working, document.number);
  const before = release && library.read(release);
  const changes = before && changesBetween(view, before, document);
  return {
    notice: release ? words.workingNotice(release.version) : words.workingNew,
    isStandIn: false,
    against: changes && { version: release!.version, changes, metadata: metadataTable(view, changes) },
  };
}
