/** Cells of a table with more characters than this hold running text and get a wide column (`td.long`). */
export const longCell = 24;
