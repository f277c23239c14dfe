/** `handbook withdraw`, `supersede`, `retain` and `review`: what they write and say, alone and together. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inspect } from '../../src/checks/run.ts';
import { apply, asOf, tinyHandbook, type Edit } from '../fixtures/tiny-handbook.ts';
import { bytesOf, changedFiles, handbook } from './handbook-command.ts';

const intake = 'procedures/ST-B-02.mdx';

/** No step fills the rework record any more. */
const unused: Edit[] = [
  { file: intake, replace: 'records: [ST-D-02-02]', with: 'records: [ST-D-02-01]' },
  { file: intake, replace: '退回的成品填写《返工单》，', with: '退回的成品填写《订单登记表》，' },
];

function run(content: string, ...words: string[]) {
  return handbook(...words, '--content', content, '--as-of', asOf);
}

function read(content: string, file: string): string {
  return readFileSync(join(content, file), 'utf8');
}

async function errors(content: string, day = asOf): Promise<string[]> {
  const { findings } = await inspect(content, day);
  return findings.filter(({ severity }) => severity === 'error').map(({ rule, message }) => `${rule} ${message.zh}`);
}

describe.concurrent('withdraw', () => {
  test('is refused while a version in force refers to it, and nothing is written', async () => {
    const content = tinyHandbook();
    const before = bytesOf(content);
    const { code, stderr } = await run(content, 'withdraw', 'D-02-02', '--reason', '没有返工了');
    expect(code).toBe(1);
    expect(stderr).toMatch(/还有 1 份文件引用 ST-D-02-02：ST-B-02\n→ 先修改并发布它们[^]*ST-B-02\.mdx:\d+\n/);
    expect(changedFiles(before, bytesOf(content))).toEqual([]);
  });

  test('takes the revision that no longer refers to it along, with --release', async () => {
    const content = tinyHandbook();
    for (const edit of unused) apply(content, edit);
    // The form that no step fills is what the withdrawal mends.
    expect(await errors(content)).toEqual(['REF-04 没有活动形成表单 ST-D-02-02 返工单']);
    const words = ['withdraw', 'D-02-02', '--reason', '返工改记在订单登记表上', '--on', '2026-07-01'];
    const { code, stdout, stderr } = await run(content, ...words, '--release', 'B-02', '--summary', '取消返工单');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /已发布 ST-B-02 A\/2（2026-07-01 起实施）[^]*已登记作废 ST-D-02-02（自 2026-07-01 起，许雯批准）[^]*2026-07-01 以前现行版本仍然有效，那天重新生成网站即可/,
    );
    expect(stdout).toMatch(/− .*forms\/ST-D-02-02\.yaml/);
    expect(existsSync(join(content, 'forms/ST-D-02-02.yaml'))).toBe(false);
    expect(existsSync(join(content, 'history/ST-D-02-02/A-0/ST-D-02-02.yaml'))).toBe(true);
    expect(read(content, intake)).toContain('why: 返工改记在订单登记表上');
    expect([await errors(content), await errors(content, '2026-06-30'), await errors(content, '2026-07-01')]).toEqual([
      [],
      [],
      [],
    ]);
    const again = await run(content, 'withdraw', 'D-02-02', '--reason', 'x');
    expect(again.stderr).toContain('ST-D-02-02 已登记于 2026-07-01 作废');
    const retained = await run(content, 'retain', 'D-02-02');
    expect(retained.stdout).toContain('已将 ST-D-02-02 标为作废保留');
    expect(read(content, 'registers/withdrawals.yaml')).toMatch(
      /reason: 返工改记在订单登记表上\n {4}retained: true\n$/,
    );
    await run(content, 'retain', 'D-02-02', '--undo');
    expect(read(content, 'registers/withdrawals.yaml')).toMatch(/retained: false\n$/);
  });

  test('is refused if it would leave errors behind, which are shown', async () => {
    const content = tinyHandbook();
    const before = bytesOf(content);
    const { code, stderr } = await run(content, 'withdraw', 'ST-A-03', '--reason', '职责写进各程序');
    expect(code).toBe(1);
    expect(stderr).toMatch(/有错误，没有写任何文件：[^]*MAP-03/);
    expect(changedFiles(before, bytesOf(content))).toEqual([]);
  });
});

describe.concurrent('review', () => {
  test('appends to the register without changing anything else, and says when the next one is due', async () => {
    const content = tinyHandbook();
    const before = read(content, 'registers/reviews.yaml');
    const words = ['review', 'b-02', '--conclusion', '抽查十份订单：做法与文件一致。'];
    const dry = await run(content, ...words, '--dry-run');
    expect(dry.stdout).toContain('会记录 ST-B-02 A/1 的定期评审');
    expect(read(content, 'registers/reviews.yaml')).toBe(before);
    const { code, stdout } = await run(content, ...words);
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('许雯，2026-06-01，不修改。下次评审 2027-01-12 → 2027-06-01。'),
    });
    expect(read(content, 'registers/reviews.yaml')).toBe(
      `${before}  - document: ST-B-02\n    version: A/1\n    on: 2026-06-01\n    by: xu-wen\n    conclusion: 抽查十份订单：做法与文件一致。\n`,
    );
    expect(await errors(content)).toEqual([]);
    expect((await run(content, ...words)).stderr).toContain('已于 2026-06-01 评审过');
  });
});

describe.concurrent('status and diff', () => {
  test('read only: of all, of one, of a version that there is not', async () => {
    const content = tinyHandbook();
    apply(content, { file: intake, replace: '重新排期。', with: '当天排期。' });
    const before = bytesOf(content);
    const [all, one, json, diff, english] = await Promise.all([
      run(content, 'status'),
      run(content, 'status', 'b-02'),
      run(content, 'status', '--format', 'json'),
      run(content, 'diff', 'b-02'),
      run(content, 'diff', 'b-02', '--lang', 'en'),
    ]);
    expect(all).toMatchObject({ code: 0, stdout: expect.stringMatching(/ST-B-02 .*编辑稿有未发布的修改/) });
    expect(one).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^ST-B-02 订单受理程序\n[^]*有改动的章节 +5\.3/),
    });
    expect(JSON.parse(json.stdout)).toMatchObject({ asOf, counts: { unreleased: 1 } });
    expect(diff).toMatchObject({ code: 0, stdout: expect.stringContaining('回到登记[-重新-]{+当天+}排期。') });
    expect(english).toMatchObject({ code: 0, stdout: expect.stringContaining('Changed sections: 5.3') });
    const [unknown, version, future] = await Promise.all([
      run(content, 'status', 'ST-B-20'),
      run(content, 'diff', 'b-02', 'A/7'),
      handbook('status', 'b-02', '--content', content, '--as-of', '2025-01-01'),
    ]);
    expect(unknown).toMatchObject({ code: 1, stderr: expect.stringContaining('没有文件 ST-B-20') });
    expect(version).toMatchObject({ code: 1, stderr: expect.stringMatching(/ST-B-02 没有版本 A\/7\n→ .*有：A\/1。/) });
    expect(future).toMatchObject({ code: 1, stderr: expect.stringContaining('首次发布在 2026-01-15') });
    expect(changedFiles(before, bytesOf(content))).toEqual([]);
  });
});
