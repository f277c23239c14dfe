import { expect, test } from 'vitest';
import { nearest } from '../../src/handbook/suggest.ts';

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
