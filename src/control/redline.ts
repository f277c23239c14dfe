/** What changed between two versions of a text: blocks that stayed, came, went or were reworded, and in them the words. */
import type { Root } from 'mdast';
import { align, type Pair } from './redline-align.ts';
import { keyed, sectionNumber, textBlocks, type SourceBlock, type TextBlock } from './redline-blocks.ts';
import type { Change, Redline, RedlineBlock, RedlineCell } from './redline-model.ts';
import { textSimilarity } from './redline-similarity.ts';
import { plainText, type Piece } from './redline-text.ts';
import { changedWords, unchangedWords, type Word } from './redline-words.ts';

export { textBlocks, type BlockKind, type TextBlock } from './redline-blocks.ts';
export type { Change, Redline, RedlineBlock, RedlineCell } from './redline-model.ts';
export { unchangedCollapsed, type CollapsedRedline, type RedlineGap } from './redline-collapse.ts';
export type { Word } from './redline-words.ts';

/**
 * Compares two texts. The result is plain data; wording, emphasis and the addresses of links count, the line breaks of
 * the source do not.
 * @param before undefined for a document that is new
 * @param after undefined for a document that is withdrawn
 */
export function redline(before: Root | undefined, after: Root | undefined): Redline {
  return comparedBlocks(textBlocks(before), textBlocks(after));
}

/** {@link redline} of the blocks of two texts. */
export function comparedBlocks(before: readonly TextBlock[], after: readonly TextBlock[]): Redline {
  const pairs = align(before.map(keyed), after.map(keyed), { key: (block) => block.key, similarity });
  const moved = movedKeys(pairs);
  const blocks = pairs.map((pair) => redlineBlock(pair, moved));
  const changedSections = [...new Set(blocks.filter(({ change }) => change !== 'same').map(({ section }) => section))];
  return { blocks, changedSections };
}

/** From this likeness on, two blocks with the same number, name or first cell are the same one reworded. */
const SAME_IDENTITY = 0.6;

function similarity(before: SourceBlock, after: SourceBlock): number {
  if (before.kind !== after.kind || before.language !== after.language) return 0;
  const alike = textSimilarity(
    { owner: before, text: comparedText(before) },
    { owner: after, text: comparedText(after) },
  );
  const isSameThing = identity(before) !== undefined && identity(before) === identity(after);
  return isSameThing ? Math.max(alike, SAME_IDENTITY) : alike;
}

function comparedText(block: SourceBlock): string {
  return block.code ?? (block.cells ? block.cells.map(plainText).join('\n') : plainText(block.pieces));
}

/** What a block is known by, however much its wording changes: the number of a heading, the first cell of a row, the name of a component, a diagram. */
function identity(block: SourceBlock): string | undefined {
  if (block.kind === 'heading') return sectionNumber(plainText(block.pieces));
  if (block.kind === 'row') return plainText(block.cells?.[0] ?? []) || undefined;
  if (block.kind === 'component') return /^<\w+/.exec(plainText(block.pieces))?.[0];
  return block.language === 'mermaid' ? block.section : undefined;
}

/** Blocks with less text than this repeat by chance. In characters. */
const LEAST_MOVED_TEXT = 8;

function movedKeys(pairs: readonly Pair<SourceBlock>[]): Set<string> {
  const removed = new Set(pairs.flatMap(({ before, after }) => (before && !after ? [before.key] : [])));
  const added = pairs.flatMap(({ before, after }) => (after && !before ? [after] : []));
  return new Set(
    added
      .filter((block) => removed.has(block.key) && comparedText(block).length >= LEAST_MOVED_TEXT)
      .map((block) => block.key),
  );
}

function redlineBlock({ before, after }: Pair<SourceBlock>, moved: ReadonlySet<string>): RedlineBlock {
  const block = (after ?? before) as SourceBlock;
  const change = before && after ? (before.key === after.key ? 'same' : 'changed') : after ? 'added' : 'removed';
  return {
    kind: block.kind,
    ...(block.depth !== undefined && { depth: block.depth }),
    section: block.section,
    change,
    ...(change !== 'same' && change !== 'changed' && moved.has(block.key) && { moved: true as const }),
    ...(block.header && { header: true as const }),
    ...content(before, after, change),
  };
}

function content(
  before: SourceBlock | undefined,
  after: SourceBlock | undefined,
  change: Change,
): Partial<RedlineBlock> {
  const block = (after ?? before) as SourceBlock;
  if (block.code !== undefined) {
    return {
      ...(block.language && { language: block.language }),
      ...(before && { before: before.code ?? '' }),
      ...(after && { after: after.code ?? '' }),
    };
  }
  if (block.cells) return { cells: cells(before?.cells, after?.cells) };
  return { words: words(change, before?.pieces, after?.pieces) };
}

function words(change: Change, before: readonly Piece[] = [], after: readonly Piece[] = []): Word[] {
  if (change === 'changed') return changedWords(before, after);
  return change === 'removed' ? unchangedWords(before, change) : unchangedWords(after, change);
}

type Cell = readonly Piece[];

/** Cell by cell; where the number of columns changed, a cell goes with the one that it is most like. */
function cells(before: readonly Cell[] | undefined, after: readonly Cell[] | undefined): RedlineCell[] {
  return cellPairs(before ?? [], after ?? []).map((pair) => {
    const isSame = JSON.stringify(pair.before) === JSON.stringify(pair.after);
    const change = pair.before && pair.after ? (isSame ? 'same' : 'changed') : pair.after ? 'added' : 'removed';
    return { change, words: words(change, pair.before, pair.after) };
  });
}

function cellPairs(before: readonly Cell[], after: readonly Cell[]): Pair<Cell>[] {
  if (before.length === after.length)
    return before.map((cell, index) => ({ before: cell, after: after[index] as Cell }));
  return align(before, after, {
    key: (cell) => JSON.stringify(cell),
    similarity: (a, b) => textSimilarity({ owner: a, text: plainText(a) }, { owner: b, text: plainText(b) }),
  });
}
