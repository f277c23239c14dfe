/** Tables for the terminal, in which a Chinese character takes two columns. */
import { terminalWidth } from '../checks/report/text.ts';

/**
 * Rows below each other, each column as wide as its widest cell; the last column is not filled up.
 * @returns lines; columns in which every cell is empty are left out
 */
export function tableLines(rows: readonly (readonly string[])[]): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(0, ...rows.map((row) => terminalWidth(row[column] ?? ''))),
  );
  return rows.map((row) =>
    widths
      .flatMap((width, column) => (width === 0 ? [] : [padded(row[column] ?? '', width)]))
      .join('  ')
      .trimEnd(),
  );
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(width - terminalWidth(text));
}

/** A text cut to a width, with `…` in place of what is left out. */
export function cut(text: string, width: number): string {
  if (terminalWidth(text) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (terminalWidth(kept + character) > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
}
