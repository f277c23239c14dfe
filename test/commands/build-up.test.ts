/** A handbook that is released document by document, from nothing (`since` in handbook.yaml). */
import { expect, test } from 'vitest';
import { apply, asOf, workingTexts } from '../fixtures/tiny-handbook.ts';
import { handbook } from './handbook-command.ts';

/** ST-B-01 needs its form and the policy, and nothing else that is to be written later. */
function texts(): string {
  return workingTexts([
    { file: 'procedures/ST-B-01.mdx', replace: 'related: [ST-A-02, ST-C-51]', with: 'related: [ST-A-02]' },
    { file: 'procedures/ST-B-01.mdx', replace: 'from: [ST-B-02]', with: 'from: [order-lead]' },
    { file: 'procedures/ST-B-01.mdx', replace: '，结果对照《年度目标计划》', with: '' },
    { file: 'procedures/ST-B-02.mdx', replace: 'to: [ST-B-01]', with: 'to: [quality-lead]' },
    { file: 'procedures/ST-B-02.mdx', replace: 'related: [ST-B-01, ', with: 'related: [' },
  ]);
}

test('the first documents are released alone once it is said from which day on the standard is claimed', async () => {
  const content = texts();
  const run = (command: string, ...words: string[]) =>
    handbook(command, '--content', content, '--as-of', asOf, ...words);
  const first = ['ST-B-01', 'ST-A-02', 'ST-D-01-01'];

  const refused = await run('release', ...first);
  expect(refused.code).toBe(1);
  expect(refused.stderr.trim().split('\n')).toEqual([
    '有错误，没有写任何文件：',
    '这是第一次发布，发布以后 mini:2020 的要求还有 6 处没有落实（MAP-09 × 2，MAP-03 × 3，MAP-01 × 1）',
    expect.stringContaining('给 mini:2020 加上 since: 年-月-日'),
  ]);

  apply(content, {
    file: 'handbook.yaml',
    replace: '- id: mini:2020',
    with: '- { id: mini:2020, since: 2026-12-01 }',
  });
  expect(await run('release', ...first)).toMatchObject({ code: 0 });
  const half = await run('check');
  expect(half).toMatchObject({ code: 0, stdout: expect.stringContaining('自 2026-12-01 起才声明符合') });
  expect(half.stdout).toContain('0 个错误，6 个警告');
  expect((await handbook('check', '--content', content, '--as-of', '2026-12-01')).code).toBe(1);

  const others = ['ST-B-02', 'ST-A-01', 'ST-A-03', 'ST-C-01', 'ST-C-51', 'ST-D-02-01', 'ST-D-02-02'];
  expect(await run('release', ...others)).toMatchObject({ code: 0 });
  expect((await run('check')).stdout).toContain('0 个错误，0 个警告');
  expect((await handbook('check', '--content', content, '--as-of', '2026-12-01')).stdout).not.toContain('声明');
});
