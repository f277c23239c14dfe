/** All versions of a document in one file: most of what one says the others say, too, and that is held once. */
import type { TextBlock } from './redline.ts';
import type { PartText, VersionText } from './version-changes.ts';

export interface PackedVersions<Value = unknown> {
  blocks: TextBlock[];
  /** By the segment of the version in addresses, `a-1`; the blocks of each part by their index. */
  versions: Record<string, Packed<Value>>;
  /** Code of a diagram → its picture. */
  pictures?: Record<string, string>;
}

interface Packed<Value> extends Omit<VersionText<Value>, 'parts'> {
  parts: (Omit<PartText<Value>, 'blocks'> & { blocks: number[] })[];
}

/** Puts the versions of a document together. */
export function packed<Value>(versions: ReadonlyMap<string, VersionText<Value>>): PackedVersions<Value> {
  const blocks: TextBlock[] = [];
  const known = new Map<string, number>();
  const indexOf = (block: TextBlock): number => {
    const key = JSON.stringify(block);
    const index = known.get(key) ?? blocks.push(block) - 1;
    known.set(key, index);
    return index;
  };
  const list = [...versions].map(([version, text]): [string, Packed<Value>] => [
    version,
    { ...text, parts: text.parts.map((part) => ({ ...part, blocks: part.blocks.map(indexOf) })) },
  ]);
  return { blocks, versions: Object.fromEntries(list) };
}

/** One of the versions. @throws {RangeError} if there is none of that name */
export function unpacked<Value>({ blocks, versions }: PackedVersions<Value>, version: string): VersionText<Value> {
  const text = versions[version];
  if (!text) throw new RangeError(`No version ${version}`);
  return {
    ...text,
    parts: text.parts.map((part) => ({ ...part, blocks: part.blocks.map((index) => blocks[index]!) })),
  };
}
