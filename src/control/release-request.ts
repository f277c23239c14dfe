/** What a release is asked for, and what it states once it is made. */
import type { Signature } from '../schema/primitives.ts';

export interface ReleaseRequest {
  number: string;
  /** The next edition instead of the next revision. */
  edition: boolean;
  /** What changed and why, for the change record; needed unless the working text already holds the entry. */
  what?: string;
  why?: string;
  /** Sections that changed, for the change record; all of `changed` if not given. */
  sections?: string[];
  /** The sections in which the working text differs from the newest release, by comparison. */
  changed: string[];
  /** Number of the document change request. */
  changeRequest?: string;
  /** Who signs, by id of a person; whoever signed the last version if not given (preparer.ts). */
  by?: string;
  reviewed?: string;
  approved?: string;
  /** ISO days on which each of them signed; unless the working text states it, the day of release. */
  preparedOn?: string;
  reviewedOn?: string;
  approvedOn?: string;
  /** ISO day of the release, not after that of the library, which it is if not given. */
  on?: string;
  /** ISO day; that of the release if not given. */
  effective?: string;
  /** True if others are released with it: what is said of the change is about those that do not say it themselves. */
  joint?: boolean;
}

/** Who answers for a version, and from when it holds. */
export interface Signed {
  prepared: Signature;
  reviewed: Signature;
  approved: Signature;
  released: string;
  effective: string;
}
