/** Two texts of a document beside each other: the redline of every part, and what differs in their front matter. */
import { redline, type Redline } from '../control/redline.ts';
import { newestRelease } from '../control/state.ts';
import type { Document, Handbook, Part } from '../handbook/graph.ts';
import type { Library } from '../handbook/open.ts';
import { partTree } from '../markdown/tree.ts';
import type { ChangeEntry } from '../schema/document.ts';
import { metadataChanges, type MetadataChange } from '../control/metadata.ts';

export interface PartComparison {
  change: 'same' | 'added' | 'removed' | 'changed';
  part: Part;
  redline: Redline;
}

export interface DocumentComparison {
  /** In reading order of the later text; what it no longer has comes last. */
  parts: PartComparison[];
  /** The sections in which a reader sees a change. */
  sections: string[];
  /** What differs in the front matter and is not shown by a section. */
  metadata: MetadataChange[];
  /** Entries of the change record that only the later text has. */
  entries: ChangeEntry[];
}

/**
 * Compares two texts of a document.
 * @param handbook whose names both texts are shown with, so that a role that was renamed is no change of theirs
 * @param before undefined for a document that is new
 */
export function compareDocuments(
  handbook: Handbook,
  before: Document | undefined,
  after: Document,
): DocumentComparison {
  const old = new Map((before?.parts ?? []).map((part) => [keyOf(part), part]));
  const parts = after.parts.map((part): PartComparison => {
    const was = old.get(keyOf(part));
    old.delete(keyOf(part));
    const result = redline(
      was && before ? partTree(handbook, before, was) : undefined,
      partTree(handbook, after, part),
    );
    const isSame = result.blocks.every(({ change }) => change === 'same');
    return { change: !was ? 'added' : isSame ? 'same' : 'changed', part, redline: result };
  });
  for (const part of old.values()) {
    parts.push({ change: 'removed', part, redline: redline(partTree(handbook, before!, part), undefined) });
  }
  return {
    parts,
    sections: [...new Set(parts.flatMap(sectionsOf))],
    metadata: metadataChanges(handbook, before, after),
    entries: after.data.changes.slice(before?.data.changes.length ?? 0),
  };
}

/** The main part is known by being it, the others by their names. */
function keyOf(part: Part): string {
  return part.data ? part.name : '';
}

/** What stands before the first heading of a part belongs to the section that the part is. */
function sectionsOf({ part, redline: { changedSections } }: PartComparison): string[] {
  return changedSections.map((section) => section || (part.data?.section ?? '')).filter(Boolean);
}

/** What a change record calls the front matter that no section shows. */
export function metadataSection({ settings }: Handbook): string {
  return settings.language === 'en' ? 'document information' : '文件信息';
}

/** What a change record has to name: the sections in which the working text differs from the newest release. */
export function changedSections(library: Library, number: string): string[] {
  const document = library.working.documents.get(number);
  const release = newestRelease(library.working, number);
  const before = release && library.read(release);
  if (!document || !before) return [];
  const { sections, metadata } = compareDocuments(library.working, before, document);
  const hasOwn = metadata.some(({ ofEachVersion }) => !ofEachVersion);
  return sections.length || !hasOwn ? sections : [metadataSection(library.working)];
}
