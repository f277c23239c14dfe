import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { generateHandbook } from '../../scripts/bench/generate.ts';
import { inspect } from '../../src/checks/run.ts';
import { openHandbook } from '../../src/handbook/open.ts';
import { listFiles } from '../../src/handbook/read-folder.ts';

const asOf = '2026-11-20';
const folders: string[] = [];

function generated(documents: number, versions: number, seed: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'handbook-bench-'));
  folders.push(folder);
  generateHandbook(folder, { documents, versions, asOf, seed });
  return folder;
}

afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

test.each([
  [40, 3, 'handbook'],
  [20, 1, 'a small one'],
  [60, 12, 'a long history'],
])('a generated handbook of %i × %i is clean with every rule', async (documents, versions, seed) => {
  const { library, findings } = await inspect(generated(documents, versions, seed), asOf);
  expect(library?.working.settings.checks.severities).toEqual({});
  expect(library?.working.documents.size).toBe(documents);
  const open = findings.filter(({ waiver }) => !waiver);
  expect(open.map(({ rule, file, line, message }) => `${rule} ${file}:${line} ${message.en}`)).toEqual([]);
  // Those for which it has waivers.
  expect(findings.map(({ rule }) => rule)).toEqual(['REF-06', 'REF-06']);
});

test('it has what the rules look at', () => {
  const { library } = openHandbook(generated(40, 3, 'handbook'), asOf);
  const { registers, translations, withdrawn } = library!.working;
  const empty = Object.entries(registers).flatMap(([name, entries]) => (entries.length ? [] : [name]));
  expect(empty).toEqual([]);
  expect(registers.glossary.some(({ avoid }) => avoid.length)).toBe(true);
  expect(translations.size).toBeGreaterThan(0);
  expect(withdrawn.size).toBeGreaterThan(0);
  expect([...library!.inForce.documents.values()].every(({ names }) => names)).toBe(true);
});

test('the same options give the same bytes', () => {
  const [first, second] = [generated(20, 2, 'seed'), generated(20, 2, 'seed')];
  const bytes = (folder: string) => listFiles(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]);
  expect(bytes(first)).toEqual(bytes(second));
});
