/** A redline as plain data. */
import type { BlockKind } from './redline-blocks.ts';
import type { Word } from './redline-words.ts';

export type Change = 'same' | 'added' | 'removed' | 'changed';

/** A cell of a table row. */
export interface RedlineCell {
  change: Change;
  words: Word[];
}

export interface RedlineBlock {
  kind: BlockKind;
  /** Level of a heading, 1–6, or of a list item, 1 for the outermost list. */
  depth?: number;
  /** Number, or for want of one the title, of the section; empty before the first heading. Of the old text for what was removed. */
  section: string;
  change: Change;
  /** True on both halves of a block that stands elsewhere now, word for word: one is `removed`, one is `added`. */
  moved?: true;
  /** The text; the opening tag of a component. Not for rows and code. */
  words?: Word[];
  /** Of a row. */
  cells?: RedlineCell[];
  /** This row holds the titles of the columns and begins a table. */
  header?: true;
  /** Of code: `mermaid` for a diagram. */
  language?: string;
  /** Of code: what it was (not for `added`). */
  before?: string;
  /** Of code: what it is (not for `removed`). */
  after?: string;
}

export interface Redline {
  blocks: RedlineBlock[];
  /** The sections that hold a change, in reading order, named as in `RedlineBlock.section`. */
  changedSections: string[];
}
