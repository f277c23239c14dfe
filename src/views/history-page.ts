/** The version history of a document: every release, when it was in force, what changed. */
import { dayBefore, periods, releasesOf, reviewsOf } from '../control/state.ts';
import { comparisonPath, versionPath } from '../handbook/address.ts';
import type { Document } from '../handbook/graph.ts';
import type { Library } from '../handbook/open.ts';
import { shownDocument, shownDocuments } from './document-page.ts';
import { personName, type Cell, type Link, type Table, type View } from './view.ts';

export interface HistoryRow {
  version: string;
  href: string;
  state: 'in-force' | 'superseded' | 'future' | 'withdrawn';
  label: string;
  from: string;
  /** The last day in force; undefined while it lasts, and for one that never was. */
  until: string | undefined;
  /** True if the next version became effective on the same day, so that this one was in force on none. */
  replacedAtOnce: boolean;
  /** Who approved it, and when; ISO days. */
  approved: string;
  approvedOn: string;
  released: string;
  what: string;
  why: string;
  sections: string;
  compare: Link | undefined;
  hash: string;
}

/**
 * The documents that have a history: those with a page of their own, and those of which no version is in force yet;
 * these as they were first released.
 */
export function documentsWithHistory(library: Library): Document[] {
  const shown = shownDocuments(library.inForce);
  const numbers = new Set(shown.map(({ number }) => number));
  const coming = new Map<string, Document>();
  for (const release of library.releases) {
    if (numbers.has(release.number) || coming.has(release.number)) continue;
    const document = library.read(release);
    if (document) coming.set(release.number, document);
  }
  return [...shown, ...coming.values()];
}

/** The document of a number that has a history. */
export function documentWithHistory({ inForce, releases, read }: Library, number: string): Document | undefined {
  const shown = shownDocument(inForce, number);
  const first = shown ? undefined : releases.find((release) => release.number === number);
  return shown ?? (first && read(first));
}

/** Newest first. */
export function historyRows(view: View, library: Library, document: Document): HistoryRow[] {
  const { handbook, words } = view;
  const releases = releasesOf(handbook, document.number);
  const current = handbook.documents.get(document.number)?.release;
  const withdrawal = handbook.withdrawals.get(document.number);
  return periods(releases)
    .map(({ release, from, until }, index): HistoryRow => {
      const before = releases[index - 1];
      const change = library.read(release)?.data.changes.find((item) => item.version === release.version);
      const isLast = index === releases.length - 1;
      const state =
        release === current
          ? 'in-force'
          : from > handbook.asOf
            ? 'future'
            : withdrawal && isLast
              ? 'withdrawn'
              : 'superseded';
      const end = until ?? (withdrawal && dayBefore(withdrawal.on));
      const replacedAtOnce = end !== undefined && end < from;
      return {
        version: release.version,
        href: versionPath(document.number, release.version),
        state,
        label: {
          'in-force': words.inForce,
          future: words.notYetEffective,
          superseded: words.superseded,
          withdrawn: words.withdrawn,
        }[state],
        from,
        until: replacedAtOnce ? undefined : end,
        replacedAtOnce,
        released: release.entry.released,
        approved: personName(view, release.entry.approved.by),
        approvedOn: release.entry.approved.on,
        what: change?.what ?? '',
        why: change?.why ?? '',
        sections: words.list(change?.sections ?? []),
        compare: before && {
          text: words.comparePrevious(before.version),
          href: comparisonPath(document.number, before.version, release.version),
        },
        hash: release.entry.hash,
      };
    })
    .reverse();
}

/** The periodic reviews that changed nothing, the newest first; undefined if there is none, and for readers outside. */
export function reviewTable(view: View, number: string): Table | undefined {
  const { words, handbook } = view;
  const reviews = reviewsOf(handbook, number).filter(({ on }) => on <= handbook.asOf);
  if (!reviews.length || handbook.profile?.external) return undefined;
  return {
    columns: [words.date, words.version, words.reviewedBy, words.conclusion],
    rows: [...reviews]
      .sort((a, b) => (a.on < b.on ? 1 : -1))
      .map(({ on, version, by, conclusion }): Cell[] => [on, version, personName(view, by), conclusion]),
  };
}
