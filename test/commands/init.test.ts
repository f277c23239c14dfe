/** `handbook init`: what it begins with can be checked and gone on with, and nothing is written over. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { changing } from '../../scripts/changes.ts';
import { asOf, emptyFolder } from '../fixtures/tiny-handbook.ts';
import { bytesOf, changedFiles, handbook } from './handbook-command.ts';

function begin(folder: string, ...rest: string[]) {
  return handbook('init', folder, '--code', 'xy', '--as-of', asOf, ...rest);
}

describe.concurrent('init', () => {
  test('writes settings, an example organisation and the clause catalogue, and says what comes next', async () => {
    const folder = join(emptyFolder(), 'my handbook');
    const { code, stdout } = await begin(`${folder}/`, '--name', '星云公司', '--name-en', 'Xingyun: IT & more');
    expect(code).toBe(0);
    expect([...bytesOf(folder).keys()].sort()).toEqual([
      'handbook.yaml',
      'organisation/departments.yaml',
      'organisation/people.yaml',
      'roles/doc-controller.mdx',
      'roles/gm.mdx',
      'roles/mr.mdx',
      'standards/iso20000-1-2018.yaml',
    ]);
    const settings = readFileSync(join(folder, 'handbook.yaml'), 'utf8');
    expect(settings).toContain("name: { zh: 星云公司, en: 'Xingyun: IT & more' }");
    expect(settings).toMatch(/^# .*\p{Script=Han}/mu);
    expect(stdout).toContain(`new manual --by example-c`);
    expect(stdout).toContain(`--content "${folder}"`);
    const { findings } = JSON.parse((await handbook('check', '--format', 'json', '--content', folder)).stdout) as {
      findings: { rule: string; severity: string }[];
    };
    const errors = new Set(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule));
    expect([...errors].sort()).toEqual(['MAP-01', 'MAP-03', 'MAP-09']);
  });

  test('with the day from which on conformity is claimed, what is missing are warnings', async () => {
    const folder = emptyFolder();
    const { code, stdout } = await begin(folder, '--since', '2027-06-01');
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('没有程序落实的条款，在 2027-06-01 以前都列为警告'),
    });
    const check = await handbook('check', '--content', folder, '--as-of', asOf);
    expect(check).toMatchObject({ code: 0, stdout: expect.stringMatching(/自 2027-06-01 起才声明符合[^]*0 个错误/) });
  });

  test('what it says comes next works', async () => {
    // A hidden file is not in the way.
    const folder = emptyFolder();
    writeFileSync(join(folder, '.gitignore'), '');
    const { stdout } = await begin(folder);
    const commands = stdout.match(/(?<=handbook -- )new .*/g) ?? [];
    expect(commands.length).toBe(5);
    for (const command of commands) {
      const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word!);
      const outcome = await handbook(...words, '--as-of', asOf);
      expect(outcome, command).toMatchObject({ code: 0, stdout: expect.stringContaining('已新建 XY-') });
    }
    const check = await handbook('check', '--content', folder, '--as-of', asOf);
    expect(check.stdout).not.toContain('SRC-');
  });

  test('an English handbook has English comments and texts', async () => {
    const folder = join(emptyFolder(), 'handbook');
    const { code, stdout } = await begin(folder, '--language', 'en', '--lang', 'en');
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/\p{Script=Han}/u);
    for (const file of ['handbook.yaml', 'organisation/departments.yaml', 'organisation/people.yaml', 'roles/mr.mdx']) {
      const text = readFileSync(join(folder, file), 'utf8');
      expect(text.replace(/\bzh: [^,}]*/g, ''), file).not.toMatch(/\p{Script=Han}/u);
    }
  });

  test('is refused in a folder that is not empty, and with a code that no number can have', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'notes.txt'), '');
    const before = bytesOf(folder);
    const [occupied, wrong] = await Promise.all([begin(folder), handbook('init', emptyFolder(), '--code', '星云')]);
    expect(occupied).toMatchObject({ code: 1, stderr: expect.stringMatching(/不是空的.*notes\.txt\n→ /) });
    expect(changedFiles(before, bytesOf(folder))).toEqual([]);
    expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining('--code XY') });
  });

  test('is refused with a day to claim conformity that has come', async () => {
    const folder = emptyFolder();
    const [today, past] = await Promise.all(['2026-06-01', '2020-01-01'].map((day) => begin(folder, '--since', day)));
    expect(today).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('--since 2026-06-01 不晚于今天') as string,
    });
    expect(past).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/--since 2020-01-01 不晚于今天（2026-06-01）.*\n→ .*--since/) as string,
    });
    expect(bytesOf(folder).size).toBe(0);
  });

  test('is refused where a file stands', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    const { code, stderr } = await begin(join(folder, 'notes.txt'));
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/notes\.txt 不是文件夹\n→ /) as string });
    expect(readFileSync(join(folder, 'notes.txt'), 'utf8')).toBe('mine');
  });

  test('is refused while another command writes to the folder', async () => {
    const folder = emptyFolder();
    await changing(folder, async () => {
      const { code, stderr } = await begin(folder);
      expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('正在写入这个手册') as string });
    });
    expect(bytesOf(folder).size).toBe(0);
  });

  test('writes nothing with --dry-run', async () => {
    const folder = emptyFolder();
    const { code, stdout } = await begin(folder, '--dry-run');
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('会建立手册库') });
    expect(bytesOf(folder).size).toBe(0);
  });
});
