/** What is lost of a document is reported where it is lost, and nothing that only follows from it. */
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inspect } from '../../src/checks/run.ts';
import { apply, asOf, tinyHandbook, within, workingTexts, type Edit } from '../fixtures/tiny-handbook.ts';

const texts = [
  ['ST-A-01', 'manual/ST-A-01'],
  ['ST-A-02', 'policies/ST-A-02.mdx'],
  ['ST-A-03', 'matrix/ST-A-03.mdx'],
  ['ST-B-02', 'procedures/ST-B-02.mdx'],
  ['ST-C-01', 'instructions/ST-C-01.mdx'],
  ['ST-C-51', 'plans/ST-C-51.mdx'],
  ['ST-D-02-01', 'forms/ST-D-02-01.yaml'],
] as const;

async function without(...paths: string[]): Promise<string[]> {
  const folder = tinyHandbook();
  for (const path of paths) rmSync(join(folder, path), { recursive: true });
  const { findings } = await inspect(folder, asOf);
  return findings.map(({ rule, document }) => `${rule} ${document}`);
}

describe.each(texts)('%s', (number, text) => {
  const frozen = `history/${number}`;

  test('without its working text: its release stands in for it', async () => {
    expect(await without(text)).toEqual([`VER-07 ${number}`]);
  });

  test('without its frozen text', async () => {
    expect(await without(frozen)).toEqual([`VER-05 ${number}`]);
  });

  test('without both, each of which has to be restored', async () => {
    expect(await without(text, frozen)).toEqual([`VER-05 ${number}`, `VER-07 ${number}`]);
  });
});

describe('a document that was never released and cannot be read', () => {
  const file = 'procedures/ST-B-02.mdx';
  const bad: Edit = { file, replace: 'effective: 2026-02-02', with: 'effective: 2026-02-30' };
  /** A title so near to that of the procedure that it could be taken for it. */
  const near: Edit = { file: 'policies/ST-A-02.mdx', replace: 'zh: 管理方针', with: 'zh: 订单管理程序' };

  async function found(edits: readonly Edit[], change?: (folder: string) => void) {
    const folder = workingTexts(edits);
    change?.(folder);
    const { findings } = await inspect(folder, asOf);
    return findings
      .filter(({ rule }) => rule !== 'VER-08')
      .map((finding) => ({ ...finding, file: within(folder, finding.file) }));
  }

  test.each<[string, Edit]>([
    ['a bad value', bad],
    ['a fault of the syntax', { file, replace: 'effective: 2026-02-02', with: 'effective: "2026-02-02' }],
    ['no title at all', { file, replace: 'title: { zh: 订单受理程序, en: Order intake }\n', with: '' }],
  ])('keeps its title elsewhere: %s', async (_name, edit) => {
    expect((await found([edit, near])).map(({ rule }) => rule)).toEqual([expect.stringMatching(/^SRC-0[23]$/)]);
  });

  test('is suggested where its title is nearly right', async () => {
    const wrong: Edit = { file: 'manual/ST-A-01/5.mdx', replace: '《订单受理程序》', with: '《订单受理办法》' };
    expect(await found([bad, wrong])).toMatchObject([
      { rule: 'REF-01', message: { zh: '没有名为《订单受理办法》的文件' }, hint: { zh: '是否想写《订单受理程序》？' } },
      { rule: 'SRC-03', file },
    ]);
  });

  test('keeps its number where that is written in small letters, as may be its file', async () => {
    const small: Edit = { file, replace: 'number: ST-B-02', with: 'number: st-b-02' };
    const expected = [{ rule: 'SRC-03', hint: { zh: '字母要大写：ST-B-02。', en: 'Write capital letters: ST-B-02.' } }];
    expect(await found([small])).toMatchObject(expected);
    const rename = (folder: string) => renameSync(`${folder}/${file}`, `${folder}/procedures/st-b-02.mdx`);
    expect(await found([small], rename)).toMatchObject(expected);
  });

  test('takes nothing from the document that it is a copy of', async () => {
    const copy = (folder: string) => {
      apply(folder, { file: 'procedures/copy.mdx', create: '---\nnumber: ST-B-02\n---\n' });
    };
    const others = (await found([], copy)).filter(({ file }) => file !== 'procedures/copy.mdx');
    expect(others).toEqual([]);
  });
});

describe('a draft without number and title', () => {
  const wrong: Edit = { file: 'policies/ST-A-02.mdx', append: '\n做法见《不存在的规程》。\n' };
  const mended: Edit = { file: 'policies/ST-A-02.mdx', replace: '做法见《不存在的规程》。', with: '做法待定。' };
  const draft: Edit = { file: 'procedures/ST-B-03.mdx', create: '---\nnumber: [\n---\n\n## 1 目的\n' };

  async function unknownTitles(since?: string) {
    const claim: Edit = {
      file: 'handbook.yaml',
      replace: '- id: mini:2020',
      with: `- { id: mini:2020, since: ${since} }`,
    };
    const folder = tinyHandbook([wrong, ...(since ? [claim] : [])]);
    for (const edit of [mended, draft]) apply(folder, edit);
    const { findings } = await inspect(folder, asOf);
    return findings.filter(({ rule }) => rule === 'REF-01');
  }

  test('hides no unknown title of a release', async () => {
    expect(await unknownTitles()).toMatchObject([
      { message: { zh: '没有名为《不存在的规程》的文件' }, severity: 'error', editions: ['in-force'] },
    ]);
  });

  test('may be what a release names while the handbook is being built up', async () => {
    expect(await unknownTitles('2026-12-01')).toMatchObject([{ severity: 'warning', editions: ['in-force'] }]);
  });
});
