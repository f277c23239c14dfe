/** Which rules run. */
import { expect, test } from 'vitest';
import { inspect, rulesRun } from '../../src/checks/run.ts';
import { apply, asOf, tinyHandbook } from '../fixtures/tiny-handbook.ts';

test('a rule that needs a register which cannot be read finds nothing and does not count as passed', async () => {
  const folder = tinyHandbook([{ file: 'policies/ST-A-02.mdx', replace: 'reviewMonths: 24', with: 'reviewMonths: 4' }]);
  const whole = await inspect(folder, asOf);
  expect(whole.findings.map(({ rule }) => rule)).toContain('DAT-03');
  expect(rulesRun(whole.library)).toContain('DAT-03');

  apply(folder, { file: 'registers/reviews.yaml', replace: 'conclusion:', with: 'result:' });
  const broken = await inspect(folder, asOf);
  expect([...new Set(broken.findings.map(({ rule }) => rule))]).toEqual(['SRC-03']);
  expect([...rulesRun(whole.library)].filter((id) => !rulesRun(broken.library).has(id)).sort()).toEqual([
    'DAT-03',
    'DAT-06',
    'REV-01',
  ]);
});
