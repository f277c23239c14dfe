/** Withdrawn documents: their list says of copies what is recorded, and nothing else. */
import { expect, test } from 'vitest';
import { neighbours } from '../../src/views/document-page.ts';
import { withdrawnTable } from '../../src/views/register-page.ts';
import { apply, tinyHandbook } from '../fixtures/tiny-handbook.ts';
import { open, textRows } from './tiny-view.ts';

const withdrawal = (more = '') =>
  `entries:\n  - document: ST-C-51\n    on: 2026-05-20\n    approved: han-mei\n    reason: 并入管理方针\n${more}`;
const copy = (name: string, more = '') =>
  `  - { document: ST-C-51, version: A/0, copy: C-${name}, holder: YWS, issued: 2026-02-02, signed: jiang-yu${more} }\n`;

function keptOf(withdrawn: string, copies?: string) {
  const content = tinyHandbook();
  apply(content, { file: 'registers/withdrawals.yaml', create: withdrawn });
  if (copies) apply(content, { file: 'registers/distribution.yaml', create: `entries:\n${copies}` });
  const { view, english } = open(content);
  return [view, english].map((shown) => textRows(withdrawnTable(shown))[0]?.at(-1));
}

test('nothing is said of copies that nobody recorded', () => {
  expect(keptOf(withdrawal())).toEqual(['—', '—']);
});

test('copies on paper are counted with those that came back until the day of the build', () => {
  const copies = copy('1', ', recalled: 2026-05-21') + copy('2') + copy('3', ', recalled: 2026-07-01');
  expect(keptOf(withdrawal(), copies)).toEqual([
    '纸质受控副本 3 份，已收回 1 份',
    '1 of 3 controlled paper copies came back',
  ]);
});

test('what is retained is said to be', () => {
  expect(keptOf(withdrawal('    retained: true\n'), copy('1', ', recalled: 2026-05-21'))).toEqual([
    '作废保留、纸质受控副本 1 份，已收回 1 份',
    'retained, marked obsolete, 1 of 1 controlled paper copies came back',
  ]);
});

test('a withdrawn document stands between no others of its kind', () => {
  const content = tinyHandbook();
  apply(content, { file: 'registers/withdrawals.yaml', create: withdrawal() });
  const { view } = open(content);
  expect(neighbours(view, view.handbook.withdrawn.get('ST-C-51')!)).toEqual({});
});

test('the column of what became of the copies is called after the disposal, in both languages', () => {
  const { view, english } = open(tinyHandbook());
  expect([view, english].map((shown) => withdrawnTable(shown).columns.at(-1))).toEqual(['处置', 'Disposal']);
});
