/** Which version of every document was in force on a day: on the page for the day of the build, in the file for any. */
import { periods, releasesOf, dayBefore } from '../control/state.ts';
import { versionPath } from '../handbook/address.ts';
import type { Release } from '../handbook/graph.ts';
import type { Library } from '../handbook/open.ts';
import { byNumber } from '../handbook/resolve.ts';
import { rowPage, type PageLink } from './paging.ts';
import { named, type Table, type View } from './view.ts';

export const inForcePath = '/in-force/';

/** One version with the days on which it was in force: what /in-force.json holds. */
export interface InForcePeriod {
  number: string;
  title: { zh: string; en: string };
  version: string;
  /** ISO days; `until` is the last one, undefined while it lasts. */
  from: string;
  until: string | undefined;
  /** Path of the frozen text. */
  path: string;
}

/** Every version there is that was in force for a day at least, by number and then by time. */
export function inForcePeriods(library: Library): InForcePeriod[] {
  const { inForce, releases } = library;
  const numbers = [...new Set(releases.map(({ number }) => number))].sort(byNumber);
  return numbers.flatMap((number) => {
    const withdrawal = inForce.registers.withdrawals.find(({ document }) => document === number);
    return periods(releasesOf(inForce, number)).flatMap(({ release, from, until }): InForcePeriod[] => {
      const end = earlier(until, withdrawal && dayBefore(withdrawal.on));
      // Two releases of one day: the first was never in force.
      if (end !== undefined && end < from) return [];
      const title = titleOf(library, release);
      const { version } = release;
      return title ? [{ number, title, version, from, until: end, path: versionPath(number, version) }] : [];
    });
  });
}

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || (b !== undefined && b < a) ? b : a;
}

function titleOf(library: Library, release: Release): InForcePeriod['title'] | undefined {
  return library.read(release)?.data.title;
}

/** What was in force on a day. @param day ISO day */
export function inForceOn(library: Library, day: string): InForcePeriod[] {
  return inForcePeriods(library).filter(({ from, until }) => from <= day && (!until || day <= until));
}

export interface InForcePage {
  table: Table;
  /** How many there are on all pages. */
  all: number;
  pages: PageLink[];
}

/** A page of what was in force on a day. */
export function inForcePage(view: View, library: Library, day: string, page: number): InForcePage {
  const { words } = view;
  const { rows, all, pages } = rowPage(inForceOn(library, day), page, inForcePath, ({ number }) => number);
  return {
    table: {
      columns: [words.number, words.version, words.title, words.inForceFrom, words.inForceUntil],
      rows: rows.map(({ number, title, version, from, until, path }) => [
        { text: number, href: path },
        // What is asked for must be in sight on a phone.
        version,
        { text: named(view, title), href: path },
        from,
        until ?? words.untilNow,
      ]),
    },
    all,
    pages,
  };
}
