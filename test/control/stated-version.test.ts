/** What a working text states about its release, and what a request adds to it. */
import { expect, test } from 'vitest';
import { planRelease } from '../../src/control/release.ts';
import { openHandbook } from '../../src/handbook/open.ts';
import { asOf, workingTexts } from '../fixtures/tiny-handbook.ts';

test('a release before the day of preparation is refused, and says that once', () => {
  const policy = 'policies/ST-A-02.mdx';
  const content = workingTexts([
    { file: policy, replace: 'reviewed: { by: tao-ran, on: 2026-01-08 }\n', with: '' },
    { file: policy, replace: 'approved: { by: han-mei, on: 2026-01-12 }\n', with: '' },
    { file: policy, replace: 'released: 2026-01-15\neffective: 2026-02-02\n', with: '' },
  ]);
  const request = { number: 'ST-A-02', edition: false, changed: [], on: '2026-01-04' };
  expect(planRelease(openHandbook(content, asOf).library!, request)).toMatchObject({
    refused: { zh: '--on 2026-01-04 早于 ST-A-02 的编制日期 2026-01-05' },
    hint: { zh: '发布不能早于编制：改正 --on，或编辑稿 prepared 和修改记录中的日期。' },
  });
});
