/** With `--as-of` a day that is still to come can be looked at, but nothing is written as if it had come. */
import { describe, expect, test } from 'vitest';
import { apply, tinyHandbook } from '../fixtures/tiny-handbook.ts';
import { bytesOf, handbook } from './handbook-command.ts';

const said = ['--summary', '退回的成品当天登记', '--reason', '返工单迟交：三起'];

/** A handbook with a change that waits for its release, and a command in it on a day in 2031. */
function inFuture() {
  const content = tinyHandbook();
  apply(content, { file: 'procedures/ST-B-02.mdx', replace: '重新排期。', with: '重新排期，当天登记。' });
  return { content, run: (...words: string[]) => handbook(...words, '--content', content, '--as-of', '2031-01-05') };
}

describe.concurrent('on a day that is still to come', () => {
  test.each([
    ['release', 'ST-B-02', ...said],
    ['review', 'ST-B-01', '--conclusion', '做法与文件一致。'],
    ['withdraw', 'ST-D-02-02', '--reason', '不再使用', '--on', '2031-02-01'],
    ['new', 'policy', '--title', '采购方针', '--by', 'gu-tong'],
  ])('%s writes nothing', async (...words) => {
    const { content, run } = inFuture();
    const before = bytesOf(content);
    const { code, stderr } = await run(...words);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr:
        '今天是 2026-12-31，2031-01-05 还没有到：没有写任何文件\n→ 去掉 --as-of；只想知道到那一天会写什么的，加上 --dry-run。\n',
    });
    expect(bytesOf(content)).toEqual(before);
  });

  test('what would be written can be seen, and the handbook be read', async () => {
    const { run } = inFuture();
    expect(await run('release', 'ST-B-02', ...said, '--dry-run')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('会发布 ST-B-02 A/2（2031-01-05 起实施）') as string,
    });
    expect(await run('status')).toMatchObject({ code: 0, stderr: '' });
    expect(await run('check')).toMatchObject({ code: 0, stderr: '' });
  });
});
