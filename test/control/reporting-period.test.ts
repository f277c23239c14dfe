/** The periods for which results are reported. */
import { describe, expect, test } from 'vitest';
import { followingPeriod, periodHolding, reportingPeriod } from '../../src/control/reporting-period.ts';

describe('a period', () => {
  test.each([
    ['2025', '2025-01-01', '2025-12-31', '2026'],
    ['2025-H1', '2025-01-01', '2025-06-30', '2025-H2'],
    ['2025-H2', '2025-07-01', '2025-12-31', '2026-H1'],
    ['2025-Q1', '2025-01-01', '2025-03-31', '2025-Q2'],
    ['2025-Q4', '2025-10-01', '2025-12-31', '2026-Q1'],
    ['2024-02', '2024-02-01', '2024-02-29', '2024-03'],
    ['2025-12', '2025-12-01', '2025-12-31', '2026-01'],
  ])('%s is from %s until %s, and %s follows', (label, from, until, next) => {
    expect(reportingPeriod(label)).toMatchObject({ label, from, until });
    expect(followingPeriod(reportingPeriod(label)).label).toBe(next);
  });

  test.each([
    [1, '2025-08'],
    [3, '2025-Q3'],
    [6, '2025-H2'],
    [12, '2025'],
  ])('of %i months that holds 31 August is %s', (months, label) => {
    expect(periodHolding('2025-08-31', months).label).toBe(label);
  });
});
