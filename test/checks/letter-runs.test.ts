import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runLength, runSearch } from '../../src/checks/letter-runs.ts';
import { lettersOf } from '../../src/checks/sentences.ts';

function runsOf(letters: string): Set<string> {
  const runs = new Set<string>();
  for (let at = 0; at + runLength <= letters.length; at += 1) runs.add(letters.slice(at, at + runLength));
  return runs;
}

/** Few letters, so that runs are met often, with marks between them and letters of several code units. */
const text = fc.string({ unit: fc.constantFrom('客', '户', 'A', 'a', 'ß', '9', '，', ' ', 'İ', '𠀀', '😀', 'Σ') });

test('a run is found wherever it stands, and only a half character makes it guess', () => {
  fc.assert(
    fc.property(text, text, (source, other) => {
      const runs = runsOf(lettersOf(source));
      const isThere = [...runsOf(lettersOf(other))].some((run) => runs.has(run));
      const found = runSearch(runs)(other);
      if (isThere) expect(found).toBe(true);
      if (!/[İ𠀀😀Σ]/u.test(other)) expect(found).toBe(isThere);
    }),
    { numRuns: 2000 },
  );
});

test('marks between the letters do not count', () => {
  const shares = runSearch(runsOf('守住安全持续改进'));
  expect(shares('我们守住安全；持续改进。')).toBe(true);
  expect(shares('守住底线，持续学习。')).toBe(false);
});
