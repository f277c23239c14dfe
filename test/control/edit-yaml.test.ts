/** Edits of YAML: what changes, and that nothing else does. */
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { editYaml } from '../../src/control/edit-yaml.ts';

describe('an item is added to a list', () => {
  const item = 'document: A\nwhy: b';
  test.each([
    { name: 'of a text that is empty', yaml: '', edited: 'entries:\n  - document: A\n    why: b\n' },
    { name: 'of a text with a remark only', yaml: '# r\n', edited: '# r\nentries:\n  - document: A\n    why: b\n' },
    { name: 'that is empty', yaml: 'entries: []  # r\n', edited: 'entries:  # r\n  - document: A\n    why: b\n' },
    { name: 'that has nothing behind its key', yaml: 'entries:\n', edited: 'entries:\n  - document: A\n    why: b\n' },
    {
      name: 'before the remarks below it',
      yaml: 'entries:\n  - a: |\n      x\n      y\n\n# end\n',
      edited: 'entries:\n  - a: |\n      x\n      y\n  - document: A\n    why: b\n\n# end\n',
    },
    {
      name: 'that is not indented and does not end with a newline',
      yaml: 'entries:\n- a: 1',
      edited: 'entries:\n- a: 1\n- document: A\n  why: b\n',
    },
    {
      name: 'in brackets',
      yaml: 'entries: [{ a: 1 }]\n',
      edited: 'entries: [{ a: 1 }, {"document":"A","why":"b"}]\n',
    },
  ])('$name', ({ yaml, edited }) => {
    expect(editYaml(yaml, [{ append: 'entries', item }])).toBe(edited);
    expect((parse(edited) as { entries: unknown[] }).entries.at(-1)).toEqual({ document: 'A', why: 'b' });
  });

  test('that has several lines with blank ones between them', () => {
    const text = editYaml('entries: []\n', [{ append: 'entries', item: 'why: |-\n  one\n\n  two' }]);
    expect(parse(text)).toEqual({ entries: [{ why: 'one\n\ntwo' }] });
  });

  test('not to what is no list', () => {
    expect(() => editYaml('entries: 3\n', [{ append: 'entries', item }])).toThrow('“entries” is not a list');
  });
});

describe('a value is set', () => {
  test.each([
    { name: 'in place', yaml: 'a:   1  # r\nb: 2\n', set: 'a', edited: 'a:   X  # r\nb: 2\n' },
    { name: 'where nothing stood', yaml: 'a:\nb: 2\n', set: 'a', edited: 'a: X\nb: 2\n' },
    { name: 'where several lines stood', yaml: 'a:\n  by: c\nb: 2\n', set: 'a', edited: 'a: X\nb: 2\n' },
    {
      name: 'as a new key behind another',
      yaml: 'a:\n  - 1\nb: 2\n',
      set: 'c',
      after: 'a',
      edited: 'a:\n  - 1\nc: X\nb: 2\n',
    },
    { name: 'as a new key at the end', yaml: 'a: 1', set: 'c', edited: 'a: 1\nc: X\n' },
    {
      name: 'in an item of a list',
      yaml: 'entries:\n  - a: 1\n    b: [2]\n  - a: 3\n',
      set: ['entries', 0, 'c'],
      edited: 'entries:\n  - a: 1\n    b: [2]\n    c: X\n  - a: 3\n',
    },
    {
      name: 'in an item in braces',
      yaml: 'entries:\n  - { a: 1 }\n',
      set: ['entries', 0, 'c'],
      edited: 'entries:\n  - { a: 1, c: X }\n',
    },
  ])('$name', ({ yaml, set, after, edited }) => {
    expect(editYaml(yaml, [{ set, to: 'X', after }])).toBe(edited);
  });

  test('not in what is no mapping', () => {
    expect(() => editYaml('a: 1\n', [{ set: ['a', 'b'], to: 'X' }])).toThrow('“a” is not a mapping');
  });
});
