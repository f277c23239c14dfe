/** A tree of Markdown → the flat list of blocks that a redline compares. */
import type { ListItem, Root, RootContent, Table } from 'mdast';
import type {} from 'mdast-util-mdx';
import { inlinePieces, plainText, tag, type Piece } from './redline-text.ts';

export type BlockKind = 'heading' | 'paragraph' | 'item' | 'row' | 'code' | 'component';

/** One block of one side, before it is compared: plain data, which can be published and compared in a browser. */
export interface TextBlock {
  kind: BlockKind;
  /** Level of a heading, 1–6, or of a list item, 1 for the outermost list. */
  depth?: number;
  /** Number, or for want of one the title, of the section that the block stands in. Empty before the first heading. */
  section: string;
  /** What is written in it. A row has none. */
  pieces: Piece[];
  /** The cells of a row. */
  cells?: Piece[][];
  /** The row of the column titles. */
  header?: true;
  /** What is between the fences, and what stands behind the first of them. */
  code?: string;
  language?: string;
}

/** A block that is being compared. */
export interface SourceBlock extends TextBlock {
  /** Equal for blocks that read the same. */
  key: string;
}

type Draft = Omit<TextBlock, 'section' | 'pieces'> & { pieces?: Piece[] };

/** The blocks of a document in reading order. No tree, no blocks. */
export function textBlocks(root: Root | undefined): TextBlock[] {
  let section = '';
  return (root?.children ?? []).flatMap((node) => {
    if (node.type === 'heading') {
      const title = plainText(inlinePieces(node.children));
      section = sectionNumber(title) ?? title;
    }
    return drafts(node, 0).map((draft) => ({ pieces: [], ...draft, section }));
  });
}

/** `5.3` of “5.3 升级”, `附件2` of “附件2 职责分配表”. As in src/handbook/section-id.ts. */
export function sectionNumber(title: string): string | undefined {
  return /^(?:附件|附录)?\d+(?:\.\d+)*/.exec(title)?.[0];
}

/** With what tells blocks apart that do not read the same. */
export function keyed(block: TextBlock): SourceBlock {
  const { kind, depth, pieces, cells, code, language } = block;
  return { ...block, key: JSON.stringify([kind, depth, pieces, cells, code, language]) };
}

/** @param level of the list around the node, 0 for none */
function drafts(node: RootContent, level: number): Draft[] {
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', depth: node.depth, pieces: inlinePieces(node.children) }];
    case 'paragraph':
      return [{ kind: 'paragraph', pieces: inlinePieces(node.children) }];
    case 'list':
      return node.children.flatMap((item) => itemDrafts(item, level + 1));
    case 'table':
      return rowDrafts(node);
    case 'code':
      return [{ kind: 'code', code: node.value, ...(node.lang && { language: node.lang }) }];
    case 'blockquote':
    case 'footnoteDefinition':
      return node.children.flatMap((child) => drafts(child, level));
    case 'mdxJsxFlowElement':
      return [
        { kind: 'component', pieces: [{ text: tag(node) }] },
        ...node.children.flatMap((child) => drafts(child, level)),
      ];
    case 'mdxJsxTextElement':
      return [{ kind: 'component', pieces: inlinePieces([node]) }];
    case 'definition':
      return [{ kind: 'component', pieces: [{ text: `[${node.label ?? node.identifier}]: ${node.url}` }] }];
    case 'html':
    case 'mdxFlowExpression':
    case 'mdxjsEsm':
      return [{ kind: 'component', pieces: [{ text: node.value }] }];
    default:
      return [];
  }
}

/** The first paragraph is the item itself; lists, code and more paragraphs in it follow as blocks of their own. */
function itemDrafts(item: ListItem, level: number): Draft[] {
  const [first, ...rest] = item.children;
  const box: Piece[] = typeof item.checked === 'boolean' ? [{ text: item.checked ? '[x] ' : '[ ] ' }] : [];
  const pieces = first?.type === 'paragraph' ? [...box, ...inlinePieces(first.children)] : box;
  const others = first && first.type !== 'paragraph' ? item.children : rest;
  return [{ kind: 'item', depth: level, pieces }, ...others.flatMap((child) => drafts(child, level))];
}

function rowDrafts(table: Table): Draft[] {
  return table.children.map((row, index) => ({
    kind: 'row',
    cells: row.children.map((cell) => inlinePieces(cell.children)),
    ...(index === 0 && { header: true as const }),
  }));
}
