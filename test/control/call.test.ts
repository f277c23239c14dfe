/** Commands in advice act on the handbook that the advice is about. */
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { inspect } from '../../src/checks/run.ts';
import { callOf } from '../../src/control/call.ts';
import type { Refusal } from '../../src/control/plan.ts';
import { planRelease } from '../../src/control/release.ts';
import { planRetain } from '../../src/control/retain.ts';
import { planReview } from '../../src/control/review.ts';
import { apply, tinyHandbook } from '../fixtures/tiny-handbook.ts';

test.each([
  ['content', 'npm run handbook -- release B-01'],
  ['./content/', 'npm run handbook -- release B-01'],
  [resolve('content'), 'npm run handbook -- release B-01'],
  ['shop', 'npm run handbook -- release B-01 --content shop'],
  [join('/srv', 'my shop'), `npm run handbook -- release B-01 --content "${join('/srv', 'my shop')}"`],
])('in %s', (folder, call) => {
  expect(callOf('release B-01', folder)).toBe(call);
});

test('in what rules and planners say', async () => {
  const folder = tinyHandbook();
  apply(folder, { file: 'policies/ST-A-02.mdx', replace: '后开印；', with: '后付印；' });
  const { library, findings } = await inspect(folder, '2028-06-01');
  const hints = findings.filter(({ rule }) => ['VER-08', 'DAT-03'].includes(rule)).map(({ hint }) => hint!);
  expect(hints.length).toBeGreaterThan(1);
  const refusals = [
    planRelease(library!, { number: 'ST-A-03', edition: false, changed: [] }),
    planReview(library!, { number: 'ST-A-02', conclusion: '', register: '' }),
    planRetain(library!, { number: 'ST-A-02', retained: true, register: '' }),
  ];
  hints.push(...refusals.map((refusal) => (refusal as Refusal).hint!));
  const call = new RegExp(`npm run handbook -- [^。；]* --content ${folder}`);
  for (const { zh, en } of hints) {
    expect(zh).toMatch(call);
    expect(en).toMatch(call);
  }
});
