/** What `handbook status --format json` prints. */
import type { DocumentStanding } from '../control/standing.ts';
import type { DocumentStatus } from './document-status.ts';
import { countStandings } from './standing-text.ts';

/** All documents, with counts. */
export function standingsJson(items: readonly DocumentStanding[], asOf: string): unknown {
  return { asOf, counts: countStandings(items), documents: items.map(standingJson) };
}

function standingJson(item: DocumentStanding) {
  const { number, kind, title, inForce, coming, withdrawal, isWithdrawn, working, review, isOverdue, unsigned } = item;
  return {
    number,
    kind,
    title,
    inForce: inForce ? { version: inForce.release.version, from: inForce.from, until: inForce.until ?? null } : null,
    coming: coming.map(({ version, entry }) => ({ version, released: entry.released, effective: entry.effective })),
    withdrawn: withdrawal
      ? { on: withdrawal.on, successors: withdrawal.successors, retained: withdrawal.retained, done: isWithdrawn }
      : null,
    working: working ?? null,
    nextReview: review ?? null,
    overdue: isOverdue,
    unsigned: unsigned.map(({ version, step }) => ({ version, step })),
  };
}

/** One document. */
export function documentStatusJson(status: DocumentStatus, asOf: string): unknown {
  const { standing, versions, changed, readiness, lastReview, findings } = status;
  return {
    asOf,
    ...standingJson(standing),
    lastReview: lastReview ?? null,
    changedSections: changed,
    nextVersions: readiness?.next ?? [],
    missing: readiness?.missing ?? [],
    versions: versions.map(({ release, from, until, steps }) => ({
      version: release.version,
      released: release.entry.released,
      from,
      until: until ?? null,
      hash: release.entry.hash,
      steps,
    })),
    findings,
  };
}
