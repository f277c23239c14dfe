/** Which lines of a text are code. */
import { describe, expect, test } from 'vitest';
import { linesOf, linesOutsideCode } from '../../src/handbook/code-lines.ts';

const outside = (...lines: string[]) => [...linesOutsideCode(lines.join('\n'))].map(({ text }) => text);

describe('a block of code ends', () => {
  test.each<[string, string[]]>([
    ['at a fence as long as its first', ['````', '```', 'code', '```', '````', 'text']],
    ['at a fence of the same character', ['~~~', '```', 'code', '~~~', 'text']],
    ['at a longer fence', ['```', 'code', '`````', 'text']],
    ['at a fence with nothing behind it', ['```', '```js', 'code', '```', 'text']],
    ['in a list and in a quotation', ['- ```text', '  code', '  ```', '> ~~~', '> code', '> ~~~', 'text']],
  ])('%s', (_name, lines) => {
    expect(outside(...lines)).toEqual(['text']);
  });
});

test('code within a line begins no block', () => {
  expect(outside('```a``` is code', 'text')).toEqual(['```a``` is code', 'text']);
});

test('each line knows its place and the language of its block', () => {
  expect([...linesOf('a\n```mermaid\nb\n```\n~~~\nc\n~~~\nd')]).toEqual([
    { text: 'a', index: 0, offset: 0 },
    { text: 'b', index: 2, offset: 13, language: 'mermaid' },
    { text: 'c', index: 5, offset: 23, language: '' },
    { text: 'd', index: 7, offset: 29 },
  ]);
});
