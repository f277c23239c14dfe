/** The grammar of versions and which version may follow which (brief: edition letter / revision digit, or decimal). */
import type { HandbookData } from '../schema/handbook.ts';

export type VersionRules = Pick<HandbookData['versions'], 'scheme' | 'lastRevision'>;

export interface Version {
  /** 1 for A or 1, 2 for B or 2 … */
  edition: number;
  revision: number;
}

/** `B/3` → { edition: 2, revision: 3 }; undefined if the label does not keep to the scheme. */
export function parseVersion(label: string, rules: VersionRules): Version | undefined {
  if (rules.scheme === 'decimal') {
    const match = /^([1-9]\d*)\.(0|[1-9]\d*)$/.exec(label);
    return match ? { edition: Number(match[1]), revision: Number(match[2]) } : undefined;
  }
  const match = /^([A-Z])\/(0|[1-9]\d*)$/.exec(label);
  return match ? { edition: (match[1] as string).charCodeAt(0) - 64, revision: Number(match[2]) } : undefined;
}

/** The label of a version in the scheme. */
export function formatVersion({ edition, revision }: Version, rules: VersionRules): string {
  return rules.scheme === 'decimal' ? `${edition}.${revision}` : `${String.fromCharCode(64 + edition)}/${revision}`;
}

/** The first version of a document. */
export function firstVersion(rules: VersionRules): string {
  return formatVersion({ edition: 1, revision: 0 }, rules);
}

/**
 * The versions that may follow one: the next revision, unless the limit of the edition is reached, and the next edition.
 * @returns labels
 */
export function nextVersions(label: string, rules: VersionRules): { revision?: string; edition?: string } {
  const version = parseVersion(label, rules);
  if (!version) return {};
  return {
    revision:
      version.revision < rules.lastRevision
        ? formatVersion({ ...version, revision: version.revision + 1 }, rules)
        : undefined,
    edition:
      rules.scheme === 'decimal' || version.edition < 26
        ? formatVersion({ edition: version.edition + 1, revision: 0 }, rules)
        : undefined,
  };
}

/** True if the second version may follow the first: A/1 → A/2 or B/0, never A/3 or B/1. */
export function isSuccessor(before: string, after: string, rules: VersionRules): boolean {
  const { revision, edition } = nextVersions(before, rules);
  return after === revision || after === edition;
}
