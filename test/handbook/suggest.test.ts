import { expect, test } from 'vitest';
import { allNearest, nearest } from '../../src/handbook/suggest.ts';

test.each([
  ['clasification', ['control', 'classification'], 'classification'],
  ['Order-Lead', ['order-lead', 'print-lead'], 'order-lead'],
  ['事件管理办法', ['问题管理程序', '事件管理程序'], '事件管理程序'],
  ['8.6.11', ['8.6.2', '8.6.1'], '8.6.1'],
])('for “%s” the nearest is found', (word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected);
});

test.each([
  ['owner', ['effective', 'kind']],
  // Of a word so short nobody can say what was meant.
  ['07', ['01', '02']],
  ['A', ['B']],
  ['', ['a']],
  ['anything', []],
])('for “%s” nothing is near enough', (word, candidates) => {
  expect(nearest(word, candidates)).toBeUndefined();
});

test('of two that are equally near the first is taken', () => {
  expect(nearest('ST-B-03', ['ST-B-01', 'ST-B-02'])).toBe('ST-B-01');
});

test('where one clause is as near as another, all of them are told', () => {
  const clauses = ['8', '8.1', '8.5', '8.6.1', '8.6.2', '8.7.1'];
  expect(allNearest('8.6.3', clauses)).toEqual(['8.6.1', '8.6.2']);
  expect(allNearest('12.4', clauses)).toEqual([]);
});
