/** What was released and withdrawn, newest first: the page of changes, by year, and its feed. */
import { releasesOf } from '../control/state.ts';
import { comparisonPath, documentPath, versionPath } from '../handbook/address.ts';
import type { Handbook } from '../handbook/graph.ts';
import type { Library } from '../handbook/open.ts';
import { pageNumbers, rowPage, type PageLink } from './paging.ts';
import { named, numberedLink, personName, type Link, type View } from './view.ts';

export interface ReleaseNote {
  number: string;
  title: string;
  version: string;
  href: string;
  /** ISO days. */
  released: string;
  effective: string;
  /** True if it becomes effective only after the day of the build. */
  future: boolean;
  what: string;
  why: string;
  sections: string;
  approved: string;
  request: string | undefined;
  /** To the redline against the version before it. */
  compare: Link | undefined;
}

/** The releases up to the day of the build, newest first. */
export function releaseNotes(view: View, library: Library): ReleaseNote[] {
  const { handbook, words } = view;
  return library.releases
    .filter(({ entry }) => entry.released <= handbook.asOf)
    .flatMap((release): ReleaseNote[] => {
      const document = library.read(release);
      if (!document) return [];
      const { number, version, entry } = release;
      const all = releasesOf(handbook, number);
      const before = all[all.indexOf(release) - 1];
      const change = document.data.changes.find((item) => item.version === version);
      return [
        {
          number,
          title: named(view, document.data.title),
          version,
          href: versionPath(number, version),
          released: entry.released,
          effective: entry.effective,
          future: entry.effective > handbook.asOf,
          what: change?.what ?? '',
          why: change?.why ?? '',
          sections: words.list(change?.sections ?? []),
          approved: personName(view, entry.approved.by),
          request: change?.request,
          compare: before && {
            text: words.comparePrevious(before.version),
            href: comparisonPath(number, before.version, version),
          },
        },
      ];
    })
    .reverse()
    .sort((a, b) => (a.released < b.released ? 1 : a.released > b.released ? -1 : 0));
}

/** A document that is no longer valid. */
export interface WithdrawalNote {
  number: string;
  title: string;
  /** Of its last release. */
  version: string;
  href: string;
  /** 作废, or 作废保留. */
  state: string;
  why: string;
  successors: Link[];
  approved: string;
}

/** What changed on a day: either a release or a withdrawal. */
export type Change = { day: string } & (
  { release: ReleaseNote; withdrawal?: never } | { withdrawal: WithdrawalNote; release?: never }
);

/** All changes up to the day of the build, newest first; what was withdrawn on a day after what was released on it. */
export function changesOf(view: View, library: Library): Change[] {
  const releases = releaseNotes(view, library).map((release): Change => ({ day: release.released, release }));
  return [...releases, ...withdrawalsOf(view)].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}

function withdrawalsOf(view: View): Change[] {
  const { handbook, words } = view;
  return withdrawalsIn(handbook).map(({ document, on, reason, successors, approved, retained, last }) => {
    const withdrawal: WithdrawalNote = {
      number: document,
      title: named(view, last.data.title),
      version: last.data.version,
      href: documentPath(document),
      state: retained ? words.withdrawnRetained : words.withdrawn,
      why: reason,
      successors: successors.map((number) => numberedLink(view, number)),
      approved: personName(view, approved),
    };
    return { day: on, withdrawal };
  });
}

/** The withdrawals whose day has come, each with the last release of its document; none while their register cannot be read. */
function withdrawalsIn({ withdrawals, withdrawn }: Handbook) {
  return [...withdrawals.values()].flatMap((withdrawal) => {
    const last = withdrawn.get(withdrawal.document);
    return last ? [{ ...withdrawal, last }] : [];
  });
}

/** The days of all changes up to the day of the build. */
function changeDays({ asOf, releases, inForce }: Library): string[] {
  const released = releases.map(({ entry }) => entry.released).filter((day) => day <= asOf);
  return [...released, ...withdrawalsIn(inForce).map(({ on }) => on)];
}

/** The years in which something changed, newest first; that of the build if nothing ever has. */
export function changeYears(library: Library): string[] {
  const years = new Set(changeDays(library).map((day) => day.slice(0, 4)));
  return years.size ? [...years].sort().reverse() : [library.asOf.slice(0, 4)];
}

/** So many pages show the changes of a year. */
export function changePages(library: Library, year: string): number[] {
  return pageNumbers(changeDays(library).filter((day) => day.startsWith(year)).length);
}

/** The page of the changes of a year; the newest year stands at the address without one. */
export function changesPath(year: string, years: readonly string[]): string {
  return year === years[0] ? '/changes/' : `/changes/${year}/`;
}

export interface ChangesPage {
  years: (Link & { current: boolean })[];
  /** Newest first. */
  days: { day: string; changes: Change[] }[];
  /** The pages of the year, if it has too many changes for one. */
  pages: PageLink[];
}

/** A page of the changes of a year. */
export function changesPage(view: View, library: Library, year: string, page: number): ChangesPage {
  const years = changeYears(library);
  const changes = changesOf(view, library).filter(({ day }) => day.startsWith(year));
  const list = rowPage(changes, page, changesPath(year, years), ({ day }) => day);
  return {
    years: years.map((text) => ({ text, href: changesPath(text, years), current: text === year })),
    days: [...Map.groupBy(list.rows, ({ day }) => day)].map(([day, group]) => ({ day, changes: group })),
    pages: list.pages,
  };
}
