/** From which line of the ledger on versions have to be signed: its order decides, not the days that they claim. */
import { expect, test } from 'vitest';
import { isRefusal } from '../../src/control/plan.ts';
import { planReleases } from '../../src/control/release.ts';
import { missingSignatures } from '../../src/control/signature.ts';
import { standings } from '../../src/control/standing.ts';
import { openHandbook } from '../../src/handbook/open.ts';
import { asOf, tinyHandbook, workingTexts, freeze, apply, type Edit } from '../fixtures/tiny-handbook.ts';

const since = (day: string): Edit => ({
  file: 'handbook.yaml',
  replace: 'parties:',
  with: `signatures: { required: [approved], since: ${day} }\nparties:`,
});
const profile = { id: 'public', title: { zh: '公开版', en: 'Public edition' }, external: false };
const printing = 'procedures/ST-B-01.mdx';
const intake = 'procedures/ST-B-02.mdx';

/** What is to be signed of revisions of the two procedures that are released in one step. */
function toSign(content: string, released: { number: string; on: string }[]): string[] {
  for (const file of [printing, intake]) apply(content, { file, append: '\n补一句。\n' });
  const { library } = openHandbook(content, asOf);
  const requests = released.map((item) => ({
    ...item,
    edition: false,
    what: '补一句',
    why: '顾客看不懂',
    sections: ['1'],
    changed: ['1'],
  }));
  const plan = planReleases(library!, requests);
  if (isRefusal(plan)) throw new Error(plan.refused.en);
  return plan.releases.flatMap(({ number, toSign }) => toSign.map(({ step }) => `${number} ${step}`));
}

test('a release asks for signatures as soon as the ledger has reached the day, whatever day it claims', () => {
  const backdated = [{ number: 'ST-B-02', on: '2025-11-20' }];
  expect(toSign(tinyHandbook([since('2026-01-15')]), backdated)).toEqual(['ST-B-02 approved']);
  expect(toSign(tinyHandbook([since('2026-01-16')]), backdated)).toEqual([]);
});

test('of releases in one step those count that stand below one of the day', () => {
  const late = { number: 'ST-B-01', on: '2026-03-02' };
  const early = { number: 'ST-B-02', on: '2026-02-20' };
  const content = () => tinyHandbook([since('2026-03-01')]);
  expect(toSign(content(), [late, early])).toEqual(['ST-B-01 approved', 'ST-B-02 approved']);
  expect(toSign(content(), [early, late])).toEqual(['ST-B-01 approved']);
});

test('what was entered before stays free, what is entered later is missed, in status and in a part of the handbook, too', () => {
  const folder = workingTexts([since('2026-01-15')]);
  const old: Edit[] = [
    { file: printing, replace: 'released: 2026-01-15', with: 'released: 2024-11-20' },
    { file: intake, replace: 'released: 2026-01-15', with: 'released: 2024-11-20' },
    { file: intake, replace: 'classification: internal', with: 'classification: public' },
    { file: 'policies/ST-A-02.mdx', replace: 'classification: public', with: 'classification: internal' },
  ];
  for (const edit of old) apply(folder, edit);
  freeze(folder, ['ST-B-01']);
  freeze(folder, ['ST-A-02', 'ST-B-02']);
  const library = openHandbook(folder, asOf).library!;
  const numbers = missingSignatures(library.inForce).map(({ release }) => release.number);
  expect(numbers).toEqual(['ST-A-02', 'ST-B-02']);
  const unsigned = standings(library).filter((item) => item.unsigned.length);
  expect(unsigned.map(({ number }) => number)).toEqual(numbers);
  // Also for readers from whom the release above it is kept.
  const external = library.forProfile({ ...profile, classifications: ['public'] });
  expect(missingSignatures(external.inForce).map(({ release }) => release.number)).toEqual(['ST-B-02']);
});
