/** The version history of a document: every release, when it was in force, what changed. */
import { dayBefore, periods, releasesOf } from '../control/state.ts';
import { comparisonPath, versionPath } from '../handbook/address.ts';
import type { Document, Release } from '../handbook/graph.ts';
import type { Library } from '../handbook/open.ts';
import { personName, type Link, type View } from './view.ts';

export interface HistoryRow {
  version: string;
  href: string;
  state: 'in-force' | 'superseded' | 'future' | 'withdrawn';
  label: string;
  from: string;
  /** The last day in force; undefined while it lasts. */
  until: string | undefined;
  released: string;
  approved: string;
  what: string;
  why: string;
  sections: string;
  compare: Link | undefined;
  hash: string;
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
        until: until ?? (withdrawal && dayBefore(withdrawal.on)),
        released: release.entry.released,
        approved: personName(view, release.entry.approved.by),
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

/** Every pair of versions of a document, the earlier one first. */
export function versionPairs(releases: readonly Release[]): { before: Release; after: Release }[] {
  return releases.flatMap((after, index) => releases.slice(0, index).map((before) => ({ before, after })));
}
