/** How the working text of a document stands to its releases. */
import type { Document, Handbook, Release } from '../handbook/graph.ts';
import type { Review } from '../schema/registers/reviews.ts';
import type { Library } from '../handbook/open.ts';
import { documentHash } from '../handbook/releases.ts';

export type WorkingState =
  /** No release yet. */
  | 'new'
  /** The same as the newest release to the letter, but for the ends of lines. */
  | 'released'
  /** Ahead of the newest release. */
  | 'unreleased';

/** The releases of each document, worked out once for each ledger. */
const byNumber = new WeakMap<readonly Release[], Map<string, Release[]>>();

/** The releases of a document, oldest first. */
export function releasesOf({ releases }: Handbook, number: string): readonly Release[] {
  let known = byNumber.get(releases);
  if (!known) byNumber.set(releases, (known = Map.groupBy(releases, (release) => release.number)));
  return known.get(number) ?? [];
}

/** The last release of a document in the ledger. */
export function newestRelease(handbook: Handbook, number: string): Release | undefined {
  return releasesOf(handbook, number).at(-1);
}

/** Whether a working text was released as it stands. */
export function workingState(library: Library, document: Document): WorkingState {
  const release = newestRelease(library.working, document.number);
  if (!release) return 'new';
  return documentHash(document) === release.textHash ? 'released' : 'unreleased';
}

/** The periods in which releases were in force: until the day before the next one became effective. */
export interface Period {
  release: Release;
  from: string;
  /** ISO day, the last day in force; undefined while it is in force or has not begun. */
  until: string | undefined;
}

/** The periods of the releases of one document, oldest first. */
export function periods(releases: readonly Release[]): Period[] {
  return releases.map((release, index) => {
    const end = release.replaced ?? releases[index + 1]?.entry.effective;
    return { release, from: release.entry.effective, until: end && dayBefore(end) };
  });
}

/** The reviews of each document, worked out once for each register. */
const reviewsByNumber = new WeakMap<Handbook['registers']['reviews'], Map<string, Handbook['registers']['reviews']>>();

/** The recorded reviews of a document that left its version as it was, as the register has them. */
export function reviewsOf({ registers: { reviews } }: Handbook, number: string): readonly Review[] {
  let known = reviewsByNumber.get(reviews);
  if (!known) reviewsByNumber.set(reviews, (known = Map.groupBy(reviews, (review) => review.document)));
  return known.get(number) ?? [];
}

/** The last day until `asOf` on which someone confirmed the content: the approval, or a recorded review of this version. */
export function lastReview(handbook: Handbook, document: Document): { on: string; review?: Review } | undefined {
  const review = reviewsOf(handbook, document.number)
    .filter((item) => item.version === document.data.version && item.on <= handbook.asOf)
    .sort((a, b) => (a.on < b.on ? 1 : -1))[0];
  if (review) return { on: review.on, review };
  return document.data.approved && { on: document.data.approved.on };
}

/** The ISO day by which the document has to be reviewed again. */
export function nextReview(handbook: Handbook, document: Document): string | undefined {
  const last = lastReview(handbook, document);
  return last && addMonths(last.on, document.data.reviewMonths);
}

/** A day some months later; 31 January plus one month is the last day of February. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastDate = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDate))).toISOString().slice(0, 10);
}

/** The ISO day before a day. */
export function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
