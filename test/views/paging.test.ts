/** Long lists are cut into pages, of which each row is on one. */
import { describe, expect, test } from 'vitest';
import { generateHandbook } from '../../scripts/bench/generate.ts';
import { inForcePage } from '../../src/views/in-force-page.ts';
import { mostRows, pageNumbers, pagePath, pageTitle, rowPage } from '../../src/views/paging.ts';
import { interfaceCount, interfacePage } from '../../src/views/process-map-page.ts';
import { registerPage } from '../../src/views/register-page.ts';
import { emptyFolder, tinyHandbook } from '../fixtures/tiny-handbook.ts';
import { open } from './tiny-view.ts';

const rows = (count: number) => Array.from({ length: count }, (_, index) => `ST-C-${index + 1}`);
const pageOf = (count: number, page: number) => rowPage(rows(count), page, '/documents/', (row) => row);

test('up to a thousand rows stand on one page, which leads to no other', () => {
  for (const count of [0, 1, mostRows]) {
    expect(pageNumbers(count)).toEqual([1]);
    expect(pageOf(count, 1)).toEqual({ page: 1, rows: rows(count), all: count, pages: [] });
  }
});

describe('of more rows', () => {
  const count = 2 * mostRows + 1;
  const pages = pageNumbers(count).map((number) => pageOf(count, number));

  test('each stands on one page, in their order', () => {
    expect(pages.flatMap((page) => page.rows)).toEqual(rows(count));
    expect(pages.map((page) => page.rows.length)).toEqual([mostRows, mostRows, 1]);
  });

  test('every page leads to all, by the first and last row of each', () => {
    expect(pages[1]?.pages).toEqual([
      { page: 1, ends: ['ST-C-1', 'ST-C-1000'], href: '/documents/', current: false },
      { page: 2, ends: ['ST-C-1001', 'ST-C-2000'], href: '/documents/page-2/', current: true },
      { page: 3, ends: ['ST-C-2001'], href: '/documents/page-3/', current: false },
    ]);
  });
});

test('later pages have an address and a title of their own', () => {
  const { view, english } = open(tinyHandbook());
  expect([1, 2].map((page) => pagePath('/changes/2024/', page))).toEqual(['/changes/2024/', '/changes/2024/page-2/']);
  expect([1, 2].map((page) => pageTitle(view, '文件清单', page))).toEqual(['文件清单', '文件清单（第 2 页）']);
  expect(pageTitle(english, 'Documents', 2)).toBe('Documents (page 2)');
});

describe('a handbook of more than a thousand documents', () => {
  const folder = emptyFolder();
  generateHandbook(folder, { documents: mostRows + 10, versions: 1, asOf: '2026-11-20' });
  const { view, library } = open(folder, '2026-11-20');
  const { documents } = view.handbook;

  test('has each of them on one page of the register, and of what is in force', () => {
    const register = [1, 2].flatMap((page) => registerPage(view, page).rows.map(({ number }) => number.text));
    expect(register).toEqual([...documents.keys()]);
    const inForce = [1, 2].map((page) => inForcePage(view, library, library.asOf, page).table.rows);
    expect(inForce.map((rows) => rows.length)).toEqual([mostRows, documents.size - mostRows]);
  });

  test('has each interface on one page, those between processes first', () => {
    const count = interfaceCount(view.handbook);
    const pages = pageNumbers(count).map((page) => interfacePage(view, page).tables);
    expect(pages.length).toBeGreaterThan(1);
    const ids = pages.flat().flatMap(({ id, table }) => table.rows.map(() => id));
    expect(ids).toHaveLength(count);
    expect(ids.lastIndexOf('inside')).toBeLessThan(ids.indexOf('outside'));
  });
});
