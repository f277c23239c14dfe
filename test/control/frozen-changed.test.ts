/** Nothing is released or signed over a frozen text that is not the one that was released. */
import { expect, test } from 'vitest';
import { planApproval } from '../../src/control/approve.ts';
import { planRelease } from '../../src/control/release.ts';
import { openHandbook } from '../../src/handbook/open.ts';
import { apply, asOf, tinyHandbook } from '../fixtures/tiny-handbook.ts';

const number = 'ST-A-02';

function changed() {
  const content = tinyHandbook();
  apply(content, { file: 'history/ST-A-02/A-0/ST-A-02.mdx', replace: '做到。', with: '做好。' });
  return openHandbook(content, asOf).library!;
}

test.each([
  ['release', () => planRelease(changed(), { number, edition: false, changed: [] })],
  [
    'approve',
    () =>
      planApproval(changed(), { targets: [{ number }], person: 'han-mei', signer: { key: '', sign: async () => '' } }),
  ],
])('%s says how to go on', async (_, plan) => {
  expect(await plan()).toMatchObject({
    refused: { zh: 'ST-A-02 A/0 的冻结文本不是发布时的文本（VER-05）' },
    hint: { zh: '先用 git 恢复它。' },
  });
});
