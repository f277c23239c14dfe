/** Filters of search: what they leave, what they count, and how they stand in an address. */
import { describe, expect, test } from 'vitest';
import { countsOf, filtersIn, matches, writeFilters } from '../../src/client/facets.ts';
import type { SearchTarget } from '../../src/views/search-targets.ts';

function target(id: string, rest: Partial<SearchTarget>): SearchTarget {
  return { id, path: '/', kind: 'procedure', zh: id, en: id, words: [], ...rest };
}

const change = target('B-18', { level: 2, department: 'YWB', roles: ['change-mgr', 'cab'], clauses: ['8.5.1.2'] });
const incident = target('B-21', { level: 2, department: 'FWT', roles: ['incident-mgr'], clauses: ['8.6.1'] });
const form = target('D-18-01', {
  kind: 'form',
  level: 4,
  department: 'YWB',
  roles: ['change-mgr'],
  clauses: ['8.5.1'],
});
const all = [change, incident, form];

describe('filters', () => {
  test('all hold at once', () => {
    const left = all.filter((item) => matches(item, { department: 'YWB', role: 'change-mgr', kind: 'form' }));
    expect(left).toEqual([form]);
  });

  test('a clause stands for those below it, and for none beside it', () => {
    expect(all.filter((item) => matches(item, { clause: '8.5' }))).toEqual([change, form]);
    expect(all.filter((item) => matches(item, { clause: '8.5.1.2' }))).toEqual([change]);
    expect(matches(target('x', { clauses: ['8.10'] }), { clause: '8.1' })).toBe(false);
  });

  test('what has no such property is left out', () => {
    expect(matches(target('clause:8.5', { kind: 'clause' }), { classification: 'internal' })).toBe(false);
  });

  test('each value is counted as if its own facet were not chosen', () => {
    const { kind, department } = countsOf(all, { kind: 'form' });
    expect([...kind]).toEqual([
      ['procedure', 2],
      ['form', 1],
    ]);
    expect([...department]).toEqual([['YWB', 1]]);
  });

  test('a target counts once for a clause above several of its own', () => {
    const both = target('A', { clauses: ['8.5.1', '8.5.2'] });
    expect(countsOf([both], {}).clause.get('8.5')).toBe(1);
  });
});

test('filters are written into an address and read from it, and nothing else is touched', () => {
  const parameters = new URLSearchParams('q=变更&kind=plan&level=2');
  expect(filtersIn(parameters)).toEqual({ kind: 'plan', level: '2' });
  writeFilters(parameters, { kind: 'form', clause: '8.5' });
  expect(parameters.toString()).toBe(new URLSearchParams('q=变更&kind=form&clause=8.5').toString());
});
