/** How wide the cell of a table has to be, told to the styles by a class. */
import { isSignedFigure, longCell } from '../markdown/long-cell.ts';
import { cellText, type Cell } from '../views/view.ts';
import { textWidth } from './longest.ts';

/** Titles longer than this, in full-width characters, need a wider column. */
const shortTitle = 8;

/**
 * `long`: running text and lists, which need a column of some width. `fixed`: numbers, versions, days and figures, which are not
 * broken over lines. `titled`: titles and names, which would stand one word a line on a narrow screen.
 */
export function cellClass(cell: Cell): string | undefined {
  const links = typeof cell === 'string' ? [] : Array.isArray(cell) ? cell : [cell];
  const shown = cellText(cell);
  const isRunning = typeof cell === 'string' || links.length > 1;
  if (isRunning && shown.length > longCell) return 'long';
  if (/^[\x21-\x7e]{1,20}$/.test(shown) || isSignedFigure(shown)) return 'fixed';
  const longest =
    Math.max(0, ...(typeof cell === 'string' ? [cell] : links.map(({ text }) => text)).map(textWidth)) / 2;
  return longest > shortTitle ? 'titled' : undefined;
}
