/** What `handbook status <number>` says of one document. */
import type { SignatureVerdict } from '../control/signature-verdicts.ts';
import { standing, lastDay, type DocumentStanding } from '../control/standing.ts';
import { lastReview, releasesOf } from '../control/state.ts';
import type { Finding } from '../handbook/finding.ts';
import type { Release } from '../handbook/graph.ts';
import type { Library } from '../handbook/open.ts';
import { steps, type Step } from '../schema/ledger.ts';
import { changedSections } from './comparison.ts';
import { readiness, type Readiness } from './readiness.ts';

/** One step of the approval of a version. */
export interface SignedStep {
  step: Step;
  by: string;
  on: string;
  /** What is to be thought of its SSH signature; `none` if there is none. */
  signature: 'good' | 'bad' | 'unverified' | 'none';
}

export interface VersionStatus {
  release: Release;
  from: string;
  until: string | undefined;
  steps: SignedStep[];
}

export interface DocumentStatus {
  standing: DocumentStanding;
  /** Oldest first. */
  versions: VersionStatus[];
  /** Sections in which the working text differs from the newest release. */
  changed: string[];
  readiness: Readiness | undefined;
  lastReview: string | undefined;
  findings: Finding[];
}

/**
 * @param findings of the whole handbook
 * @param verdicts on the signatures in the ledger
 * @returns undefined if nothing is known of the number on that day
 */
export function documentStatus(
  library: Library,
  number: string,
  findings: readonly Finding[],
  verdicts: readonly SignatureVerdict[],
): DocumentStatus | undefined {
  const found = standing(library, number);
  if (!found) return undefined;
  const releases = releasesOf(library.working, number);
  const own = findings.filter((finding) => finding.document === number && !finding.waiver);
  const working = library.working.documents.get(number);
  const valid = library.inForce.documents.get(number);
  return {
    standing: found,
    versions: releases.map((release) => ({
      release,
      from: release.entry.effective,
      until: lastDay(releases, release, found.withdrawal),
      steps: steps.map((step) => signedStep(release, step, verdicts)),
    })),
    changed: found.working === 'unreleased' ? changedSections(library, number) : [],
    readiness: working && !working.release && !found.isWithdrawn ? readiness(library, working, own) : undefined,
    lastReview: valid && lastReview(library.inForce, valid)?.on,
    findings: own,
  };
}

function signedStep(release: Release, step: Step, verdicts: readonly SignatureVerdict[]): SignedStep {
  const found = verdicts.find((item) => item.release === release && item.signature.step === step);
  return { step, ...release.entry[step], signature: found?.verdict ?? 'none' };
}
