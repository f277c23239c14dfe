/** Long lists, cut into pages: a browser needs seconds to lay out thousands of rows. */
import type { View } from './view.ts';

/** A list of up to so many rows stands on one page. */
export const mostRows = 1000;

/** One of the pages of a list. */
export interface RowPage<Row> {
  /** From 1. */
  page: number;
  rows: readonly Row[];
  /** The rows of all pages. */
  all: number;
  /** All pages; empty if there is only one. */
  pages: PageLink[];
}

export interface PageLink {
  page: number;
  href: string;
  /** What its first and its last row are known by; empty where rows have no names. */
  ends: string[];
  current: boolean;
}

/** The numbers of the pages of a list with so many rows, from 1; an empty list has one page. */
export function pageNumbers(rows: number): number[] {
  return Array.from({ length: Math.max(1, Math.ceil(rows / mostRows)) }, (_, index) => index + 1);
}

/** The last segment of the address of a page; none for the first, which stands at the address of the list. */
export function pageSegment(page: number): string | undefined {
  return page === 1 ? undefined : `page-${page}`;
}

/** @param path of the list, such as `/documents/` */
export function pagePath(path: string, page: number): string {
  const segment = pageSegment(page);
  return segment ? `${path}${segment}/` : path;
}

/**
 * @param path of the list
 * @param nameOf what a row is known by, such as the number of a document, if the list is in the order of these names
 */
export function rowPage<Row>(
  rows: readonly Row[],
  page: number,
  path: string,
  nameOf?: (row: Row) => string,
): RowPage<Row> {
  const rowsOf = (number: number) => rows.slice((number - 1) * mostRows, number * mostRows);
  const numbers = pageNumbers(rows.length);
  return {
    page,
    rows: rowsOf(page),
    all: rows.length,
    pages:
      numbers.length === 1
        ? []
        : numbers.map((number) => {
            const shown = rowsOf(number);
            const ends = nameOf ? [...new Set([nameOf(shown[0]!), nameOf(shown.at(-1)!)])] : [];
            return { page: number, href: pagePath(path, number), ends, current: number === page };
          }),
  };
}

/** The title of a page of a list. */
export function pageTitle({ words }: View, title: string, page: number): string {
  return page === 1 ? title : words.bracketed(title, words.pageNumber(page));
}
