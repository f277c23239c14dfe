/** How a site that was built gets to its place: as a whole, or file by file, and to its end even if it was interrupted. */
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { discardNew, finishUpdate, folderBeside, publishSite } from '../../scripts/publish.ts';
import { listFiles } from '../../src/handbook/read-folder.ts';
import { emptyFolder } from '../fixtures/tiny-handbook.ts';

let site: string;

function write(folder: string, files: Record<string, string>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

const read = (folder: string) =>
  Object.fromEntries(listFiles(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));

beforeEach(() => {
  site = join(emptyFolder(), 'site');
  write(site, { 'index.html': 'old', 'roles/clerk/index.html': 'gone', 'roles/index.html': 'same' });
  write(folderBeside(site), { 'index.html': 'new', 'documents/a/index.html': 'added' });
});

const updated = { 'documents/a/index.html': 'added', 'index.html': 'new', 'roles/index.html': 'same' };

test('the first site is there as a whole', () => {
  rmSync(site, { recursive: true });
  publishSite(site, () => false);
  expect(read(site)).toEqual({ 'documents/a/index.html': 'added', 'index.html': 'new' });
  expect(listFiles(dirname(site)).filter((file) => !file.startsWith('site/'))).toEqual([]);
});

test('an update adds, replaces and removes files, with the folders that are empty then', () => {
  publishSite(site, (file) => file === 'roles/index.html');
  expect(read(site)).toEqual(updated);
  expect(existsSync(join(site, 'roles/clerk'))).toBe(false);
  expect(listFiles(dirname(site)).filter((file) => !file.startsWith('site/'))).toEqual([]);
});

test('whatever is in the way goes, links are not followed, and what is hidden stays', () => {
  const elsewhere = emptyFolder();
  write(elsewhere, { 'index.html': 'not ours' });
  mkdirSync(join(site, 'documents/a/index.html'), { recursive: true });
  rmSync(join(site, 'roles'), { recursive: true });
  symlinkSync(elsewhere, join(site, 'roles'));
  write(folderBeside(site), { 'roles/index.html': 'same' });
  writeFileSync(join(site, '.nojekyll'), '');
  publishSite(site, () => false);
  expect(read(site)).toEqual(updated);
  expect(existsSync(join(site, '.nojekyll'))).toBe(true);
  expect(read(elsewhere)).toEqual({ 'index.html': 'not ours' });
});

describe('an update that was interrupted', () => {
  /** As the disk was left by a process that was killed after its list was written and the first file was moved. */
  beforeEach(() => {
    writeFileSync(`${site}.update.json`, JSON.stringify(['roles/clerk/index.html']));
    write(site, { 'documents/a/index.html': 'added' });
    rmSync(join(folderBeside(site), 'documents'), { recursive: true });
  });

  test('is finished by whoever comes next', () => {
    finishUpdate(site);
    expect(read(site)).toEqual(updated);
    finishUpdate(site);
    expect(read(site)).toEqual(updated);
  });

  test('is not thrown away', () => {
    discardNew(site);
    finishUpdate(site);
    expect(read(site)).toEqual(updated);
  });
});

test('what was built beside a site and never published is thrown away', () => {
  discardNew(site);
  finishUpdate(site);
  expect(read(site)).toMatchObject({ 'index.html': 'old' });
  expect(existsSync(folderBeside(site))).toBe(false);
});
