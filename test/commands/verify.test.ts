/** `handbook verify`: what it prints, and when it fails. What it finds is in test/checks/tampering.test.ts. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/handbook/canonical.ts';
import { newKey, signedHandbook, type Key } from '../fixtures/signing.ts';
import { apply, asOf, emptyFolder, tinyHandbook, workingTexts } from '../fixtures/tiny-handbook.ts';
import { bytesOf, changedFiles, handbook, handbookWith } from './handbook-command.ts';

const key = newKey();

function verify(content: string, ...words: string[]) {
  return handbook('verify', '--content', content, '--as-of', asOf, ...words);
}

/** As ssh-keygen says it. */
function fingerprintOf({ file }: Key): string {
  return execFileSync('ssh-keygen', ['-l', '-f', file]).toString().split(' ')[1]!;
}

function hashOf(content: string): string {
  return sha256(Buffer.from(bytesOf(content).get('history/ledger.yaml')!, 'latin1'));
}

describe.concurrent('what is as it was released', () => {
  test('ends with 0, a table and the hash of the ledger; nothing is written', async () => {
    const content = await signedHandbook(key);
    const before = bytesOf(content);
    const { code, stdout, stderr } = await verify(content);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(
      stdout
        .replaceAll(content, '')
        .replaceAll(hashOf(content), 'HASH')
        .replaceAll(/(?<=\S) {2,}/g, '  '),
    ).toBe(
      [
        '发布台账 /history/ledger.yaml，哈希值 HASH',
        '  台账的链  19 行  相符',
        '  冻结文本  10 个版本，14 个文件  相符',
        '  版本顺序  10 份文件  相符',
        '  审批和日期  10 个版本  相符',
        '  签名  有效 8，无效 0，未核验 0，缺少 0  相符',
        'handbook.yaml 没有要求签名；2 个版本没有签名。',
        '登记的公钥，请与本人留存的核对（ssh-keygen -l -f <公钥文件>）：',
        `  韩梅（han-mei）  ${fingerprintOf(key)}  2019-03-01 起  8 个签名`,
        '',
        '核验通过。把台账的哈希值记到别处，以后用 --expect 可以证明末尾没有被删去。',
        '',
      ].join('\n'),
    );
    expect(changedFiles(before, bytesOf(content))).toEqual([]);
  });

  test('does so in English', async () => {
    const { stdout } = await verify(tinyHandbook(), '--lang', 'en');
    expect(stdout).not.toMatch(/\p{Script=Han}/u);
    expect(stdout).toContain('0 good, 0 bad, 0 not verified, 0 missing');
    expect(stdout).toContain('handbook.yaml requires no signatures; 10 versions bear none.');
  });

  test('says since when which signatures are asked for, and how many versions are from before', async () => {
    const signatures = 'signatures: { required: [reviewed, approved], since: 2026-01-16 }\n';
    const content = tinyHandbook([{ file: 'handbook.yaml', append: signatures }]);
    const { stdout } = await verify(content);
    expect(stdout).toContain(
      'handbook.yaml 要求审核、批准签名，自 2026-01-16 起；10 个版本没有签名，其中 10 个在那以前发布。',
    );
    expect((await verify(content, '--lang', 'en')).stdout).toContain(
      'handbook.yaml requires signatures under review, approval from 2026-01-16; 10 versions bear none, 10 of them released before.',
    );
  });

  test('is compared with a hash that was noted', async () => {
    const content = tinyHandbook();
    const { code, stdout } = await verify(content, '--expect', hashOf(content));
    expect(code).toBe(0);
    expect(stdout).toContain('与记下的哈希值一致：当时 11 行，其后增加 0 行');
  });

  test('is also a handbook in which nothing was released yet', async () => {
    const { code, stdout } = await verify(workingTexts());
    expect(code).toBe(0);
    expect(stdout).toContain('没有发布台账');
  });
});

describe.concurrent('what is not ends with 1', () => {
  test('and every fault with its place', async () => {
    const content = await signedHandbook(key);
    apply(content, { file: 'history/ST-A-02/A-0/ST-A-02.mdx', replace: '做到。', with: '做好。' });
    const { code, stdout } = await verify(content);
    expect(code).toBe(1);
    expect(stdout).toMatch(/history\/ST-A-02\/A-0\/ST-A-02\.mdx:1:1 错误 VER-05\n/);
    expect(stdout).toMatch(/冻结文本 .* 1 处不符/);
    expect(stdout).toContain('核验没有通过。');
  });

  test('as a ledger that never had the hash that was noted', async () => {
    const { code, stdout } = await verify(tinyHandbook(), '--expect', 'a'.repeat(64));
    expect(code).toBe(1);
    expect(stdout).toContain('LED-03');
  });

  test('as signatures that could not be verified, with the reason', async () => {
    const content = await signedHandbook(key);
    const { code, stdout } = await handbookWith({ PATH: '' }, 'verify', '--content', content, '--as-of', asOf);
    expect(code).toBe(1);
    expect(stdout).toContain('有效 0，无效 0，未核验 8');
    expect(stdout).toMatch(/SIG-03\n.*没有能核验签名的 ssh-keygen/);
  });

  test('as a folder that is no handbook', async () => {
    const { code, stdout } = await verify(emptyFolder());
    expect(code).toBe(1);
    expect(stdout).toContain('SRC-01');
  });

  test('but not what is only wrong with a working text', async () => {
    const content = tinyHandbook();
    writeFileSync(join(content, 'policies/ST-A-02.mdx'), '---\nnumber: [\n---\n');
    const { code, stdout } = await verify(content);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('核验通过') });
  });
});

test.concurrent('--format json is one object', async () => {
  const content = await signedHandbook(key);
  apply(content, { file: 'history/ST-A-02/A-0/ST-A-02.mdx', replace: '做到。', with: '做好。' });
  const { code, stdout } = await verify(content, '--format', 'json', '--expect', hashOf(content), '--lang', 'en');
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toEqual({
    asOf,
    proven: false,
    ledger: { file: expect.stringContaining('ledger.yaml'), hash: hashOf(content), lines: 19 },
    expected: { found: true, lines: { then: 19, now: 19 } },
    documents: 10,
    releases: 10,
    files: 14,
    signatures: { good: 8, bad: 0, unverified: 0, missing: 0, unsigned: 2, free: 2 },
    required: null,
    keys: [{ person: 'han-mei', fingerprint: fingerprintOf(key), from: '2019-03-01', signatures: 8 }],
    findings: [expect.objectContaining({ rule: 'VER-05', severity: 'error', line: 1, document: 'ST-A-02' })],
  });
});

test.concurrent('--expect takes nothing but a hash', async () => {
  const { code, stderr } = await handbook('verify', '--expect', '59B06E');
  expect(code).toBe(2);
  expect(stderr).toMatch(/“59B06E”[^]*→ .*64 位/);
});
