/**
 * Whatever stands in the files, opening and judging a handbook ends, throws nothing, and either everything is read or a
 * finding says where the fault is. 2,000 broken handbooks a run; `HANDBOOK_SEED=7` tries others.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { inspect } from '../../src/checks/run.ts';
import type { Finding } from '../../src/handbook/finding.ts';
import type { Library } from '../../src/handbook/open.ts';
import { listFiles } from '../../src/handbook/read-folder.ts';
import { tinyHandbook, within } from '../fixtures/tiny-handbook.ts';

const asOf = '2026-06-01';
const seed = Number(process.env['HANDBOOK_SEED'] ?? 20260601);

let folder: string;
let originals: Map<string, string>;

beforeAll(() => {
  folder = tinyHandbook();
  originals = new Map(listFiles(folder).map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
});

/** A file as it becomes; undefined if it is deleted. */
type Files = Record<string, string | Buffer | undefined>;

/** Puts the files in place, judges the handbook, and takes them back. */
async function judged(files: Files): Promise<{ library: Library | undefined; findings: Finding[] }> {
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      if (text === undefined) rmSync(join(folder, path), { force: true });
      else writeFileSync(join(folder, path), text);
    }
    const { library, findings } = await inspect(folder, asOf);
    for (const finding of findings) expectToLead(finding, files);
    return { library, findings };
  } finally {
    for (const path of Object.keys(files)) {
      const original = originals.get(path);
      if (original === undefined) rmSync(join(folder, path), { force: true });
      else writeFileSync(join(folder, path), original);
    }
  }
}

/** A finding names a place that is there, and says something in both languages. */
function expectToLead({ file, line, column, message, hint, rule }: Finding, files: Files): void {
  for (const text of [message.zh, message.en, hint?.zh, hint?.en]) {
    expect(text, rule).toMatch(/\S/);
    expect(text, rule).not.toMatch(/\bundefined\b|\bNaN\b|\[object /);
  }
  const path = within(folder, file);
  const text = path in files ? files[path] : originals.get(path);
  // The content folder itself, a missing handbook.yaml, and parts that are listed but not there.
  if (text === undefined) return;
  const lines = String(text).split(/\r\n?|\n/);
  expect(line, `${rule} ${file}`).toBeGreaterThan(0);
  expect(line, `${rule} ${file}`).toBeLessThanOrEqual(lines.length);
  expect(column, `${rule} ${file}`).toBeGreaterThan(0);
  expect(column, `${rule} ${file}:${line}`).toBeLessThanOrEqual((lines[line - 1] as string).length + 1);
}

/** Every document file is in the graph, or an error stands in it. */
function expectNothingLost({ library, findings }: { library: Library | undefined; findings: Finding[] }): void {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (!library) {
    expect(errors).not.toEqual([]);
    return;
  }
  const read = new Set(
    [...library.working.documents.values()].flatMap(({ parts }) => parts.map(({ source }) => source.file)),
  );
  for (const path of listFiles(folder).filter((name) => /^(manual|policies|procedures|forms)\//.test(name))) {
    const shown = [...read].find((file) => within(folder, file) === path);
    const faults = errors.filter(({ file }) => within(folder, file).startsWith(dirname(path)));
    if (!shown && !faults.length) expect.fail(`${path} is neither read nor reported`);
  }
}

/** What breaks parsers: YAML and MDX punctuation, odd letters, odd values. */
const fragment = fc.oneof(
  fc.constantFrom(
    ...['{', '}', '<', '>', '<br>', '</', '<!--', '-->', '{/*', '${x}', '`', '```', '````mermaid', '~~~', '---', '...'],
    ...['- ', '? ', ': ', '#', '|', '>-', '&a', '*a', '!!js', '!<', '[', ']', '[[', '"', "'", '\\', '%', '@', '\t', ''],
    ...['《', '》', '《》', '（', '**', '__', '****', '~~', '| a |\n|--|', '[^1]', '![](x)', '[a](javascript:1)'],
    ...['null', 'true', '1e999', '-0', '0x1f', '2026-02-30', '9999-99-99', 'yes', '~', '.nan', '1_000'],
    ...['\u0000', '\uFEFF', '\u2028', '\u202e', '😀', '\ud83d', 'é', 'Ａ', '\r', '\r\n', '\n\n\n', ' '.repeat(40)],
    ...['import x from "x"', 'export const a = 1', '<A b={c}>', '<DocumentList', '<a.b:c />', '{...x}', '<></>'],
    ...['#'.repeat(9), '> > > ', '1. 1. 1. ', '__proto__: 1', 'constructor: {}', '<<: *a', '5.1', '## 5.1 5.1'],
  ),
  fc.string({ maxLength: 12, unit: 'grapheme' }),
);

/** A place in a text, as a share of its length, so that it fits every text. */
const share = fc.double({ min: 0, max: 1, noNaN: true });

/** A change of the letters of a text. */
const textChange = fc.oneof(
  fc.record({ how: fc.constant('insert' as const), from: share, length: fc.constant(0), text: fragment }),
  fc.record({ how: fc.constant('replace' as const), from: share, length: fc.nat(60), text: fragment }),
  fc.record({ how: fc.constant('delete' as const), from: share, length: fc.nat(400), text: fc.constant('') }),
);

function changed(text: string, change: { from: number; length: number; text: string }): string {
  const start = Math.floor(change.from * text.length);
  return text.slice(0, start) + change.text + text.slice(start + change.length);
}

/** A file of the content folder by its rank. */
function pathAt(rank: number, wanted: (path: string) => boolean = () => true): string {
  const paths = [...originals.keys()].filter(wanted);
  return paths[Math.floor(rank * (paths.length - 1))] as string;
}

const options = (numRuns: number) => ({ numRuns, seed });

describe('opening and judging never throws, and loses nothing', () => {
  test('text put in, changed or cut out anywhere', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(share, fc.array(textChange, { minLength: 1, maxLength: 4 }), async (rank, changes) => {
        const path = pathAt(rank);
        const text = changes.reduce(changed, originals.get(path) as string);
        expectNothingLost(await judged({ [path]: text }));
      }),
      options(900),
    );
  });

  test('values of another kind anywhere in the data', { timeout: 300_000 }, async () => {
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom<unknown>(
        '',
        ' ',
        [],
        {},
        [[]],
        -1,
        2 ** 60,
        'A/0',
        'A-0',
        '2026-01-01',
        'iso20000-1:2018/9',
        'gm',
      ),
    );
    await fc.assert(
      fc.asyncProperty(share, share, value, fc.boolean(), async (rank, spot, given, removes) => {
        const path = pathAt(rank, (name) => !name.startsWith('history/'));
        const text = originals.get(path) as string;
        const [, yaml = text, body = ''] = /^---\n([^]*?)^---\n([^]*)$/m.exec(text) ?? [];
        const next = stringify(withValue(parse(yaml), spot, given, removes));
        expectNothingLost(await judged({ [path]: path.endsWith('.mdx') ? `---\n${next}---\n${body}` : next }));
      }),
      options(500),
    );
  });

  test('texts made of anything', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(share, fc.array(fragment, { maxLength: 30 }), async (rank, fragments) => {
        const path = pathAt(rank, (name) => name.endsWith('.mdx') && !name.startsWith('history/'));
        const [front = ''] = /^---\n[^]*?^---\n/m.exec(originals.get(path) as string) ?? [];
        expectNothingLost(await judged({ [path]: `${front}\n${fragments.join('')}` }));
      }),
      options(300),
    );
  });

  test('names that stand for each other: any graph of references', { timeout: 300_000 }, async () => {
    const swap = fc.record({ rank: share, from: share, to: share });
    await fc.assert(
      fc.asyncProperty(fc.array(swap, { minLength: 1, maxLength: 12 }), async (swaps) => {
        const names = [...new Set([...originals.values()].flatMap((text) => text.match(referring) ?? []))];
        const files: Files = {};
        for (const { rank, from, to } of swaps) {
          const path = pathAt(rank, (name) => !name.startsWith('history/'));
          const text = String(files[path] ?? originals.get(path));
          const found = [...text.matchAll(referring)];
          const hit = found[Math.floor(from * (found.length - 1))];
          if (!hit) continue;
          const name = names[Math.floor(to * (names.length - 1))] as string;
          files[path] = text.slice(0, hit.index) + name + text.slice(hit.index + hit[0].length);
        }
        expectNothingLost(await judged(files));
      }),
      options(200),
    );
  });

  test('files that are gone, doubled under another name, or no text', { timeout: 300_000 }, async () => {
    const change = fc.record({
      rank: share,
      how: fc.constantFrom('delete', 'copy', 'empty', 'bytes'),
      bytes: fc.uint8Array({ maxLength: 200 }),
      other: share,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const files: Files = {};
        for (const { rank, how, bytes, other } of changes) {
          const path = pathAt(rank);
          if (how === 'delete') files[path] = undefined;
          if (how === 'empty') files[path] = '';
          if (how === 'bytes') files[path] = Buffer.from(bytes);
          if (how === 'copy') files[pathAt(other)] = originals.get(path);
        }
        await judged(files);
      }),
      options(150),
    );
  });
});

/** Ids, numbers, departments, clauses and days: what refers to something. */
const referring = /[a-z]+(?:-[a-z]+)+|ST-[A-Z0-9-]+|\b[A-Z]{3}\b|mini:2020\/[\d.#]+|\d{4}-\d{2}-\d{2}|[A-Z]\/\d/g;

/** The data with the value at one of its places replaced, or that key or entry taken out. */
function withValue(data: unknown, spot: number, value: unknown, removes: boolean): unknown {
  const places: [container: Record<string | number, unknown>, key: string | number][] = [];
  const collect = (node: unknown): void => {
    if (!node || typeof node !== 'object') return;
    for (const [key, child] of Object.entries(node)) {
      places.push([node as Record<string, unknown>, key]);
      collect(child);
    }
  };
  collect(data);
  const place = places[Math.floor(spot * (places.length - 1))];
  if (!place) return value;
  const [container, key] = place;
  if (!removes) container[key] = value;
  else if (Array.isArray(container)) container.splice(Number(key), 1);
  else delete container[key];
  return data;
}

afterAll(() => {
  expect(listFiles(folder)).toEqual([...originals.keys()]);
});
