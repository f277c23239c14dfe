/** The rows of all pages of a long table. */

/**
 * @param pager links to the pages, one of them to this one
 * @param own the rows of this page
 * @returns the rows in the order of the pages
 * @throws {Error} if the others cannot be loaded
 */
export async function rowsOfPages(pager: HTMLElement, own: HTMLTableRowElement[]): Promise<HTMLTableRowElement[]> {
  const pages = [...pager.querySelectorAll('a')].map((link) => (link.ariaCurrent ? own : rowsAt(link.href)));
  return (await Promise.all(pages)).flat();
}

async function rowsAt(address: string): Promise<HTMLTableRowElement[]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  return [...page.querySelectorAll<HTMLTableRowElement>('[data-filtered] tbody tr')].map((row) =>
    document.adoptNode(row),
  );
}
