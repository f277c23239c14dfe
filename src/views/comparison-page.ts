/** The redline between two versions of a document: metadata first, then every part that changed. */
import { redline, unchangedCollapsed, type RedlineBlock, type RedlineGap } from '../control/redline.ts';
import { versionPath } from '../handbook/address.ts';
import type { Document, Part } from '../handbook/graph.ts';
import type { Library } from '../handbook/open.ts';
import { partTree } from '../markdown/tree.ts';
import { partPath, partTitle } from './parts.ts';
import {
  classificationName,
  departmentLink,
  named,
  personName,
  roleLink,
  type Cell,
  type Link,
  type Table,
  type View,
} from './view.ts';

export type ShownBlock = RedlineBlock | RedlineGap;

export interface ComparisonPage {
  title: string;
  before: Link;
  after: Link;
  metadata: Table | undefined;
  sections: string[];
  /** Only parts that changed; the title is empty for a document of one part. */
  parts: { title: string; blocks: ShownBlock[] }[];
  /** Parts that only one of the two versions has: named, and shown where they stand. */
  added: Link[];
  removed: Link[];
}

interface PartChange {
  kind: 'added' | 'removed' | 'changed';
  part: Part;
  blocks: ShownBlock[];
  sections: string[];
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
    library.read(library.releases.find((release) => release.number === number && release.version === version)!)!;
  const before = document(beforeVersion);
  const after = document(afterVersion);
  const changes = changedParts(library, before, after);
  const links = (kind: PartChange['kind'], shown: Document): Link[] =>
    changes
      .filter((change) => change.kind === kind)
      .map(({ part }) => ({ text: partTitle(view, part), href: partPath(shown, part, 'version') }));
  const title = named(view, (handbook.documents.get(number) ?? after).data.title);
  return {
    title: words.compareTitle(title, beforeVersion, afterVersion),
    before: {
      text: words.bracketed(beforeVersion, before.data.effective ?? ''),
      href: versionPath(number, beforeVersion),
    },
    after: { text: words.bracketed(afterVersion, after.data.effective ?? ''), href: versionPath(number, afterVersion) },
    metadata: metadataChanges(view, before, after),
    sections: [...new Set(changes.flatMap((change) => change.sections))].filter(Boolean),
    parts: changes
      .filter(({ kind }) => kind === 'changed')
      .map(({ part, blocks }) => ({ title: part.data ? partTitle(view, part) : '', blocks })),
    added: links('added', after),
    removed: links('removed', before),
  };
}

const compared = new WeakMap<Document, Map<Document, PartChange[]>>();

/** The parts of two texts that differ. Remembered, because each language of the interface shows them. */
export function changedParts(library: Library, before: Document, after: Document): PartChange[] {
  const known = compared.get(before)?.get(after);
  if (known) return known;
  const handbook = library.inForce;
  const names = [...new Set([...after.parts, ...before.parts].map(partKey))];
  const changes = names.flatMap((name): PartChange[] => {
    const old = before.parts.find((part) => partKey(part) === name);
    const current = after.parts.find((part) => partKey(part) === name);
    if (!old || !current) {
      const part = (current ?? old)!;
      return [{ kind: current ? 'added' : 'removed', part, blocks: [], sections: [part.data?.section ?? ''] }];
    }
    const result = redline(partTree(handbook, before, old), partTree(handbook, after, current));
    if (result.blocks.every((block) => block.change === 'same')) return [];
    const blocks = unchangedCollapsed(result).blocks.filter((block) => !isTitle(block, current));
    return [{ kind: 'changed', part: current, blocks, sections: result.changedSections }];
  });
  const byAfter = compared.get(before) ?? new Map<Document, PartChange[]>();
  byAfter.set(after, changes);
  compared.set(before, byAfter);
  return changes;
}

/** True for the unchanged first heading of a part, which the page shows as the title of the part. */
function isTitle(block: ShownBlock, part: Part): boolean {
  return (
    part.data !== undefined &&
    block.kind === 'heading' &&
    block.change === 'same' &&
    block.words?.map((word) => word.text).join('') === part.body.sections[0]?.title
  );
}

/** Parts of two versions are the same part if they have one name; the main part always is. */
function partKey(part: Part): string {
  return part.data ? part.name : '';
}

function metadataChanges(view: View, before: Document, after: Document): Table | undefined {
  const { words } = view;
  const signed = (signature: { by: string; on: string } | undefined) =>
    signature ? `${personName(view, signature.by)} ${signature.on}` : words.none;
  const fields: [string, (document: Document) => Cell][] = [
    [words.title, ({ data }) => named(view, data.title)],
    [words.version, ({ data }) => data.version],
    [words.owner, ({ data }) => roleLink(view, data.owner)],
    [words.department, ({ data }) => departmentLink(view, data.department)],
    [words.supportDepartments, ({ data }) => data.support.map((id) => departmentLink(view, id))],
    [words.classification, ({ data }) => classificationName(view, data.classification)],
    [words.control, ({ data }) => words[data.control]],
    [words.meetsClauses, ({ data }) => words.list([...data.clauses.primary, ...data.clauses.supporting])],
    [words.prepared, ({ data }) => signed(data.prepared)],
    [words.reviewed, ({ data }) => signed(data.reviewed)],
    [words.approved, ({ data }) => signed(data.approved)],
    [words.released, ({ data }) => data.released ?? ''],
    [words.effective, ({ data }) => data.effective ?? ''],
    [words.nextReview, ({ data }) => words.reviewEvery(data.reviewMonths)],
  ];
  const rows = fields
    .map(([label, value]): Cell[] => [label, value(before), value(after)])
    .filter(([, old, current]) => JSON.stringify(old) !== JSON.stringify(current));
  return rows.length ? { columns: [words.field, words.before, words.after], rows } : undefined;
}
