/** The redline between two versions of a document: metadata first, then every part that changed. */
import { impliedSections, recordAgreement, type RecordAgreement } from '../checks/record-agreement.ts';
import { stepFrom } from '../checks/version-step.ts';
import { versionChanges, type PartText, type ShownBlock, type VersionChanges } from '../control/version-changes.ts';
import { releasesOf } from '../control/state.ts';
import { comparePath, comparisonPath, versionPath, versionSegment } from '../handbook/address.ts';
import { sha256 } from '../handbook/canonical.ts';
import type { Document, Handbook, Release } from '../handbook/graph.ts';
import type { Library } from '../handbook/open.ts';
import { handbookNames, listsHandbook, namesIn } from '../markdown/dependencies.ts';
import { named, type Cell, type Link, type Table, type View } from './view.ts';
import { versionText } from './version-text.ts';

export type { ShownBlock } from '../control/version-changes.ts';

export interface ComparisonPage {
  title: string;
  before: Link;
  after: Link;
  metadata: Table | undefined;
  sections: string[];
  /** What the change record says of the later version, if it says anything. */
  record: ShownRecord | undefined;
  /** Only parts that changed; the title is empty for a document of one part. */
  parts: { title: string; blocks: ShownBlock[] }[];
  /** Parts that only one of the two versions has: named, and shown where they stand. */
  added: Link[];
  removed: Link[];
}

/** The change record beside what really changed. */
export interface ShownRecord {
  /** `A/1：5.3。…` */
  entries: string[];
  /** Where both disagree; nothing if they agree. */
  differences: string[];
  /** What changed with it and is not named, if anything. */
  implied: string | undefined;
}

/** The comparison of two released versions. */
export function comparisonPage(
  view: View,
  library: Library,
  number: string,
  beforeVersion: string,
  afterVersion: string,
): ComparisonPage {
  const { words, handbook } = view;
  const document = (version: string) =>
    library.read(releasesOf(handbook, number).find((release) => release.version === version)!)!;
  const before = document(beforeVersion);
  const after = document(afterVersion);
  const changes = changesBetween(view, before, after);
  const link = ({ title, path }: PartText): Link => ({ text: title, href: path });
  const title = named(view, (handbook.documents.get(number) ?? after).data.title);
  return {
    title: words.compareTitle(title, beforeVersion, afterVersion),
    before: {
      text: words.bracketed(beforeVersion, before.data.effective ?? ''),
      href: versionPath(number, beforeVersion),
    },
    after: { text: words.bracketed(afterVersion, after.data.effective ?? ''), href: versionPath(number, afterVersion) },
    metadata: metadataTable(view, changes),
    sections: changes.sections,
    record: shownRecord(view, library, before, after, changes.sections),
    parts: changes.changed.map(({ part, blocks }) => ({ title: part.title, blocks })),
    added: changes.added.map(link),
    removed: changes.removed.map(link),
  };
}

/**
 * Digests of everything that a comparison of these versions is made of: what is frozen by its hash, and the names that
 * it takes from today's handbook. Known long before the comparison itself.
 */
export function comparisonSources({ handbook }: View, library: Library, releases: readonly Release[]): string[] {
  return releases.map((release) => {
    const document = library.read(release);
    const title = handbook.documents.get(release.number)?.data.title;
    const names = document && namesDigest(handbook, document);
    return sha256(JSON.stringify([release.entry.hash, release.actualHash, title, names]));
  });
}

const namesDigests = new WeakMap<Document, { handbook: Handbook; digest: string }>();

/** Worked out once for the comparisons with the version before and with the one after, in all languages. */
function namesDigest(handbook: Handbook, document: Document): string {
  const known = namesDigests.get(document);
  if (known?.handbook === handbook) return known.digest;
  const names = document.parts.map((part) => [
    namesIn(handbook, document, part),
    listsHandbook(document, part) && handbookNames(handbook),
  ]);
  const digest = sha256(JSON.stringify(names));
  namesDigests.set(document, { handbook, digest });
  return digest;
}

/** What changed from one text of a document to another, which may be a working text. */
export function changesBetween(view: View, before: Document, after: Document): VersionChanges<Cell> {
  return versionChanges(versionText(view, before), versionText(view, after));
}

/** Compared once for all languages. */
const agreements = new WeakMap<Document, RecordAgreement | undefined>();

function shownRecord(
  view: View,
  library: Library,
  before: Document,
  after: Document,
  changed: readonly string[],
): ShownRecord | undefined {
  const { words } = view;
  if (!before.release) return undefined;
  if (!agreements.has(after)) {
    const step = stepFrom(library, after, before.release, true);
    agreements.set(after, step && recordAgreement(step));
  }
  const agreement = agreements.get(after);
  if (!agreement) return undefined;
  const { entries, unnamed, unchanged } = agreement;
  const implied = impliedSections(agreement, changed);
  return {
    entries: entries.map(({ version, sections, what }) => words.recordEntry(version, words.list(sections), what)),
    differences: [
      ...(unnamed.length ? [words.labelled(words.recordUnnamed, words.list(unnamed))] : []),
      ...(unchanged.length ? [words.labelled(words.recordUnchanged, words.list(unchanged))] : []),
    ],
    implied: implied.length ? words.labelled(words.recordImplied, words.list(implied)) : undefined,
  };
}

/** The metadata that changed, before and after. */
export function metadataTable({ words }: View, { fields }: VersionChanges<Cell>): Table | undefined {
  const rows = fields.map(([label, before = '—', after = '—']): Cell[] => [label, before, after]);
  return rows.length ? { columns: [words.field, words.before, words.after], rows } : undefined;
}

/** Each version of a document with the one before it, the earlier first: these comparisons have pages of their own. */
export function neighbouringVersions<T>(versions: readonly T[]): { before: T; after: T }[] {
  return versions.slice(1).map((after, index) => ({ before: versions[index]!, after }));
}

/** True if a document has versions that are no neighbours. */
export function hasDistantVersions(releases: readonly Release[]): boolean {
  return releases.length > 2;
}

/**
 * The address of the comparison of two versions: its own page for neighbours; for any others the page on which the
 * browser compares.
 */
export function comparisonLink(releases: readonly Release[], number: string, before: string, after: string): string {
  const isNeighbour = neighbouringVersions(releases).some(
    (pair) => pair.before.version === before && pair.after.version === after,
  );
  return isNeighbour
    ? comparisonPath(number, before, after)
    : `${comparePath(number)}?before=${versionSegment(before)}&after=${versionSegment(after)}`;
}
