/** `handbook new`: what it writes and says, and that nothing is written if it is refused. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { asOf, tinyHandbook } from '../fixtures/tiny-handbook.ts';
import { bytesOf, changedFiles, handbook } from './handbook-command.ts';

const words = [
  'procedure',
  '--owner',
  'order-lead',
  '--by',
  'gu-tong',
  '--title',
  '报价程序',
  '--title-en',
  'Quotation',
];

function create(content: string, ...rest: string[]) {
  return handbook('new', ...rest, '--content', content, '--as-of', asOf);
}

describe.concurrent('new', () => {
  test('writes an outline in the folder of its kind, which cannot be released unfinished', async () => {
    const content = tinyHandbook();
    const before = bytesOf(content);
    const { code, stdout } = await create(content, ...words);
    expect(code).toBe(0);
    expect(stdout).toContain('已新建 ST-B-03');
    expect(stdout).toContain(`status ST-B-03 --content ${content}`);
    expect(stdout).toContain('请用 git 提交这些文件。');
    expect(changedFiles(before, bytesOf(content))).toEqual(['procedures/ST-B-03.mdx']);
    const text = readFileSync(join(content, 'procedures/ST-B-03.mdx'), 'utf8');
    expect(text).toMatch(/^---\nnumber: ST-B-03\ntitle: \{ zh: 报价程序, en: Quotation \}\n/);
    expect(text.match(/^##.*$/gm)).toEqual(['## 1 目的', '## 4 流程', '## 5 过程描述', '### 5.1 待补充']);
    const check = await handbook('check', '--strict', '--content', content, '--as-of', asOf);
    expect(check).toMatchObject({ code: 0, stdout: expect.stringMatching(/0 个错误，0 个警告，4 个提示/) });
    const release = await handbook('release', 'ST-B-03', '--content', content, '--as-of', asOf);
    expect(release).toMatchObject({ code: 1, stderr: expect.stringContaining('TXT-05') });
  });

  test('writes nothing with --dry-run', async () => {
    const content = tinyHandbook();
    const before = bytesOf(content);
    const { code, stdout } = await create(content, ...words, '--dry-run');
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/会新建 ST-B-03.*\n {2}.*ST-B-03\.mdx/),
    });
    expect(changedFiles(before, bytesOf(content))).toEqual([]);
  });

  test('does not write over a file that stands there', async () => {
    const content = tinyHandbook();
    writeFileSync(join(content, 'procedures/ST-B-03.mdx'), readFileSync(join(content, 'procedures/ST-B-02.mdx')));
    const before = bytesOf(content);
    const { code, stderr } = await create(content, ...words);
    expect(code).toBe(1);
    expect(stderr).toMatch(/procedures\/ST-B-03\.mdx 已经存在\n→ .*--number/);
    expect(changedFiles(before, bytesOf(content))).toEqual([]);
  });

  test('is refused with a reason, in English with --lang en', async () => {
    const { code, stderr } = await create(tinyHandbook(), 'procedure', '--lang', 'en');
    expect(code).toBe(1);
    expect(stderr).toBe('The owner is not named\n→ Name it with --owner; the ids of roles are in roles/.\n');
  });
});
