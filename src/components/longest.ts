/** Columns that have their width from the first row on: a table does not move while the rest of it arrives. */
import { cellText, type Cell } from '../views/view.ts';

/** A table of fewer rows arrives in one piece. */
const manyRows = 30;

const wide = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/gu;

/** How wide a text is, in Latin letters: a full-width character counts as two. */
export function textWidth(text: string): number {
  return text.length + (text.match(wide)?.length ?? 0);
}

function width(cell: Cell): number {
  return textWidth(cellText(cell));
}

/** The widest cell of each column, for the head of a long table; empty for a short one. */
export function longestCells(rows: Cell[][]): Cell[] {
  if (rows.length < manyRows) return [];
  const longest: Cell[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      if (width(cell) > width(longest[column] ?? '')) longest[column] = cell;
    });
  }
  return longest;
}
