/** Columns that have their width from the first row on: a table does not move while the rest of it arrives. */
import { cellText, type Cell } from '../views/view.ts';

/** A table of fewer rows arrives in one piece. */
const manyRows = 30;

const wide = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/gu;

function width(cell: Cell): number {
  const text = cellText(cell);
  return text.length + (text.match(wide)?.length ?? 0);
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
