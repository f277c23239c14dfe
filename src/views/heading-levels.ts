/** Levels of headings on a page that shows a text below headings of its own. */

/**
 * Gives headings levels that begin below a heading of the page and skip none, while what was beside or below another
 * heading stays so: a text that begins at `###` below an `h2` begins with an `h3`, and so does a stretch of it.
 * @param depths the depth of each heading in its text; undefined for what is no heading
 * @param above the level of the heading that they stand below
 */
export function headingLevels(depths: readonly (number | undefined)[], above: number): (number | undefined)[] {
  const open: number[] = [];
  return depths.map((depth) => {
    if (depth === undefined) return undefined;
    while (open.length && open.at(-1)! >= depth) open.pop();
    open.push(depth);
    return Math.min(above + open.length, 6);
  });
}
