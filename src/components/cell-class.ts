/** How wide the cell of a table has to be, told to the styles by a class. */
import { longCell } from '../markdown/long-cell.ts';
import { cellText, type Cell } from '../views/view.ts';

/** Titles longer than this need a wider column. */
const shortTitle = 8;

/**
 * `long`: running text and lists, which need a column of some width. `fixed`: numbers, versions and days, which are not
 * broken over lines. `titled`: titles and names, which would stand one word a line on a narrow screen.
 */
export function cellClass(cell: Cell): string | undefined {
  const links = typeof cell === 'string' ? [] : Array.isArray(cell) ? cell : [cell];
  const shown = cellText(cell);
  const isRunning = typeof cell === 'string' || links.length > 1;
  if (isRunning && shown.length > longCell) return 'long';
  if (/^[\x21-\x7e]{1,20}$/.test(shown)) return 'fixed';
  const longest = typeof cell === 'string' ? cell.length : Math.max(0, ...links.map(({ text }) => text.length));
  return longest > shortTitle ? 'titled' : undefined;
}
