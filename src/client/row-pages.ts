/** The rows of all pages of a long table. */

/**
 * @param pager links to the pages, one of them to this one
 * @param own the rows of this page
 * @returns the rows in the order of the pages; those of this page alone if the others cannot be loaded, as in a copy
 *   without a server
 */
export async function rowsOfPages(pager: HTMLElement, own: HTMLTableRowElement[]): Promise<HTMLTableRowElement[]> {
  const links = [...pager.querySelectorAll('a')];
  try {
    const pages = links.map((link) => (link.ariaCurrent ? own : rowsAt(link.href)));
    return (await Promise.all(pages)).flat();
  } catch {
    return own;
  }
}

async function rowsAt(address: string): Promise<HTMLTableRowElement[]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  return [...page.querySelectorAll<HTMLTableRowElement>('[data-filtered] tbody tr')].map((row) =>
    document.adoptNode(row),
  );
}
