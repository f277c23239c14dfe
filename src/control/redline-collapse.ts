/** A redline without the long stretches in which nothing changed. */
import type { Redline, RedlineBlock } from './redline-model.ts';

/** Stands for unchanged blocks that are left out. */
export interface RedlineGap {
  kind: 'gap';
  /** How many blocks are left out. */
  count: number;
}

export interface CollapsedRedline {
  blocks: (RedlineBlock | RedlineGap)[];
  changedSections: string[];
}

/**
 * Leaves every change, the blocks around it, the headings that it stands under, and the column titles of a table with
 * a changed row. A single block is never replaced: the gap would take as much room.
 * @param context how many unchanged blocks to keep before and after a change
 */
export function unchangedCollapsed({ blocks, changedSections }: Redline, context = 1): CollapsedRedline {
  const kept = keptBlocks(blocks, context);
  const collapsed: CollapsedRedline['blocks'] = [];
  for (let at = 0; at < blocks.length;) {
    let end = at;
    while (end < blocks.length && !kept[end]) end += 1;
    if (end - at > 1) collapsed.push({ kind: 'gap', count: end - at });
    else collapsed.push(...blocks.slice(at, Math.max(end, at + 1)));
    at = Math.max(end, at + 1);
  }
  return { blocks: collapsed, changedSections };
}

function keptBlocks(blocks: readonly RedlineBlock[], context: number): boolean[] {
  const kept = blocks.map(() => false);
  /** Where the headings stand that are in force at a block: by level, the outermost first. */
  const headings: number[] = [];
  let header: number | undefined;
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'heading') {
      while (headings.length && levelAt(blocks, headings.at(-1)) >= (block.depth ?? 1)) headings.pop();
      headings.push(index);
    }
    if (block.kind !== 'row') header = undefined;
    else if (block.header) header = index;
    if (block.change === 'same') continue;
    for (const heading of headings) kept[heading] = true;
    if (block.kind === 'row' && header !== undefined) kept[header] = true;
    for (let near = Math.max(0, index - context); near <= Math.min(blocks.length - 1, index + context); near += 1)
      kept[near] = true;
  }
  return kept;
}

function levelAt(blocks: readonly RedlineBlock[], index: number | undefined): number {
  return blocks[index ?? -1]?.depth ?? 1;
}
