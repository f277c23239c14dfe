/** The blocks of a body: sections, paragraphs, lists, tables and diagrams. */
import type { Code, Heading, List, Nodes, Paragraph, Root, Table as TableNode, TableCell } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { nodePlace, placeAfter, placeWithin, writtenAs } from './body-place.ts';
import { joinLines } from './body-text.ts';
import type { Place } from './finding.ts';
import { sectionId } from './section-id.ts';
import type { SourceFile } from './source.ts';

export interface Section {
  depth: number;
  /** The text of the heading, with its number. */
  title: string;
  /** `5.3` of “5.3 升级”, if the heading begins with a number. */
  number: string | undefined;
  /** The anchor on the page: the number, or a slug of the text. */
  id: string;
  place: Place;
  /** True if nothing stands between this heading and the next of the same or a higher level. */
  empty: boolean;
}

/** A paragraph, also in a list, a quotation or a note, or the cell of a table. */
export interface Block {
  kind: 'paragraph' | 'cell';
  /** As it is read: without marks, in one line. */
  text: string;
  /** The anchor of the section that it stands in; undefined before the first heading. */
  section: string | undefined;
  place: Place;
  /** Where it begins and ends within the body, in characters. */
  range: readonly [from: number, to: number];
}

/** A numbered list, or the part of it between two paragraphs. */
export interface NumberedList {
  /** The numbers as written, which are not those that are shown if they are not continuous. */
  items: { number: number; place: Place }[];
  section: string | undefined;
  /** How many lists it stands in. */
  level: number;
}

export interface Table {
  place: Place;
  columns: number;
  /** The cells of the header without text; columns are counted from 1. */
  untitled: { column: number; place: Place }[];
  /** Rows that have not as many cells as the header; at the first cell too many, or at the row. */
  uneven: { cells: number; place: Place }[];
  header: string[];
  /** The rows below the header. */
  rows: { text: string; place: Place }[][];
}

/** Lines written as a table that are shown as text, because the line below the header has not as many cells. */
export interface BrokenTable {
  header: number;
  delimiter: number;
  /** Of the line below the header. */
  place: Place;
}

export interface Diagram {
  code: string;
  /** The anchor of the section that it stands in. */
  section: string | undefined;
  /** The first line of the code. */
  place: Place;
}

/** The headings of a body, in order. */
export function sections(source: SourceFile, tree: Root): { node: Heading; section: Section }[] {
  const taken = new Map<string, number>();
  const headings = tree.children.flatMap((node, index) => (node.type === 'heading' ? [{ node, index }] : []));
  return headings.map(({ node, index }) => {
    const title = toString(node);
    const next = tree.children[index + 1];
    return {
      node,
      section: {
        depth: node.depth,
        title,
        number: /^\d+(\.\d+)*/.exec(title)?.[0],
        id: sectionId(title, taken),
        place: nodePlace(source, node),
        empty: !next || (next.type === 'heading' && next.depth <= node.depth),
      },
    };
  });
}

/** A paragraph or a cell with text in it. */
export function block(source: SourceFile, node: Paragraph | TableCell, section: string | undefined): Block | undefined {
  const text = joinLines(toString(node)).trim();
  if (!text) return undefined;
  const { written, offset } = writtenAs(source, node);
  return {
    kind: node.type === 'paragraph' ? 'paragraph' : 'cell',
    text,
    section,
    place: nodePlace(source, node),
    range: [offset, offset + written.length],
  };
}

/** The place of a piece of a block; that of the block if the piece is written in another way in the file. */
export function placeInBlock(source: SourceFile, { place, range: [from, to] }: Block, piece: string): Place {
  const at = source.body.slice(from, to).indexOf(piece);
  return at < 0 ? place : placeWithin(source, place, from, from + at);
}

/** A list with numbers; undefined for one with dots. */
export function numberedList(
  source: SourceFile,
  node: List,
  section: string | undefined,
  level: number,
): NumberedList | undefined {
  if (!node.ordered) return undefined;
  const items = node.children.map((item) => ({
    number: Number(/^\d+/.exec(writtenAs(source, item).written)?.[0] ?? 0),
    place: nodePlace(source, item),
  }));
  return { items, section, level };
}

/** What is wrong or right about the cells of a table. */
export function table(source: SourceFile, node: TableNode): Table {
  const [header, ...rows] = node.children;
  const columns = header?.children.length ?? 0;
  return {
    place: nodePlace(source, node),
    columns,
    untitled: (header?.children ?? []).flatMap((cell, index) =>
      hasContent(cell) ? [] : [{ column: index + 1, place: nodePlace(source, cell) }],
    ),
    uneven: rows.flatMap((row) => {
      const cells = row.children.length;
      return cells === columns ? [] : [{ cells, place: nodePlace(source, row.children[columns] ?? row) }];
    }),
    header: (header?.children ?? []).map((cell) => toString(cell).trim()),
    rows: rows.map((row) =>
      row.children.map((cell) => ({ text: toString(cell).trim(), place: nodePlace(source, cell) })),
    ),
  };
}

function hasContent(node: Nodes): boolean {
  return toString(node).trim() !== '' || ('children' in node && node.children.some(({ type }) => type !== 'text'));
}

const delimiterLine = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** The table that a paragraph was meant to be. */
export function brokenTable(source: SourceFile, node: Paragraph): BrokenTable | undefined {
  const { written, offset } = writtenAs(source, node);
  if (!written.includes('|') || !written.includes('-')) return undefined;
  const lines = written.split('\n');
  const index = lines.findIndex(
    (line, at) => at > 0 && line.includes('|') && delimiterLine.test(line) && lines[at - 1]!.includes('|'),
  );
  if (index < 1) return undefined;
  const before = lines.slice(0, index).join('\n').length + 1;
  const indent = /^[ \t>]*/.exec(lines[index]!)![0].length;
  return {
    header: cellCount(lines[index - 1]!),
    delimiter: cellCount(lines[index]!),
    place: placeAfter(source, node, offset + before + indent),
  };
}

function cellCount(line: string): number {
  const inner = line.replace(/^[ \t>]*\|?/, '').replace(/\|?[ \t]*$/, '');
  return inner.replace(/\\./g, '').split('|').length;
}

/** The code of a Mermaid diagram; undefined for other code. */
export function diagram(source: SourceFile, node: Code, section: string | undefined): Diagram | undefined {
  if (node.lang !== 'mermaid') return undefined;
  const place = nodePlace(source, node);
  // Without code there is no line below the fence to point at.
  return { code: node.value, section, place: { ...place, line: place.line + (node.value ? 1 : 0) } };
}

/** The place of a line and column of the code: in a list or a quotation the lines of the file are longer. */
export function placeInDiagram(source: SourceFile, diagram: Diagram, line: number, column: number): Place {
  const { place } = diagram;
  const code = diagram.code.split('\n')[line - 1] ?? '';
  const written = source.text.split('\n')[place.line + line - 2] ?? '';
  const before = written.endsWith(code) ? written.length - code.length : place.column - 1;
  return { ...place, line: place.line + line - 1, column: before + column };
}
