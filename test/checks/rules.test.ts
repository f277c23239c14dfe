/** Every rule on its passing and its failing cases (test/fixtures/rules). */
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../src/checks/catalogue.ts';
import { notedLedgerRule } from '../../src/checks/noted-ledger.ts';
import { outputRule } from '../../src/checks/output.ts';
import { profileRule } from '../../src/checks/output-profile.ts';
import { rules } from '../../src/checks/registry.ts';
import { sig03 } from '../../src/checks/rules/sig-03.ts';
import { findingsOf, readCases, rulesWithCases, type Expectation, type PlacedFinding } from '../fixtures/rule-cases.ts';

/** What takes a built site, a hash from elsewhere or a machine without ssh-keygen has tests of its own. */
const elsewhere = new Set([outputRule.id, profileRule.id, notedLedgerRule.id, sig03.id]);
const ids = [...catalogue.keys()].filter((id) => !elsewhere.has(id));

test('every rule has its cases, and all cases have a rule', () => {
  expect(rulesWithCases().sort()).toEqual(ids);
});

test('the ids of rules are different', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
});

test.each([...catalogue.values()])('$id is explained with an example that its remedy changes', ({ example }) => {
  expect(example.wrong).toMatch(/\S/);
  expect(example.right).not.toBe(example.wrong);
});

test('nothing is found in the base', async () => {
  expect(await findingsOf({ name: 'base', edits: [], release: [] })).toEqual([]);
});

describe.each(rulesWithCases())('%s', (id) => {
  const { pass, fail } = readCases(id);

  test.each(pass)('passes: $name', async (item) => {
    const found = await findingsOf(item);
    expect(found.filter(({ rule }) => rule === id)).toEqual([]);
    expect([...new Set(found.map(({ rule }) => rule))].sort()).toEqual(item.others);
  });

  test.each(fail)('fails: $name', async (item) => {
    const found = (await findingsOf(item)).filter(({ rule }) => rule === id);
    expect(found).toEqual(item.expect.map(like));
    for (const finding of found) expectToHelp(finding);
  });
});

/** What a finding must at least be, whatever it is about. */
function expectToHelp({ message, hint }: PlacedFinding): void {
  for (const text of [message.zh, message.en, hint?.zh, hint?.en]) {
    expect(text).toMatch(/\S/);
    expect(text).not.toMatch(/undefined|null|NaN|\[object /);
  }
}

/** A matcher for the findings that an expectation describes. */
function like({ at, message, hint, ...exact }: Expectation): unknown {
  return expect.objectContaining({
    ...exact,
    message: expect.objectContaining({ zh: expect.stringContaining(message) }),
    ...(at === undefined ? {} : { at: expect.stringMatching(startOf(at)) }),
    ...(hint === undefined ? {} : { hint: expect.objectContaining({ zh: expect.stringContaining(hint) }) }),
  });
}

function startOf(text: string): RegExp {
  return new RegExp(`^${text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')}`);
}
