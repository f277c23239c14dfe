/** A build must not replace what is no site. */
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { outMistake } from '../../scripts/out-folder.ts';
import { buildingInto, notedAsOurs } from '../../scripts/site-lock.ts';
import { emptyFolder } from '../fixtures/tiny-handbook.ts';
import { bytesOf, handbook } from './handbook-command.ts';

let work: string;

beforeEach(() => {
  work = emptyFolder();
  mkdirSync(join(work, 'content/forms'), { recursive: true });
});

const refused = (out: string) => outMistake(join(work, out), join(work, 'content'))?.text.en;

test.each(['content', 'content/site', 'content/site:1', '.'])('refuses %s: the handbook would be lost', (out) => {
  expect(refused(out)).toContain('must not be the folder of the handbook');
});

test('refuses a link to the handbook', () => {
  symlinkSync(join(work, 'content'), join(work, 'link'));
  expect(refused('link')).toContain('must not be the folder of the handbook');
});

test('refuses a site that would be made aside in the folder of the handbook', () => {
  mkdirSync(join(work, 'site.new/content'), { recursive: true });
  expect(outMistake(join(work, 'site'), join(work, 'site.new'))?.text.en).toContain('must not be the folder');
  expect(outMistake(join(work, 'site'), join(work, 'site.new/content'))?.text.en).toContain('must not be the folder');
});

test('refuses a folder with files of others, but not an empty one, a new one or a site', () => {
  expect(refused('dist')).toBeUndefined();
  mkdirSync(join(work, 'dist'));
  writeFileSync(join(work, 'dist/.nojekyll'), '');
  expect(refused('dist')).toBeUndefined();
  writeFileSync(join(work, 'dist/mine.txt'), 'mine');
  expect(refused('dist')).toContain('is no site that was built before');
  writeFileSync(join(work, 'dist/search-targets.json'), '{}');
  expect(refused('dist')).toBeUndefined();
});

describe('the folder beside the site, in which it is built', () => {
  /** As a build that makes the folder and then comes to its end, or is stopped. */
  const built = (isStopped: boolean) =>
    notedAsOurs(join(work, 'site'), async () => {
      mkdirSync(join(work, 'site.new'));
      if (isStopped) throw new Error('stopped');
      rmSync(join(work, 'site.new'), { recursive: true });
      return 0;
    });
  const build = (run: () => Promise<number>) => buildingInto(join(work, 'site'), 'en', run);

  test('stays as it is if no build has left it', async () => {
    mkdirSync(join(work, 'site.new'));
    writeFileSync(join(work, 'site.new/thesis.txt'), 'precious');
    const before = bytesOf(work);
    const { code, stderr } = await handbook(
      ...['build', '--content', join(work, 'content'), '--out', join(work, 'site'), '--lang', 'en'],
    );
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining('site.new is there already') as string,
    });
    expect(bytesOf(work)).toEqual(before);
    expect(existsSync(join(work, 'site'))).toBe(false);
  });

  test('is taken over from a build that was stopped, and from no other', async () => {
    await expect(build(() => built(true))).rejects.toThrow('stopped');
    const taken = build(async () => {
      rmSync(join(work, 'site.new'), { recursive: true });
      return built(false);
    });
    expect(await taken).toBe(0);
    mkdirSync(join(work, 'site.new'));
    expect(await build(() => built(false))).toBe(2);
  });
});
