/** Marks the column of the matrix under the pointer or in focus; the row needs no script. */

const table = document.querySelector<HTMLTableElement>('.matrix table');
if (table) {
  const mark = (event: Event) => {
    const cell = (event.target as Element).closest<HTMLTableCellElement>('td, th');
    const column = event.type === 'pointerleave' || event.type === 'focusout' ? 0 : (cell?.cellIndex ?? 0);
    for (const marked of table.querySelectorAll('.column')) marked.classList.remove('column');
    // The first column names the rows.
    if (column > 0) for (const { cells } of table.rows) cells[column]?.classList.add('column');
  };
  for (const name of ['pointerover', 'pointerleave', 'focusin', 'focusout']) table.addEventListener(name, mark);
}

export {};
