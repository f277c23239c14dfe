/** What was released, newest first: the page of changes, by year, and its feed. */
import { releasesOf } from '../control/state.ts';
import { comparisonPath, versionPath } from '../handbook/address.ts';
import type { Library } from '../handbook/open.ts';
import { pageNumbers, rowPage, type PageLink } from './paging.ts';
import { named, personName, type Link, type View } from './view.ts';

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

/** The years in which something was released, newest first. */
export function releaseYears(library: Library): string[] {
  const { asOf } = library;
  const days = library.releases.map(({ entry }) => entry.released).filter((day) => day <= asOf);
  return [...new Set(days.map((day) => day.slice(0, 4)))].sort().reverse();
}

/** So many pages show the changes of a year. */
export function changePages({ releases, asOf }: Library, year: string): number[] {
  const shown = releases.filter(({ entry }) => entry.released.startsWith(year) && entry.released <= asOf);
  return pageNumbers(shown.length);
}

/** The page of the changes of a year; the newest year stands at the address without one. */
export function changesPath(year: string, years: readonly string[]): string {
  return year === years[0] ? '/changes/' : `/changes/${year}/`;
}

export interface ChangesPage {
  years: (Link & { current: boolean })[];
  /** By day of release, newest first. */
  days: { day: string; notes: ReleaseNote[] }[];
  /** The pages of the year, if it has too many releases for one. */
  pages: PageLink[];
}

/** A page of the changes of a year. */
export function changesPage(view: View, library: Library, year: string, page: number): ChangesPage {
  const years = releaseYears(library);
  const notes = releaseNotes(view, library).filter(({ released }) => released.startsWith(year));
  const list = rowPage(notes, page, changesPath(year, years), ({ released }) => released);
  return {
    years: years.map((text) => ({ text, href: changesPath(text, years), current: text === year })),
    days: [...Map.groupBy(list.rows, ({ released }) => released)].map(([day, group]) => ({ day, notes: group })),
    pages: list.pages,
  };
}
