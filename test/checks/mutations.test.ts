/**
 * The mutation test of the catalogue: single mistakes in a copy of the sample handbook (test/fixtures/mutations). The
 * rule must find each of them, at its place, in words that name it, and little else may follow from it.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '../../src/checks/catalogue.ts';
import { expectedFile, readMutations, SampleCopy, type PlacedFinding } from '../fixtures/mutations.ts';

const asOf = '2026-11-20';

/** Rules that no mistake in the files of the sample can break, and where they are tested instead. */
const elsewhere: Readonly<Record<string, string>> = {
  'CLS-02': 'is about a built site: test/commands/profile.test.ts',
  'LED-03': 'needs a hash that was noted elsewhere: test/commands/verify.test.ts',
  'REF-09': 'is about a built site: test/commands/build.test.ts',
  'SIG-03': 'is about a machine without ssh-keygen: test/fixtures/rules/SIG-03.yaml',
};

/** How many findings one mistake may bring: one in a title shows wherever the title stands. */
const most = 16;

const tables = readMutations();
const sample = new SampleCopy(asOf);
let clean: PlacedFinding[];

beforeAll(async () => {
  clean = await sample.findings([]);
});

test('in the sample nothing is found but the working text that is ahead of its release', () => {
  expect(clean.map(({ rule, document, severity }) => ({ rule, document, severity }))).toEqual([
    { rule: 'VER-08', document: 'HC-ITSM-C-12', severity: 'info' },
  ]);
});

test('every rule finds a mistake, or is tested elsewhere', () => {
  const found = new Set(tables.flatMap(([, mutations]) => mutations.map(({ rule }) => rule)));
  expect([...found, ...Object.keys(elsewhere)].sort()).toEqual([...catalogue.keys()].sort());
});

describe.each(tables)('%s', (_table, mutations) => {
  test.each(mutations)('$rule finds it: $name', async (mutation) => {
    const { given, edit, rule, expect: expected } = mutation;
    const before = keysOf(given.length ? await sample.findings(given) : clean);
    const after = await sample.findings([...given, edit]);
    const brought = after.filter((finding) => !before.has(keyOf(finding)));
    expect(brought).toContainEqual(
      expect.objectContaining({
        rule,
        file: expectedFile(mutation),
        at: expect.stringMatching(startOf(expected.at)),
        message: expect.objectContaining({ zh: expect.stringContaining(expected.message) }),
        ...(expected.hint && { hint: expect.objectContaining({ zh: expect.stringContaining(expected.hint) }) }),
      }),
    );
    for (const finding of brought) expectToHelp(finding);
    expect(brought.length).toBeLessThanOrEqual(most);
  });
});

function keyOf({ rule, file, message }: PlacedFinding): string {
  return [rule, file, message.en].join('\n');
}

function keysOf(findings: readonly PlacedFinding[]): Set<string> {
  return new Set(findings.map(keyOf));
}

/** What a finding must at least be, whatever it is about. */
function expectToHelp({ rule, message, hint }: PlacedFinding): void {
  for (const text of [message.zh, message.en, hint?.zh, hint?.en]) {
    expect(text, rule).toMatch(/\S/);
    expect(text, rule).not.toMatch(/\bundefined\b|\bNaN\b|\[object /);
  }
}

function startOf(text: string): RegExp {
  return new RegExp(`^${text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')}`);
}
