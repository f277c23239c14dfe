/** What is lost of a document is reported where it is lost, and nothing that only follows from it. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inspect } from '../../src/checks/run.ts';
import { asOf, tinyHandbook } from '../fixtures/tiny-handbook.ts';

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
