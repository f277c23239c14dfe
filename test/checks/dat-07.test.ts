/** DAT-07 judges by the two days that it is given, not by the clock. */
import { expect, test } from 'vitest';
import { inspect } from '../../src/checks/run.ts';
import { tinyHandbook } from '../fixtures/tiny-handbook.ts';

test.each([
  { asOf: '2026-01-10', now: '2026-01-10', isFound: true },
  { asOf: '2026-01-10', now: '2026-01-15', isFound: false },
  { asOf: '2026-01-15', now: '2026-01-10', isFound: false },
])('releases of 2026-01-15, judged as of $asOf on $now', async ({ asOf, now, isFound }) => {
  const { findings } = await inspect(tinyHandbook(), asOf, now);
  expect(findings.some(({ rule }) => rule === 'DAT-07')).toBe(isFound);
});
