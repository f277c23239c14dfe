/** What commands say while organisation/people.yaml has errors: that, and not that there is nobody. */
import { expect, test } from 'vitest';
import { asOf, tinyHandbook } from '../fixtures/tiny-handbook.ts';
import { handbook } from './handbook-command.ts';

const broken = () =>
  tinyHandbook([{ file: 'organisation/people.yaml', replace: 'position: { zh: 文员', with: 'posiotion: { zh: 文员' }]);

test.concurrent('review says that people.yaml cannot be read', async () => {
  const words = ['review', 'A-02', '--conclusion', '不改', '--by', 'tao-ran', '--content', broken(), '--as-of', asOf];
  const { code, stderr } = await handbook(...words);
  expect(code).toBe(1);
  expect(stderr).toContain('organisation/people.yaml 有错误，其中的人员读不出来\n→ 运行 npm run handbook -- check');
  expect(stderr).not.toContain('没有人员');
});

test.concurrent.each([['A-02'], []])('status %s says so too', async (...number) => {
  const { stderr } = await handbook('status', ...number, '--content', broken(), '--as-of', asOf);
  expect(stderr).toContain('organisation/people.yaml 有错误，没有读出来，以上可能因此不对\n→ 先运行 npm run handbook');
});
