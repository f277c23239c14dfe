/** How much a cell of a table holds, for those that render tables. */

/** Cells of a table with more characters than this hold running text and get a wide column (`td.long`). */
export const longCell = 24;

/** True for a figure with a sign before it, `≥ 95%`, which is not broken over lines (`td.fixed`). */
export function isSignedFigure(text: string): boolean {
  return /^[≥≤<>=±]\s?\d.{0,8}$/u.test(text);
}
