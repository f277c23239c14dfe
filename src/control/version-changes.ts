/** What changed between two versions of a document: its metadata and its parts. Runs at build and in the browser. */
import {
  comparedBlocks,
  unchangedCollapsed,
  type Redline,
  type RedlineBlock,
  type RedlineGap,
  type TextBlock,
} from './redline.ts';

/** A version as plain data. `Value` is how a page shows the value of a field. */
export interface VersionText<Value = unknown> {
  /** Its metadata, by label; equal values have equal JSON. */
  fields: [label: string, value: Value][];
  parts: PartText<Value>[];
}

/** One part of a version. */
export interface PartText<Value = unknown> {
  /** The name of the part; empty for the main part, which is the same part in all versions. */
  key: string;
  /** Empty for the main part. */
  title: string;
  /** Number of the section that the part is; empty for the main part. */
  section: string;
  /** Path of its page, without base and language. */
  path: string;
  /** What its first heading says, if the page of the part shows that as its title. */
  heading?: string;
  /** Its own metadata; none for the main part, whose metadata is that of the document. */
  fields: [label: string, value: Value][];
  blocks: TextBlock[];
}

export type ShownBlock = RedlineBlock | RedlineGap;

export interface VersionChanges<Value = unknown> {
  /** The fields that differ. */
  fields: [label: string, before: Value | undefined, after: Value | undefined][];
  /** The sections that hold a change, in reading order. */
  sections: string[];
  /** Parts whose text differs, without the long stretches in which nothing changed. */
  changed: { part: PartText; blocks: ShownBlock[] }[];
  /** Parts that only one of the two versions has. */
  added: PartText[];
  removed: PartText[];
}

/** Compares two versions of one document, the earlier one first. */
export function versionChanges<Value>(before: VersionText<Value>, after: VersionText<Value>): VersionChanges<Value> {
  const changes: VersionChanges<Value> = {
    fields: changedFields(before.fields, after.fields),
    sections: [],
    changed: [],
    added: [],
    removed: [],
  };
  const sections = new Set<string>();
  for (const key of new Set([...after.parts, ...before.parts].map((part) => part.key))) {
    const old = before.parts.find((part) => part.key === key);
    const current = after.parts.find((part) => part.key === key);
    if (!old || !current) {
      const part = (current ?? old)!;
      (current ? changes.added : changes.removed).push(part);
      sections.add(part.section);
      continue;
    }
    changes.fields.push(...changedFields(old.fields, current.fields));
    const redline = redlineOf(old.blocks, current.blocks);
    if (redline.blocks.every(({ change }) => change === 'same')) continue;
    for (const section of redline.changedSections) sections.add(section);
    const blocks = unchangedCollapsed(redline).blocks.filter((block) => !isTitle(block, current));
    changes.changed.push({ part: current, blocks });
  }
  changes.sections = [...sections].filter(Boolean);
  return changes;
}

const known = new WeakMap<readonly TextBlock[], { after: readonly TextBlock[]; redline: Redline }>();

/** Remembered, because each language of the interface shows the same redline. */
function redlineOf(before: readonly TextBlock[], after: readonly TextBlock[]): Redline {
  const last = known.get(before);
  if (last?.after === after) return last.redline;
  const redline = comparedBlocks(before, after);
  known.set(before, { after, redline });
  return redline;
}

type Fields<Value> = VersionText<Value>['fields'];

function changedFields<Value>(before: Fields<Value>, after: Fields<Value>): VersionChanges<Value>['fields'] {
  const old = new Map(before);
  const current = new Map(after);
  return [...new Set([...old.keys(), ...current.keys()])]
    .map((label): [string, Value | undefined, Value | undefined] => [label, old.get(label), current.get(label)])
    .filter(([, a, b]) => JSON.stringify(a) !== JSON.stringify(b));
}

/** True for the unchanged first heading of a part, which the page shows as the title of the part. */
function isTitle(block: ShownBlock, { heading }: PartText): boolean {
  return (
    heading !== undefined &&
    block.kind === 'heading' &&
    block.change === 'same' &&
    block.words?.map((word) => word.text).join('') === heading
  );
}
