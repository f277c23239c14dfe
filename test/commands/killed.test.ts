/** A command that is killed at any of its writes, or that meets another one, leaves the old or the new state. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { Busy, changing, settled } from '../../scripts/changes.ts';
import { inspect } from '../../src/checks/run.ts';
import { isProven, verify } from '../../src/checks/verify.ts';
import { openHandbook } from '../../src/handbook/open.ts';
import { apply, asOf, copyOf, emptyFolder, tinyHandbook } from '../fixtures/tiny-handbook.ts';
import { bytesOf, changedFiles, handbook, handbookWith } from './handbook-command.ts';

const preload = pathToFileURL(join(import.meta.dirname, '../fixtures/kill-at-write.ts')).href;
const said = ['--summary', '退回的成品当天登记', '--reason', '返工单迟交：三起'];
const words = (content: string) => ['release', 'ST-B-02', '--content', content, '--as-of', asOf, ...said];

/** A handbook with a change that waits for its release. */
let before: string;
/** The writes of the release, by the names of their functions. */
let writes: string[];
let old: ReadonlyMap<string, string>;
let released: ReadonlyMap<string, string>;

beforeAll(async () => {
  before = tinyHandbook();
  apply(before, { file: 'procedures/ST-B-02.mdx', replace: '重新排期。', with: '重新排期，当天登记。' });
  old = bytesOf(before);
  const content = copyOf(before);
  const log = join(emptyFolder(), 'log');
  const { code } = await releaseKilled(content, { KILL_LOG: log });
  expect(code).toBe(0);
  writes = readFileSync(log, 'utf8').trim().split('\n');
  released = bytesOf(content);
});

function releaseKilled(content: string, variables: Record<string, string>) {
  return handbookWith({ NODE_OPTIONS: `--import ${preload}`, KILL_FOLDER: content, ...variables }, ...words(content));
}

/** What the next command sees, and the command after that: the old or the new state, whole and clean. */
async function expectOneState(content: string): Promise<'old' | 'new'> {
  expect(await settled(content)).toBe(true);
  const now = bytesOf(content);
  const [toOld, toNew] = [changedFiles(old, now), changedFiles(released, now)];
  expect(toOld.length === 0 || toNew.length === 0, `${toOld.join(' ')} / ${toNew.join(' ')}`).toBe(true);
  const { findings } = await inspect(content, asOf);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(isProven(await verify(openHandbook(content, asOf)))).toBe(true);
  await changing(content, async () => undefined);
  expect(readdirSync(content).filter((name) => name.startsWith('.'))).toEqual([]);
  return toOld.length === 0 ? 'old' : 'new';
}

test('a release writes in many steps, the last of which removes the lock', () => {
  expect(writes.length).toBeGreaterThan(12);
  expect(changedFiles(old, released)).toHaveLength(4);
});

test('killed before each of its writes', { timeout: 300_000 }, async () => {
  const states: string[] = [];
  for (const at of writes.keys()) {
    const content = copyOf(before);
    const { code } = await releaseKilled(content, { KILL_AT: String(at + 1) });
    expect(code, `write ${at + 1}`).toBeNull();
    states.push(await expectOneState(content));
  }
  // Up to one write it has not happened, from there on it has.
  expect(states).toEqual([...states].sort((a, b) => (a === b ? 0 : a === 'old' ? -1 : 1)));
  expect(new Set(states).size).toBe(2);
});

test('killed in the midst of each write that can be cut off', { timeout: 300_000 }, async () => {
  for (const [at, name] of writes.entries()) {
    if (name !== 'writeFileSync' && name !== 'rmSync') continue;
    const content = copyOf(before);
    const { code } = await releaseKilled(content, { KILL_AT: String(at + 1), KILL_HALF: '1' });
    expect(code, `write ${at + 1}`).toBeNull();
    await expectOneState(content);
  }
});

test('the next command finishes what was decided before it reads', async () => {
  const content = copyOf(before);
  // The first file has been moved, the others have not.
  const at = writes.lastIndexOf('mkdirSync') + 2;
  await releaseKilled(content, { KILL_AT: String(at + 1) });
  expect(existsSync(join(content, '.pending/moves.json'))).toBe(true);
  const check = await handbook('check', '--content', content, '--as-of', asOf);
  expect(check).toMatchObject({ code: 0, stderr: '' });
  expect(changedFiles(released, bytesOf(content))).toEqual([]);
});

describe('two releases of one document at once', () => {
  test('one succeeds, the other refuses, and the ledger has one line more', { timeout: 120_000 }, async () => {
    for (let round = 0; round < 3; round += 1) {
      const content = copyOf(before);
      const outcomes = await Promise.all([handbook(...words(content)), handbook(...words(content))]);
      expect(outcomes.map(({ code }) => code).sort(), outcomes.map(({ stderr }) => stderr).join()).toEqual([0, 1]);
      const { stderr } = outcomes.find(({ code }) => code === 1)!;
      expect(stderr).toMatch(/另一个命令|没有差别/);
      expect(changedFiles(released, bytesOf(content))).toEqual([]);
      expect(isProven(await verify(openHandbook(content, asOf)))).toBe(true);
    }
  });
});

describe('the lock', () => {
  const file = 'a/b.txt';
  const write = new Map([[file, Buffer.from('new')]]);

  /** A folder in which a command that is no more has decided on a change. */
  function abandoned(process = 999_999_999): string {
    const folder = emptyFolder();
    mkdirSync(join(folder, '.pending'));
    writeFileSync(join(folder, `.pending/owner.${process}.abcd`), '');
    writeFileSync(join(folder, '.pending/0'), 'new');
    writeFileSync(join(folder, '.pending/moves.json'), JSON.stringify([{ from: '0', to: file }]));
    return folder;
  }

  test('keeps a second command out until the first has ended, and says who it is', async () => {
    const folder = emptyFolder();
    const first = changing(folder, async (put) => {
      await expect(changing(folder, async () => undefined)).rejects.toThrow(Busy);
      put(write);
    });
    await first;
    expect(readFileSync(join(folder, file), 'utf8')).toBe('new');
    await changing(folder, async () => undefined);
    expect(readdirSync(folder)).toEqual(['a']);
  });

  test('is given back when the action fails, and nothing is written', async () => {
    const folder = emptyFolder();
    const failing = changing(folder, async () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('keeps a change that cannot be moved whole, until it can', async () => {
    const folder = emptyFolder();
    const two = new Map([...write, ['b/c.txt', Buffer.from('new')]]);
    writeFileSync(join(folder, 'b'), 'a file in the way');
    await expect(changing(folder, async (put) => put(two))).rejects.toThrow();
    expect(existsSync(join(folder, file))).toBe(true);
    await expect(settled(folder)).rejects.toThrow();
    rmSync(join(folder, 'b'));
    expect(await settled(folder)).toBe(true);
    expect(readFileSync(join(folder, 'b/c.txt'), 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['a', 'b']);
  });

  test('of a command that is no more is taken over by one of many who try', async () => {
    const folder = abandoned();
    expect(await Promise.all(Array.from({ length: 5 }, () => settled(folder)))).toEqual([true, true, true, true, true]);
    expect(readFileSync(join(folder, file), 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['a']);
  });

  test('of a command that runs is waited for', async () => {
    // Process 1 always runs.
    const folder = abandoned(1);
    expect(await settled(folder, 50)).toBe(false);
    expect(existsSync(join(folder, file))).toBe(false);
    await expect(changing(folder, async () => undefined)).rejects.toThrow(Busy);
  });

  test('without an owner, whose file a person has deleted as the message says, is free', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, '.pending'));
    writeFileSync(join(folder, '.pending/0'), 'half');
    await changing(folder, async (put) => put(write));
    expect(readFileSync(join(folder, file), 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['a']);
  });

  test('does not show in the handbook', async () => {
    const content = copyOf(before);
    const { findings } = await inspect(content, asOf);
    cpSync(abandoned(), content, { recursive: true });
    writeFileSync(join(content, '.pending/1.mdx'), 'half a file');
    expect((await inspect(content, asOf)).findings).toEqual(findings);
  });
});
