/** The next number of a kind. */
import { describe, expect, test } from 'vitest';
import { nextNumber } from '../../src/control/next-number.ts';

describe('the next number', () => {
  test.each([
    { name: 'is the first that there can be', pattern: '^ST-B-\\d{2}$', used: [], next: 'ST-B-01' },
    { name: 'follows the greatest', pattern: '^ST-B-\\d{2}$', used: ['ST-B-01', 'ST-B-34'], next: 'ST-B-35' },
    {
      name: 'does not fill a gap before that',
      pattern: '^ST-C-[5-9]\\d$',
      used: ['ST-C-51', 'ST-C-53'],
      next: 'ST-C-54',
    },
    { name: 'fills a gap where nothing follows', pattern: '^A-0[2-57]$', used: ['A-02', 'A-04', 'A-07'], next: 'A-03' },
    { name: 'is none where all are used', pattern: '^A-0[12]$', used: ['A-01', 'A-02'], next: undefined },
    { name: 'passes over those of other kinds', pattern: '^A-0[1-3]$', used: ['A-01', 'B-02', 'A-02'], next: 'A-03' },
    { name: 'knows groups and choices', pattern: '(?:QP|QT)-[A-C]\\d', used: ['QP-A1'], next: 'QP-A2' },
    { name: 'counts up where the length is open', pattern: 'QP-\\d+', used: ['QP-9', 'QP-12'], next: 'QP-13' },
    { name: 'counts up where there are too many', pattern: '[A-Z]{3}-\\d{5}', used: ['ABC-00012'], next: 'ABC-00013' },
    { name: 'is unknown where nothing shows its form', pattern: 'QP-\\d+', used: [], next: undefined },
  ])('$name', ({ pattern, used, next }) => {
    expect(nextNumber(pattern, new Set(used))).toBe(next);
  });

  test('of a form holds the number of its procedure', () => {
    const pattern = '^ST-D-(?<procedure>\\d{2})-\\d{2}$';
    const used = new Set(['ST-D-21-01', 'ST-D-21-04', 'ST-D-22-09']);
    expect(nextNumber(pattern, used, { procedure: '21' })).toBe('ST-D-21-05');
    expect(nextNumber(pattern, used, { procedure: '35' })).toBe('ST-D-35-01');
  });
});
