/** `handbook approve`: what it refuses, and what it adds to the ledger. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newKey, signedHandbook, withKey, type Key } from '../fixtures/signing.ts';
import { apply, asOf, emptyFolder, tinyHandbook, type Edit } from '../fixtures/tiny-handbook.ts';
import { bytesOf, changedFiles, handbook, handbookWith } from './handbook-command.ts';

const key = newKey();
const other = newKey();
const ledger = 'history/ledger.yaml';
const known = withKey('han-mei', key);

function approve(content: string, signer: Key, ...words: string[]) {
  return handbook('approve', '--content', content, '--as-of', asOf, '--key', signer.file, ...words);
}

/** The lines that were added to the ledger. */
function added(before: ReadonlyMap<string, string>, content: string): Record<string, string>[] {
  const text = readFileSync(join(content, ledger), 'latin1');
  expect(text.startsWith(before.get(ledger)!)).toBe(true);
  return text
    .slice(before.get(ledger)!.length)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line.slice(2)) as Record<string, string>);
}

async function check(content: string): Promise<string> {
  return (await handbook('check', '--content', content, '--as-of', asOf)).stdout;
}

describe.concurrent('signs', () => {
  test('all steps of a person, in one line of the ledger each, and nothing else', async () => {
    const content = tinyHandbook([known]);
    const before = bytesOf(content);
    const { code, stdout, stderr } = await approve(content, key, 'ST-A-02', 'A/0', '--as', 'han-mei');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('已由韩梅签署 ST-A-02 A/0 的批准');
    expect(changedFiles(before, bytesOf(content))).toEqual([ledger]);
    expect(added(before, content)).toEqual([
      expect.objectContaining({ number: 'ST-A-02', version: 'A/0', step: 'approved', by: 'han-mei', on: '2026-01-12' }),
    ]);
    expect(await check(content)).toContain('0 个错误，0 个警告');
  });

  test('what ssh-keygen verifies by itself', async () => {
    const content = tinyHandbook([known]);
    const before = bytesOf(content);
    await approve(content, key, 'ST-A-02', 'A/0', '--as', 'han-mei');
    const [line] = added(before, content);
    const { number, version, hash, step, by, on, signature } = line!;
    const folder = emptyFolder();
    const armour = `-----BEGIN SSH SIGNATURE-----\n${signature}\n-----END SSH SIGNATURE-----\n`;
    writeFileSync(join(folder, 'sig'), armour);
    writeFileSync(join(folder, 'signers'), `${by} ${key.public}\n`);
    const text = `number: ${number}\nversion: ${version}\nhash: ${hash}\nstep: ${step}\nby: ${by}\non: ${on}\n`;
    const args = ['-Y', 'verify', '-f', 'signers', '-I', by!, '-n', 'controlled-handbook', '-s', 'sig'];
    const said = execFileSync('ssh-keygen', args, { cwd: folder, input: text, encoding: 'utf8' });
    expect(said).toContain('Good "controlled-handbook" signature for han-mei');
  });

  test('a number and a version as people type them', async () => {
    const { code, stdout } = await approve(tinyHandbook([known]), key, 'a-02', 'a-0', '--as', 'han-mei');
    expect(code).toBe(0);
    expect(stdout).toContain('ST-A-02 A/0');
  });

  test('several versions at once, the newest where none is named, each of them once', async () => {
    const content = tinyHandbook([known]);
    const before = bytesOf(content);
    const { code, stdout } = await approve(content, key, 'a-02', 'a-03', 'A/0', 'A-02', 'a-01', '--as', 'han-mei');
    expect({ code, lines: stdout.match(/已由韩梅签署 \S+ A\/0 的批准/g) }).toEqual({
      code: 0,
      lines: ['ST-A-02', 'ST-A-03', 'ST-A-01'].map((number) => `已由韩梅签署 ${number} A/0 的批准`),
    });
    expect(added(before, content).map(({ number }) => number)).toEqual(['ST-A-02', 'ST-A-03', 'ST-A-01']);
    expect(await check(content)).toContain('0 个错误，0 个警告');
  });

  test('none of several if one of them is not to be signed', async () => {
    const content = tinyHandbook([known]);
    const before = bytesOf(content);
    const { code, stderr } = await approve(content, key, 'a-02', 'b-01', 'B/7', '--as', 'han-mei');
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('没有发布过 B/7') });
    expect(changedFiles(before, bytesOf(content))).toEqual([]);
  });

  test('one step after the other', async () => {
    const content = tinyHandbook([known, withKey('tao-ran', other)]);
    const steps = [
      await approve(content, other, 'ST-A-02', 'A/0', '--as', 'tao-ran', '--step', 'reviewed'),
      await approve(content, key, 'ST-A-02', 'A/0', '--as', 'han-mei', '--step', 'approved'),
    ];
    expect(steps.map(({ code }) => code)).toEqual([0, 0]);
    expect(await check(content)).toContain('0 个错误，0 个警告');
  });

  test('a version that is superseded, while the working text is unfinished', async () => {
    const content = tinyHandbook([known]);
    apply(content, { file: 'policies/ST-A-02.mdx', replace: '## 1 方针', with: '## 2 方针 <' });
    const { code } = await approve(content, key, 'ST-A-02', 'A/0', '--as', 'han-mei');
    expect(code).toBe(0);
  });

  test('nothing with --dry-run', async () => {
    const content = tinyHandbook([known]);
    const before = bytesOf(content);
    const { code, stdout } = await approve(content, key, 'ST-A-02', 'A/0', '--as', 'han-mei', '--dry-run');
    expect(code).toBe(0);
    expect(stdout).toContain('会由韩梅签署');
    expect(changedFiles(before, bytesOf(content))).toEqual([]);
  });

  test('with a public key whose private key an agent holds', async () => {
    const agent = execFileSync('ssh-agent', ['-s'], { encoding: 'utf8' });
    const variable = (name: string) => new RegExp(`${name}=([^;]+)`).exec(agent)![1]!;
    const environment = { SSH_AUTH_SOCK: variable('SSH_AUTH_SOCK') };
    try {
      const held = newKey();
      execFileSync('ssh-add', ['-q', held.file], { env: { ...process.env, ...environment }, stdio: 'ignore' });
      renameSync(held.file, `${held.file}.gone`);
      const content = tinyHandbook([withKey('han-mei', held)]);
      const words = ['approve', '--content', content, '--as-of', asOf, '--key', `${held.file}.pub`];
      const { code, stderr } = await handbookWith(environment, ...words, 'ST-A-02', 'A/0', '--as', 'han-mei');
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    } finally {
      process.kill(Number(variable('SSH_AGENT_PID')));
    }
  });

  test('until every release has what handbook.yaml asks for', async () => {
    const asks: Edit = {
      file: 'handbook.yaml',
      replace: 'parties:',
      with: 'signatures: { required: [approved], since: 2026-05-01 }\nparties:',
    };
    const content = tinyHandbook([known, asks]);
    apply(content, { file: 'policies/ST-A-02.mdx', replace: '后开印；', with: '后付印；' });
    const said = ['--summary', '改一个词', '--reason', '顾客看不懂'];
    const release = await handbook('release', '--content', content, '--as-of', asOf, 'ST-A-02', ...said);
    expect(release).toMatchObject({ code: 0, stderr: '' });
    const call = `npm run handbook -- approve ST-A-02 A/1 --as han-mei --step approved --content ${content}`;
    expect(release.stdout).toContain(call);
    const checked = await check(content);
    expect(checked).toContain('SIG-02');
    expect(checked).toContain(call);
    await approve(content, key, 'ST-A-02', 'A/1', '--as', 'han-mei');
    expect(await check(content)).toContain('0 个错误，0 个警告');
  });

  test('and a version that is not yet effective keeps nothing from being published until its day', async () => {
    const asks: Edit = {
      file: 'handbook.yaml',
      replace: 'parties:',
      with: 'signatures: { required: [approved], since: 2026-05-01 }\nparties:',
    };
    const content = tinyHandbook([known, asks]);
    apply(content, { file: 'policies/ST-A-02.mdx', replace: '后开印；', with: '后付印；' });
    const words = ['--summary', '改一个词', '--reason', '顾客看不懂', '--effective', '2026-06-15'];
    expect(await handbook('release', '--content', content, '--as-of', asOf, 'ST-A-02', ...words)).toMatchObject({
      code: 0,
    });
    const on = (day: string, command: string) => handbook(command, '--content', content, '--as-of', day);
    const before = await on('2026-06-14', 'check');
    expect(before.code).toBe(0);
    expect(before.stdout).toContain('ST-A-02 A/1 自 2026-06-15 起实施，还缺少韩梅的批准签名');
    expect(before.stdout).not.toContain('针对读者现在看到的版本');
    const verified = await on('2026-06-14', 'verify');
    expect(verified.code).toBe(0);
    expect(verified.stdout).toMatch(/缺少 1 +相符，1 处提醒\n/);
    expect(await on('2026-06-15', 'check')).toMatchObject({ code: 1 });
  });
});

describe.concurrent('is refused with 1, and nothing is written', () => {
  test('a person whom the release does not name, as told with a way out', async () => {
    const content = tinyHandbook([known]);
    const before = bytesOf(content);
    const { code, stdout, stderr } = await approve(content, key, 'ST-A-02', 'A/0', '--as', 'jiang-yu');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/没有要江屿签的\n→ .*批准 han-mei/);
    expect(changedFiles(before, bytesOf(content))).toEqual([]);
  });

  test('a step that has been signed', async () => {
    const content = await signedHandbook(key);
    const before = bytesOf(content);
    const { code, stderr } = await approve(content, key, 'ST-A-02', 'A/0', '--as', 'han-mei');
    expect(code).toBe(1);
    expect(stderr).toContain('批准已经签过名');
    expect(changedFiles(before, bytesOf(content))).toEqual([]);
  });

  test('a frozen text that was changed, and a ledger that was', async () => {
    const changed = tinyHandbook([known]);
    apply(changed, { file: 'history/ST-A-02/A-0/ST-A-02.mdx', replace: '做到。', with: '做好。' });
    const text = await approve(changed, key, 'ST-A-02', 'A/0', '--as', 'han-mei');
    expect(text).toMatchObject({ code: 1, stderr: expect.stringContaining('VER-05') });
    const broken = tinyHandbook([known]);
    apply(broken, { file: ledger, replace: '# 发布台账', with: '# 台账' });
    const chain = await approve(broken, key, 'ST-A-02', 'A/0', '--as', 'han-mei');
    expect(chain).toMatchObject({ code: 1, stderr: expect.stringContaining('LED-02') });
  });

  test('a working text without a release', async () => {
    const content = tinyHandbook([known]);
    copyFileSync(join(content, 'plans/ST-C-51.mdx'), join(content, 'plans/ST-C-52.mdx'));
    apply(content, { file: 'plans/ST-C-52.mdx', replace: 'number: ST-C-51', with: 'number: ST-C-52' });
    const { code, stderr } = await approve(content, key, 'ST-C-52', 'A/0', '--as', 'han-mei');
    expect(code).toBe(1);
    expect(stderr).toMatch(/ST-C-52 还没有发布过\n→ .*release ST-C-52/);
  });

  test('a private key that is none, and one that does not belong to the public one beside it', async () => {
    const content = tinyHandbook([known]);
    const before = bytesOf(content);
    const none = join(emptyFolder(), 'key');
    const missing = await handbook('approve', '--content', content, '--key', none, 'ST-A-02', 'A/0', '--as', 'han-mei');
    expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining('ssh-keygen -t ed25519') });
    writeFileSync(none, 'no key\n');
    copyFileSync(`${key.file}.pub`, `${none}.pub`);
    const wrong = await approve(content, { ...key, file: none }, 'ST-A-02', 'A/0', '--as', 'han-mei');
    expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining('没有签成') });
    const swapped = newKey();
    copyFileSync(`${key.file}.pub`, `${swapped.file}.pub`);
    const foreign = await approve(content, swapped, 'ST-A-02', 'A/0', '--as', 'han-mei');
    expect(foreign).toMatchObject({ code: 1, stderr: expect.stringContaining('没有签成') });
    expect(changedFiles(before, bytesOf(content))).toEqual([]);
  });

  test('in English with --lang en', async () => {
    const { code, stderr } = await approve(
      tinyHandbook([known]),
      other,
      'ST-A-02',
      'A/0',
      '--as',
      'han-mei',
      '--lang',
      'en',
    );
    expect(code).toBe(1);
    expect(stderr).not.toMatch(/\p{Script=Han}/u);
  });
});

test.concurrent('a machine without ssh-keygen ends with 3', async () => {
  const content = tinyHandbook([known]);
  const before = bytesOf(content);
  const words = ['approve', '--content', content, '--key', key.file, 'ST-A-02', 'A/0', '--as', 'han-mei'];
  const { code, stdout, stderr } = await handbookWith({ PATH: '' }, ...words);
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  expect(stderr).toContain('OpenSSH');
  expect(changedFiles(before, bytesOf(content))).toEqual([]);
});

test.concurrent.each([
  [[]],
  [['ST-A-02']],
  [['ST-A-02', 'A/0']],
  [['ST-A-02', 'A/0', '--as', 'han-mei', '--step', 'signed']],
])('wrong usage ends with 2: approve %j', async (words) => {
  const { code, stdout, stderr } = await handbook('approve', ...words);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/\n→ /);
});
