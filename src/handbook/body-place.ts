/** Where a node of a body stands in its file. */
import type { Position } from 'unist';
import type { Place } from './finding.ts';
import type { SourceFile } from './source.ts';

interface Positioned {
  position?: Position | undefined;
}

/** For nodes that were made and not read. */
export const nowhere: Position = {
  start: { line: 1, column: 1, offset: 0 },
  end: { line: 1, column: 1, offset: 0 },
};

/** The place at which a node begins. */
export function nodePlace(source: SourceFile, node: Positioned): Place {
  const { start } = node.position ?? nowhere;
  return source.bodyPlace(start.line, start.column);
}

/** A node as its author wrote it, and where it begins within the body. */
export function writtenAs(source: SourceFile, node: Positioned): { written: string; offset: number } {
  const { start, end } = node.position ?? nowhere;
  const offset = start.offset ?? 0;
  return { written: source.body.slice(offset, end.offset), offset };
}

/** The place of a character of the body that stands within or behind a node. */
export function placeAfter(source: SourceFile, node: Positioned, offset: number): Place {
  const { start } = node.position ?? nowhere;
  return placeWithin(source, nodePlace(source, node), start.offset ?? 0, offset);
}

/**
 * The place of a character of the body that stands behind a known place.
 * @param start the known place, and `from` how many characters of the body stand before it
 */
export function placeWithin(source: SourceFile, start: Place, from: number, offset: number): Place {
  const before = source.body.slice(from, offset).split('\n');
  const column = (before.length === 1 ? start.column : 1) + (before.at(-1) as string).length;
  return { ...start, line: start.line + before.length - 1, column };
}
