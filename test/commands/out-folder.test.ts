/** A build must not replace what is no site. */
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { outMistake } from '../../scripts/out-folder.ts';

let work: string;

beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'out-'));
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
