/** `handbook check`: the report and the exit code. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CheckReport } from '../../src/checks/report/json.ts';
import { apply, asOf, emptyFolder, tinyHandbook, type Edit } from '../fixtures/tiny-handbook.ts';
import { bytesOf, changedFiles, handbook, lineWith } from './handbook-command.ts';

/** Checks a tiny handbook. */
function check(content: string, ...words: string[]) {
  return handbook('check', '--content', content, '--as-of', asOf, ...words);
}

/** The released base with one edit that is not released. */
function edited(edit: Edit): string {
  const content = tinyHandbook();
  apply(content, edit);
  return content;
}

const oneWord: Edit = { file: 'procedures/ST-B-02.mdx', replace: '电话接到的', with: '电话收到的' };
const clauseGone: Edit = { file: 'procedures/ST-B-02.mdx', replace: '    - mini:2020/5.1#5\n', with: '' };
/** Prepared and approved by one person: a warning. */
const onePerson: Edit[] = [
  { file: 'policies/ST-A-02.mdx', replace: 'prepared: { by: gu-tong', with: 'prepared: { by: han-mei' },
  { file: 'policies/ST-A-02.mdx', replace: '\n    by: gu-tong\n', with: '\n    by: han-mei\n' },
];

describe.concurrent('what was read before', () => {
  test('is not read again and gives the same findings; what changed is', async () => {
    const content = tinyHandbook();
    apply(content, { file: 'procedures/ST-B-02.mdx', replace: '电话接到的', with: '{电话}接到的' });
    apply(content, { file: 'policies/ST-A-02.mdx', replace: 'owner:', with: 'ovner:' });
    apply(content, { file: 'procedures/ST-B-01.mdx', replace: '## 1 ', with: '见《没有的程序》。\n\n## 1 ' });
    const first = await check(content);
    expect(first.stdout).toContain('没有的程序');
    expect((await check(content)).stdout).toBe(first.stdout);
    apply(content, { file: 'procedures/ST-B-01.mdx', replace: '见《没有的程序》。', with: '见《也没有的程序》。' });
    expect((await check(content)).stdout).toBe(first.stdout.replaceAll('没有的程序', '也没有的程序'));
  });

  test('is of no use where it is broken', async () => {
    const content = tinyHandbook(onePerson);
    const first = await check(content);
    const folder = join(import.meta.dirname, '../../.cache/readings');
    const [newest] = readdirSync(folder)
      .map((name) => join(folder, name))
      .filter((path) => readFileSync(path, 'utf8').includes(`${content}/procedures`));
    const text = readFileSync(newest!, 'utf8');
    writeFileSync(newest!, text.slice(0, text.length / 2));
    expect((await check(content)).stdout).toBe(first.stdout);
  });
});

describe.concurrent('with numbers or rules', () => {
  const content = () =>
    tinyHandbook([
      { file: 'procedures/ST-B-02.mdx', append: '\n见《没有的程序》，时限待定。\n' },
      { file: 'procedures/ST-B-01.mdx', append: '\n时限待定。\n' },
    ]);

  test('only their findings are shown and counted, and the summary says so', async () => {
    const folder = content();
    const all = await check(folder);
    expect(all.stdout).toMatch(/3 个错误.*TXT-05 × 2/);
    const { code, stdout } = await check(folder, 'b-02', 'txt-05');
    expect(stdout).toMatch(/ST-B-02\.mdx:\d+:\d+ 错误 TXT-05[^]*1 个错误，0 个警告，0 个提示（TXT-05 × 1）/);
    expect(stdout).toMatch(/以上只有 ST-B-02、TXT-05 的结果，另有 2 个没有列出。\n$/);
    expect(stdout).not.toMatch(/ST-B-01|REF-|的落实/);
    expect(code).toBe(1);
    expect(await check(folder, 'A-02')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('另有 3 个没有列出'),
    });
  });

  test('of which there are none it says so; reports for other programs stay whole', async () => {
    const folder = content();
    expect(await check(folder, 'TXT-5')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/“TXT-5”既不是文件编号，也不是规则\n→ 是否想写 TXT-05？/),
    });
    expect(await check(folder, 'B-02', '--format', 'json')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('给其他程序的报告总是全部的'),
    });
  });
});

describe.concurrent('exit code', () => {
  test('0 for a clean handbook, which is left as it was', async () => {
    const content = tinyHandbook();
    const before = bytesOf(content);
    const { code, stdout, stderr } = await check(content);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('0 个错误，0 个警告，0 个提示');
    expect(changedFiles(before, bytesOf(content))).toEqual([]);
  });

  test('0 for a warning, 1 for the same warning with --strict', async () => {
    const content = tinyHandbook(onePerson);
    const [plain, strict] = await Promise.all([check(content), check(content, '--strict')]);
    expect(plain.stdout).toContain('警告 APP-02');
    expect(strict.stdout).toBe(plain.stdout);
    expect([plain.code, strict.code]).toEqual([0, 1]);
  });

  test('0 with --strict when there is nothing but information', async () => {
    const { code, stdout } = await check(edited(oneWord), '--strict');
    expect(stdout).toContain('VER-08');
    expect(code).toBe(0);
  });

  test('1 for a folder that is not there', async () => {
    const { code, stdout } = await check(join(emptyFolder(), 'nowhere'));
    expect(code).toBe(1);
    expect(stdout).toContain('nowhere');
    expect(stdout).toContain('--content');
  });
});

test.concurrent('a changed word is reported as not released, with the command that releases it', async () => {
  const content = edited(oneWord);
  const { code, stdout } = await check(content, '--format', 'json');
  const { findings } = JSON.parse(stdout) as CheckReport;
  expect(code).toBe(0);
  expect(findings).toEqual([
    expect.objectContaining({ rule: 'VER-08', severity: 'info', document: 'ST-B-02', editions: ['working'] }),
  ]);
  expect(findings[0]?.hint).toContain('release ST-B-02');
});

describe.concurrent('a clause that no procedure meets any more', () => {
  test('as text: the place, the clause by number and title, and the sum at the end', async () => {
    const content = edited(clauseGone);
    const { code, stdout } = await check(content);
    const procedure = readFileSync(join(content, 'procedures/ST-B-02.mdx'), 'utf8');
    expect(code).toBe(1);
    expect(stdout).toContain(`/procedures/ST-B-02.mdx:${lineWith(procedure, 'clauses:')}:1 错误 MAP-01`);
    expect(stdout).toContain('条款 5.1 订单受理没有程序落实');
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^1 个错误，.*MAP-01 × 1/);
  });

  test('as text in English', async () => {
    const { stdout } = await check(edited(clauseGone), '--lang', 'en');
    expect(stdout).toMatch(/ST-B-02\.mdx:\d+:1 error MAP-01\n {2}.*5\.1 Order intake/);
    expect(stdout.trimEnd().split('\n').at(-1)).not.toMatch(/\p{Script=Han}/u);
  });

  test('as JSON: nothing else on the standard output, texts in the language asked for', async () => {
    const content = edited(clauseGone);
    const [chinese, english] = await Promise.all([
      check(content, '--format', 'json'),
      check(content, '--format', 'json', '--lang', 'en'),
    ]);
    const reports = [chinese, english].map(({ stdout }) => JSON.parse(stdout) as CheckReport);
    const [zh, en] = reports.map(({ findings }) => findings.find(({ rule }) => rule === 'MAP-01'));
    expect([chinese.code, english.code]).toEqual([1, 1]);
    expect(zh).toMatchObject({ severity: 'error', clause: 'mini:2020/5.1', column: 1, editions: ['working'] });
    expect(zh?.file).toMatch(/procedures\/ST-B-02\.mdx$/);
    expect(zh?.message).toContain('订单受理');
    expect(en?.message).toContain('Order intake');
    expect(en?.message).not.toMatch(/\p{Script=Han}/u);
    expect(reports[0]?.coverage).toEqual([
      expect.objectContaining({
        standard: 'mini:2020',
        procedure: { met: 2, of: 3, missing: [{ reference: 'mini:2020/5.1', title: '订单受理' }] },
      }),
    ]);
  });
});

test.concurrent('all faults of all files in one run', async () => {
  const content = tinyHandbook();
  apply(content, { file: 'procedures/ST-B-01.mdx', append: '\n响应不得超过 <4 小时。\n' });
  apply(content, { file: 'policies/ST-A-02.mdx', replace: 'reviewMonths: 24', with: 'reviewMonth: 24' });
  apply(content, { file: 'organisation/people.yaml', replace: 'department: GLB', with: 'department: GLX' });
  const { code, stdout } = await check(content, '--format', 'json');
  const { findings } = JSON.parse(stdout) as CheckReport;
  const policy = readFileSync(join(content, 'policies/ST-A-02.mdx'), 'utf8');
  const places = findings.map(({ file, line }) => `${file.slice(content.length + 1)}:${line}`);
  expect(code).toBe(1);
  expect(places).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^procedures\/ST-B-01\.mdx:/),
      `policies/ST-A-02.mdx:${lineWith(policy, 'reviewMonth: 24')}`,
      expect.stringMatching(/^organisation\/people\.yaml:/),
    ]),
  );
  expect(findings.find(({ message }) => message.includes('reviewMonth'))?.hint).toContain('reviewMonths');
});

describe.concurrent('other formats', () => {
  test.each([
    ['sarif', /^\{\n {2}"\$schema": .*\n\}\n$/s],
    ['junit', /^<\?xml .*<\/testsuites>\n$/s],
    ['github', /^::notice file=.*\n::error file=.*MAP-01 × 1.*\n$/s],
  ])('%s: nothing else on the standard output', async (format, shape) => {
    const { code, stdout, stderr } = await check(edited(clauseGone), '--format', format);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(shape);
  });
});

test.concurrent('--output writes the whole report to a file, and the terminal gets the sum', async () => {
  const content = edited(clauseGone);
  const folder = emptyFolder();
  const output = join(folder, 'reports/check.json');
  const { code, stdout } = await check(content, '--format', 'json', '--output', output);
  const report = JSON.parse(readFileSync(output, 'utf8')) as CheckReport;
  expect(code).toBe(1);
  expect(report.findings.map(({ rule }) => rule)).toContain('MAP-01');
  expect(stdout).toContain(output);
  expect(stdout).not.toContain('{');
  expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^\d 个错误，/);
  expect(readdirSync(join(folder, 'reports'))).toEqual(['check.json']);
});

describe.concurrent('a waived finding', () => {
  const waiver = (until: string): Edit => ({
    file: 'registers/waivers.yaml',
    create: `entries:\n  - rule: APP-02\n    document: ST-A-02\n    reason: 只有一位编制人\n    approved: han-mei\n    until: ${until}\n`,
  });

  test('fails nothing, even with --strict, and is counted', async () => {
    const content = tinyHandbook([...onePerson, waiver('2026-12-31')]);
    const [plain, shown] = await Promise.all([check(content, '--strict'), check(content, '--show-waived')]);
    expect(plain.code).toBe(0);
    expect(plain.stdout).not.toContain('APP-02');
    expect(plain.stdout).toContain('；另有 1 个已豁免');
    expect(shown.stdout).toMatch(/警告 APP-02\n(?:.*\n)+ {2}已豁免至 2026-12-31（han-mei 批准）：只有一位编制人\n/);
  });

  test('counts again after the last day', async () => {
    const { code, stdout } = await check(tinyHandbook([...onePerson, waiver('2026-05-31')]), '--strict');
    expect(code).toBe(1);
    expect(stdout).toContain('警告 APP-02');
    expect(stdout).not.toContain('已豁免至');
  });
});
