/** The grammar of versions, and which may follow which. */
import { describe, expect, test } from 'vitest';
import {
  firstVersion,
  formatVersion,
  isSuccessor,
  nextVersions,
  parseVersion,
  type VersionRules,
} from '../../src/control/version.ts';

const letters: VersionRules = { scheme: 'letter-digit', lastRevision: 9 };
const decimals: VersionRules = { scheme: 'decimal', lastRevision: 9 };

describe('letter and digit', () => {
  test.each([
    ['A/0', { edition: 1, revision: 0 }],
    ['B/3', { edition: 2, revision: 3 }],
    ['Z/10', { edition: 26, revision: 10 }],
  ])('%s is a version', (label, version) => {
    expect(parseVersion(label, letters)).toEqual(version);
    expect(formatVersion(version, letters)).toBe(label);
  });

  test.each([
    '',
    'A',
    'A0',
    'a/0',
    'A/00',
    'A/01',
    'A／0',
    'AA/0',
    'A/-1',
    'A/1 ',
    ' A/1',
    'A/1\n',
    '1.0',
    'V1.0',
    'Ä/1',
  ])('“%s” is none', (label) => {
    expect(parseVersion(label, letters)).toBeUndefined();
  });

  test.each([
    ['A/0', { revision: 'A/1', edition: 'B/0' }],
    ['A/8', { revision: 'A/9', edition: 'B/0' }],
    ['A/9', { revision: undefined, edition: 'B/0' }],
    ['Z/0', { revision: 'Z/1', edition: undefined }],
    ['Z/9', { revision: undefined, edition: undefined }],
    ['1.0', {}],
  ])('after %s', (label, next) => {
    expect(nextVersions(label, letters)).toEqual(next);
  });

  test.each([
    ['A/0', 'A/1', true],
    ['A/1', 'B/0', true],
    ['A/9', 'B/0', true],
    ['A/9', 'A/10', false],
    ['A/1', 'A/1', false],
    ['A/1', 'A/0', false],
    ['A/1', 'A/3', false],
    ['A/1', 'B/1', false],
    ['A/1', 'C/0', false],
    ['B/0', 'A/9', false],
    ['?', 'A/0', false],
  ])('from %s to %s: %s', (before, after, expected) => {
    expect(isSuccessor(before, after, letters)).toBe(expected);
  });

  test('the limit of an edition is a matter of the handbook', () => {
    expect(nextVersions('A/2', { ...letters, lastRevision: 2 })).toEqual({ revision: undefined, edition: 'B/0' });
    expect(isSuccessor('A/9', 'A/10', { ...letters, lastRevision: 12 })).toBe(true);
  });
});

describe('decimal', () => {
  test.each([
    ['1.0', { edition: 1, revision: 0 }],
    ['2.13', { edition: 2, revision: 13 }],
    ['27.0', { edition: 27, revision: 0 }],
  ])('%s is a version', (label, version) => {
    expect(parseVersion(label, decimals)).toEqual(version);
    expect(formatVersion(version, decimals)).toBe(label);
  });

  test.each(['0.1', '01.0', '1.00', '1', '1.', 'V1.0', '1.0.0', '1,0', 'A/0'])('“%s” is none', (label) => {
    expect(parseVersion(label, decimals)).toBeUndefined();
  });

  test.each([
    ['1.0', '1.1', true],
    ['1.1', '2.0', true],
    ['26.9', '27.0', true],
    ['1.9', '1.10', false],
    ['1.1', '1.3', false],
    ['1.1', '2.1', false],
  ])('from %s to %s: %s', (before, after, expected) => {
    expect(isSuccessor(before, after, decimals)).toBe(expected);
  });
});

test('the first version of a document', () => {
  expect(firstVersion(letters)).toBe('A/0');
  expect(firstVersion(decimals)).toBe('1.0');
});
