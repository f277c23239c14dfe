/** Files in the content folder that are not read: each says what it should be, or that it is not published. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inspect } from '../../src/checks/run.ts';
import { asOf, tinyHandbook, within } from '../fixtures/tiny-handbook.ts';

async function found(change: (folder: string) => void) {
  const folder = tinyHandbook();
  change(folder);
  const { findings } = await inspect(folder, asOf);
  return findings
    .filter(({ rule }) => rule !== 'VER-08')
    .map((finding) => ({ ...finding, file: within(folder, finding.file) }));
}

const write = (folder: string, path: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), '');
};

describe('an ending that is nearly right is the one finding', () => {
  test.each<[string, string, string, string]>([
    ['instructions/ST-C-01.mdx', 'ST-C-01.MDX', '扩展名“.MDX”要小写，否则文件不会被读取', '把文件名改为 ST-C-01.mdx'],
    ['instructions/ST-C-01.mdx', 'ST-C-01.mdx.txt', '.mdx.txt 文件不会被读取', '把扩展名改为 .mdx'],
    ['instructions/ST-C-01.mdx', 'ST-C-01.Md', '.Md 文件不会被读取', '把扩展名改为 .mdx'],
    ['registers/reviews.yaml', 'reviews.YAML', '扩展名“.YAML”要小写，否则文件不会被读取', '把文件名改为 reviews.yaml'],
    ['forms/ST-D-02-01.yaml', 'ST-D-02-01.yml', '.yml 文件不会被读取', '把扩展名改为 .yaml'],
  ])('%s as %s', async (path, name, message, hint) => {
    const renamed = `${dirname(path)}/${name}`;
    expect(await found((folder) => renameSync(join(folder, path), join(folder, renamed)))).toMatchObject([
      {
        rule: 'SRC-06',
        severity: 'error',
        file: renamed,
        message: { zh: message },
        hint: { zh: expect.stringContaining(hint) },
      },
    ]);
  });
});

describe('files of other programs', () => {
  test('are a warning, one for each folder and ending', async () => {
    const all = await found((folder) => {
      for (const name of ['a.png', 'b.PNG', 'ST-C-09.docx', 'notes.txt']) write(folder, `instructions/${name}`);
      write(folder, '手册.docx');
    });
    expect(all.map(({ file, message }) => `${file} ${message.zh}`)).toEqual([
      'instructions/ST-C-09.docx 这个 .docx 文件不会发布',
      'instructions/a.png 这个文件夹中的 2 个 .png 文件不会发布',
      'instructions/notes.txt 这个 .txt 文件不会发布',
      '手册.docx 这个 .docx 文件不会发布',
    ]);
    for (const { rule, severity } of all) expect([rule, severity]).toEqual(['SRC-06', 'warning']);
  });

  test('are passed over where systems and editors leave them behind, and beside the folders what people read', async () => {
    const names = [
      'instructions/~$ST-C-01.docx',
      'forms/Thumbs.db',
      'forms/desktop.ini',
      'roles/mr.mdx~',
      'roles/a.bak',
    ];
    const people = ['README.md', 'README.MD', 'readme.md.txt', 'LICENSE', 'LICENSE.TXT', 'notes.txt'];
    const files = [...names, ...people, '.DS_Store'];
    expect(await found((folder) => files.forEach((path) => write(folder, path)))).toEqual([]);
  });
});

describe('a folder of the name of a document', () => {
  test('may hold what belongs to its text', async () => {
    const files = ['flow.drawio', 'Thumbs.db'].map((name) => `procedures/ST-B-01/${name}`);
    expect(await found((folder) => files.forEach((path) => write(folder, path)))).toEqual([]);
    expect(await found((folder) => write(folder, 'procedures/ST-B-01/flow.png'))).toMatchObject([
      { rule: 'SRC-06', severity: 'warning', message: { zh: '这个 .png 文件不会发布' } },
    ]);
  });

  test('needs index.mdx for texts, and one with a wrong ending is the one finding', async () => {
    expect(await found((folder) => write(folder, 'procedures/ST-B-03/5.mdx'))).toMatchObject([
      {
        rule: 'SRC-06',
        severity: 'error',
        message: { zh: expect.stringContaining('procedures/ST-B-03 没有 index.mdx') },
      },
    ]);
    const index = 'manual/ST-A-01/index';
    expect(
      await found((folder) => renameSync(join(folder, `${index}.mdx`), join(folder, `${index}.MDX`))),
    ).toMatchObject([{ rule: 'SRC-06', file: `${index}.MDX` }]);
  });
});
