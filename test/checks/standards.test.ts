/** What the program knows of the standards whose catalogues come with it (MAP-12). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { outlinesPath, outlinesText } from '../../scripts/standards.ts';
import { outlines } from '../../src/standards/outlines.ts';

test('the outlines are those of the catalogues in content/standards', async () => {
  const text = readFileSync(join(import.meta.dirname, '../..', outlinesPath), 'utf8');
  expect(text, 'npm run standards').toBe(await outlinesText());
});

test('they are whole: both editions, and no exclusion is permitted', () => {
  expect(Object.keys(outlines)).toEqual(['iso20000-1:2011', 'iso20000-1:2018']);
  expect(Object.values(outlines).map(({ exclusions }) => exclusions)).toEqual(['none', 'none']);
  const { clauses } = outlines['iso20000-1:2018']!;
  const parents = new Set(clauses.map(({ parent }) => parent));
  expect(clauses.filter(({ number }) => !parents.has(number))).toHaveLength(57);
});
