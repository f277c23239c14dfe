/** How texts stand to their releases, and when they are due for review. */
import { describe, expect, test } from 'vitest';
import {
  addMonths,
  lastReview,
  newestRelease,
  nextReview,
  periods,
  releasesOf,
  workingState,
} from '../../src/control/state.ts';
import { openHandbook, type Library } from '../../src/handbook/open.ts';
import { apply, asOf, freeze, tinyHandbook, workingTexts } from '../fixtures/tiny-handbook.ts';

function open(folder: string): Library {
  return openHandbook(folder, asOf).library!;
}

const state = (folder: string, number: string) => {
  const library = open(folder);
  return workingState(library, library.working.documents.get(number)!);
};

describe('the state of a working text', () => {
  test('new, released, unreleased, and released again', () => {
    const folder = workingTexts();
    expect(state(folder, 'ST-A-01')).toBe('new');
    freeze(folder);
    expect(state(folder, 'ST-A-01')).toBe('released');
    apply(folder, { file: 'manual/ST-A-01/5.mdx', append: '\n补充。\n' });
    expect(state(folder, 'ST-A-01')).toBe('unreleased');
    expect(state(folder, 'ST-B-01')).toBe('released');
    apply(folder, { file: 'manual/ST-A-01/index.mdx', replace: 'version: A/0\nclass', with: 'version: A/1\nclass' });
    freeze(folder, ['ST-A-01']);
    expect(state(folder, 'ST-A-01')).toBe('released');
  });
});

describe('releases of a document', () => {
  function twoReleases(): Library {
    const folder = tinyHandbook();
    apply(folder, { file: 'plans/ST-C-51.mdx', replace: 'version: A/0\nclass', with: 'version: A/1\nclass' });
    apply(folder, { file: 'plans/ST-C-51.mdx', replace: 'effective: 2026-02-02', with: 'effective: 2026-03-01' });
    freeze(folder, ['ST-C-51']);
    return open(folder);
  }

  test('oldest first, and the newest', () => {
    const { working } = twoReleases();
    expect(releasesOf(working, 'ST-C-51').map(({ version }) => version)).toEqual(['A/0', 'A/1']);
    expect(newestRelease(working, 'ST-C-51')?.version).toBe('A/1');
    expect(newestRelease(working, 'ST-C-99')).toBeUndefined();
  });

  test('each is in force until the day before the next', () => {
    const { working } = twoReleases();
    expect(periods(releasesOf(working, 'ST-C-51')).map(({ from, until }) => [from, until])).toEqual([
      ['2026-02-02', '2026-02-28'],
      ['2026-03-01', undefined],
    ]);
  });
});

describe('reviews', () => {
  test('a recorded review of this version counts, else the approval', () => {
    const { working } = open(tinyHandbook());
    const last = (number: string) => lastReview(working, working.documents.get(number)!)?.on;
    const next = (number: string) => nextReview(working, working.documents.get(number)!);
    expect([last('ST-B-01'), next('ST-B-01')]).toEqual(['2026-05-06', '2027-05-06']);
    expect([last('ST-B-02'), next('ST-B-02')]).toEqual(['2026-01-12', '2027-01-12']);
  });

  test('of several reviews the latest, and none of another version', () => {
    const folder = tinyHandbook();
    const review = (version: string, on: string) =>
      `  - { document: ST-B-02, version: ${version}, on: ${on}, by: tao-ran, conclusion: 不修改。 }\n`;
    apply(folder, {
      file: 'registers/reviews.yaml',
      append:
        review('A/1', '2026-03-02') +
        review('A/1', '2026-04-07') +
        review('A/1', '2026-02-03') +
        review('A/0', '2026-05-20'),
    });
    const { working } = open(folder);
    expect(lastReview(working, working.documents.get('ST-B-02')!)?.on).toBe('2026-04-07');
  });

  test('a text without approval has no day of review', () => {
    const folder = tinyHandbook();
    apply(folder, { file: 'policies/ST-A-02.mdx', replace: 'approved: { by: han-mei, on: 2026-01-12 }\n', with: '' });
    const { working } = open(folder);
    expect(nextReview(working, working.documents.get('ST-A-02')!)).toBeUndefined();
  });
});

test.each([
  ['2026-01-15', 12, '2027-01-15'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-12-01', 1, '2027-01-01'],
])('%s and %i months is %s', (day, months, expected) => {
  expect(addMonths(day, months)).toBe(expected);
});
