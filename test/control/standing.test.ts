/** Where documents stand on a day. */
import { describe, expect, test } from 'vitest';
import { standing, standings } from '../../src/control/standing.ts';
import { openHandbook } from '../../src/handbook/open.ts';
import { apply, freeze, tinyHandbook, workingTexts } from '../fixtures/tiny-handbook.ts';

/** ST-C-51 A/0 from February, A/1 from March, and its withdrawal in July. */
function history(): string {
  const folder = tinyHandbook();
  apply(folder, { file: 'plans/ST-C-51.mdx', replace: 'version: A/0\nclass', with: 'version: A/1\nclass' });
  apply(folder, { file: 'plans/ST-C-51.mdx', replace: 'effective: 2026-02-02', with: 'effective: 2026-03-01' });
  freeze(folder, ['ST-C-51']);
  apply(folder, {
    file: 'registers/withdrawals.yaml',
    create: 'entries:\n  - { document: ST-C-51, on: 2026-07-01, approved: han-mei, reason: 并入方针 }\n',
  });
  return folder;
}

function on(day: string, number = 'ST-C-51', folder = history()) {
  return standing(openHandbook(folder, day).library!, number);
}

describe('a document', () => {
  test.each([
    { day: '2026-01-14', version: undefined, from: undefined, until: undefined, coming: undefined },
    { day: '2026-01-20', version: undefined, from: undefined, until: undefined, coming: ['A/0', 'A/1'] },
    { day: '2026-02-28', version: 'A/0', from: '2026-02-02', until: '2026-02-28', coming: ['A/1'] },
    { day: '2026-03-01', version: 'A/1', from: '2026-03-01', until: '2026-06-30', coming: [] },
    { day: '2026-07-01', version: undefined, from: undefined, until: undefined, coming: [] },
  ])('on $day', ({ day, version, from, until, coming }) => {
    const found = on(day);
    expect(found?.inForce?.release.version).toBe(version);
    expect([found?.inForce?.from, found?.inForce?.until]).toEqual([from, until]);
    expect(found?.coming.map((release) => release.version)).toEqual(coming);
    expect(found?.isWithdrawn ?? false).toBe(day === '2026-07-01');
  });

  test('is due for review', () => {
    expect(on('2027-01-12', 'ST-B-02')).toMatchObject({ review: '2027-01-12', isOverdue: false });
    expect(on('2027-01-13', 'ST-B-02')).toMatchObject({ isOverdue: true });
  });

  test('is new, changed, gone or broken', () => {
    const folder = tinyHandbook();
    apply(folder, { file: 'procedures/ST-B-02.mdx', replace: '重新排期。', with: '当天排期。' });
    apply(folder, { file: 'plans/ST-C-51.mdx', delete: true });
    apply(folder, { file: 'forms/ST-D-02-01.yaml', append: 'unknown: 1\n' });
    const working = Object.fromEntries(
      standings(openHandbook(folder, '2026-06-01').library!).map((item) => [item.number, item.working]),
    );
    expect(working).toMatchObject({
      'ST-B-01': 'released',
      'ST-B-02': 'unreleased',
      'ST-C-51': undefined,
      'ST-D-02-01': 'unreadable',
    });
    expect(on('2026-06-01', 'ST-B-02', workingTexts())?.working).toBe('new');
  });

  test('is none that nobody knows', () => {
    expect(on('2026-06-01', 'ST-B-09')).toBeUndefined();
  });
});
