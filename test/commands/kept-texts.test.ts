/** Rendered texts that are kept between builds. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { keptTexts } from '../../scripts/kept-texts.ts';
import { emptyFolder } from '../fixtures/tiny-handbook.ts';

let file: string;
const clerk = { html: '<p>登记\t订单</p>\n', headings: [{ depth: 2, slug: '1', text: '1 目的' }] };
const owner = { html: '<p>批准</p>', headings: [] };

beforeEach(() => {
  file = join(emptyFolder(), 'texts/site.tsv');
  const texts = keptTexts(file);
  texts.keep('roles/clerk', 'digest 1', clerk);
  texts.keep('roles/owner', 'digest 2', owner);
  texts.write(false);
});

test('come back for as long as their digest is the same', () => {
  const texts = keptTexts(file);
  expect(texts.get('roles/clerk', 'digest 1')).toEqual(clerk);
  expect(texts.get('roles/clerk', 'another one')).toBeUndefined();
  expect(texts.get('roles/nobody', 'digest 1')).toBeUndefined();
});

test('are forgotten by a build of the whole site that has no use for them, and by no other', () => {
  for (const isWhole of [false, true]) {
    const texts = keptTexts(file);
    texts.get('roles/clerk', 'digest 1');
    texts.write(isWhole);
    const after = keptTexts(file);
    expect(after.get('roles/clerk', 'digest 1')).toEqual(clerk);
    expect(after.get('roles/owner', 'digest 2')).toEqual(isWhole ? undefined : owner);
  }
});

test('that were cut off are rendered again', () => {
  writeFileSync(file, readFileSync(file).subarray(0, -5));
  const texts = keptTexts(file);
  expect(texts.get('roles/clerk', 'digest 1')).toEqual(clerk);
  expect(texts.get('roles/owner', 'digest 2')).toBeUndefined();
});
