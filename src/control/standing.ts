/** Where every document stands on a day: what is in force, what will be, and what its working text is ahead of. */
import type { Document, Handbook, Release } from '../handbook/graph.ts';
import type { Library } from '../handbook/open.ts';
import { releasesInForce } from '../handbook/releases.ts';
import { byNumber } from '../handbook/resolve.ts';
import type { Kind } from '../schema/documents.ts';
import type { Step } from '../schema/ledger.ts';
import type { Bilingual } from '../schema/primitives.ts';
import type { Withdrawal } from '../schema/registers/withdrawals.ts';
import { unsignedSteps } from './signature.ts';
import { dayBefore, nextReview, releasesOf, workingState, type WorkingState } from './state.ts';

/** A version and the days on which it is in force. */
export interface Validity {
  release: Release;
  from: string;
  /** The last day; undefined if nothing is known that ends it. */
  until: string | undefined;
}

export interface DocumentStanding {
  number: string;
  kind: Kind;
  title: Bilingual;
  inForce: Validity | undefined;
  /** Released by that day, but not effective yet; oldest first. */
  coming: Release[];
  /** As registered, though its day may not have come. */
  withdrawal: Withdrawal | undefined;
  isWithdrawn: boolean;
  /** How the working text as it is now stands to the newest release; undefined if there is none. */
  working: WorkingState | 'unreadable' | undefined;
  /** The day by which the version in force has to be reviewed. */
  review: string | undefined;
  isOverdue: boolean;
  /** The signatures that handbook.yaml asks for and its versions do not bear. */
  unsigned: { version: string; step: Step; name: Bilingual }[];
}

/** Every document that is known on the day of the library, in the order of their numbers. */
export function standings(library: Library): DocumentStanding[] {
  const numbers = new Set([...library.working.documents.keys(), ...library.releases.map(({ number }) => number)]);
  const current = new Map(releasesInForce(library.releases, library.asOf).map((release) => [release.number, release]));
  return [...numbers].sort(byNumber).flatMap((number) => standingOf(library, number, current.get(number)) ?? []);
}

/** Where one document stands; undefined if there is none, or if it was first released after the day. */
export function standing(library: Library, number: string): DocumentStanding | undefined {
  const [current] = releasesInForce(releasesOf(library.working, number), library.asOf);
  return standingOf(library, number, current);
}

function standingOf(library: Library, number: string, current: Release | undefined): DocumentStanding | undefined {
  const { asOf, working: handbook } = library;
  const releases = releasesOf(handbook, number);
  const known = releases.filter(({ entry }) => entry.released <= asOf || entry.effective <= asOf);
  const working = handbook.documents.get(number);
  if (releases.length ? !known.length : !working) return undefined;
  const { withdrawals } = handbook.registers;
  const withdrawal = withdrawals.find(({ document }) => document === number);
  const isWithdrawn = withdrawal !== undefined && withdrawal.on <= asOf;
  const valid = isWithdrawn ? undefined : current;
  const document = documentOf(library, number, valid);
  const review = valid && document && nextReview(library.inForce, document);
  return {
    number,
    kind: document?.kind ?? releases.at(-1)!.entry.kind,
    title: document?.data.title ?? { zh: number, en: number },
    inForce: valid && { release: valid, from: valid.entry.effective, until: lastDay(releases, valid, withdrawal) },
    coming: isWithdrawn ? [] : known.filter(({ entry }) => entry.effective > asOf),
    withdrawal,
    isWithdrawn,
    working: workingStanding(library, number),
    review,
    isOverdue: review !== undefined && review < asOf,
    unsigned: known.flatMap((release) => unsignedOf(handbook, release)),
  };
}

function unsignedOf(handbook: Handbook, release: Release): DocumentStanding['unsigned'] {
  return unsignedSteps(handbook, release).map((step) => {
    const { by } = release.entry[step];
    return { version: release.version, step, name: handbook.people.get(by)?.data.name ?? { zh: by, en: by } };
  });
}

/** How the working text of a document stands to its newest release; undefined if there is no working text. */
export function workingStanding(library: Library, number: string): DocumentStanding['working'] {
  const { documents, unreadable, vanished } = library.working;
  const document = documents.get(number);
  if (vanished.has(number)) return undefined;
  // A newest release stands in for a text that cannot be read.
  if (unreadable.has(number) || document?.release) return 'unreadable';
  return document && workingState(library, document);
}

/** The text that speaks for a document: what is in force, else the working text, else what was released last. */
function documentOf(library: Library, number: string, valid: Release | undefined): Document | undefined {
  if (valid) return library.inForce.documents.get(number) ?? library.read(valid);
  const newest = releasesOf(library.working, number).at(-1);
  return library.working.documents.get(number) ?? (newest && library.read(newest));
}

/** The last day on which a release is in force, as far as it is known. */
export function lastDay(
  releases: readonly Release[],
  release: Release,
  withdrawal: Withdrawal | undefined,
): string | undefined {
  const later = releases.slice(releases.indexOf(release) + 1).map(({ entry }) => entry.effective);
  const ends = withdrawal ? [...later, withdrawal.on] : later;
  const [first] = ends.sort();
  return first && dayBefore(first);
}
