/**
 * Every byte of a small history: whichever is changed, taken out or put in, `verify` finds it. Exempt is only what the
 * canonical form declares equal (docs/ledger.md): CR, CRLF and LF, and the newline at the end.
 */
import { isUtf8 } from 'node:buffer';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { isProven, verify } from '../../src/checks/verify.ts';
import { statementOf } from '../../src/control/signature.ts';
import { canonicalBytes, releaseHash } from '../../src/handbook/canonical.ts';
import { openHandbook } from '../../src/handbook/open.ts';
import { releaseOn } from '../fixtures/released-again.ts';
import { append, newKey, releaseOf, signature, withKey } from '../fixtures/signing.ts';
import { apply, asOf, copyOf, freeze, workingTexts } from '../fixtures/tiny-handbook.ts';

const ledger = 'history/ledger.yaml';
/** A text that is superseded, and what was frozen beside the one in force. */
const frozen = ['history/ST-A-02/A-0/ST-A-02.mdx', 'history/ST-A-02/A-1/names.yaml'];
const key = newKey();

/** A handbook of one document with two versions: fewer files take less time to open, thousands of times. */
let content: string;
/** The same with a signature below, which is the last line of the ledger and must be there. */
let signed: string;

beforeAll(async () => {
  content = workingTexts([withKey('han-mei', key)]);
  for (const folder of ['procedures', 'instructions', 'plans', 'forms', 'manual', 'matrix', 'registers']) {
    rmSync(join(content, folder), { recursive: true });
  }
  freeze(content);
  apply(content, { file: 'policies/ST-A-02.mdx', replace: '后开印；', with: '后付印；' });
  releaseOn(content, 'ST-A-02', '2026-05-11');
  signed = copyOf(content);
  apply(signed, {
    file: 'handbook.yaml',
    replace: 'parties:',
    with: 'signatures: { required: [approved], since: 2026-05-01 }\nparties:',
  });
  append(signed, [await signature(statementOf(releaseOf(signed, 'ST-A-02'), 'approved'), key)]);
});

/** Puts other bytes in the place of a file and says whether `verify` notices. The file is as before afterwards. */
async function isNoticed(folder: string, file: string, bytes: Buffer): Promise<boolean> {
  const path = join(folder, file);
  const before = readFileSync(path);
  writeFileSync(path, bytes);
  try {
    return !isProven(await verify(openHandbook(folder, asOf)));
  } finally {
    writeFileSync(path, before);
  }
}

function isEqual(bytes: Buffer, to: Buffer): boolean {
  return isUtf8(bytes) && canonicalBytes(bytes.toString()).equals(canonicalBytes(to.toString()));
}

function replaced(bytes: Buffer, at: number, count: number, by: Buffer | string): Buffer {
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(by as Buffer), bytes.subarray(at + count)]);
}

/** For each byte from an offset on: one bit flipped, another letter, the byte taken out, one put in before it. */
function* bytewise(bytes: Buffer, from = 0): Generator<[what: string, bytes: Buffer]> {
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    yield [`bit ${at % 8} of byte ${at} flipped`, replaced(bytes, at, 1, Buffer.from([byte ^ (1 << (at % 8))]))];
    yield [`byte ${at} replaced`, replaced(bytes, at, 1, byte === 0x65 ? 'a' : 'e')];
    yield [`byte ${at} taken out`, replaced(bytes, at, 1, '')];
    yield [`a blank before byte ${at}`, replaced(bytes, at, 0, ' ')];
  }
  yield ['a blank at the end', Buffer.concat([bytes, Buffer.from(' ')])];
  yield ['a line break at the end', Buffer.concat([bytes, Buffer.from('\n')])];
}

/** For each line: taken out, doubled, changed places with the next. */
function* linewise(bytes: Buffer): Generator<[what: string, bytes: Buffer]> {
  const lines = bytes.toString().split(/(?<=\n)/);
  const without = (index: number, count: number, ...others: string[]) =>
    Buffer.from([...lines.slice(0, index), ...others, ...lines.slice(index + count)].join(''));
  for (const [index, line] of lines.entries()) {
    yield [`line ${index + 1} taken out`, without(index, 1)];
    yield [`line ${index + 1} doubled`, without(index, 1, line, line)];
    const next = lines[index + 1];
    if (next !== undefined) yield [`line ${index + 1} behind the next`, without(index, 2, next, line)];
  }
}

/** @returns how many changes were tried, and those that went unnoticed */
async function tried(folder: string, file: string, changes: Iterable<[string, Buffer]>) {
  const original = readFileSync(join(folder, file));
  const missed: string[] = [];
  let count = 0;
  for (const [what, bytes] of changes) {
    if (isEqual(bytes, original)) continue;
    count += 1;
    if (!(await isNoticed(folder, file, bytes))) missed.push(what);
  }
  return { count, missed };
}

function bytesOf(folder: string, file: string): Buffer {
  return readFileSync(join(folder, file));
}

test('untouched, both are proven', async () => {
  for (const folder of [content, signed]) {
    expect((await verify(openHandbook(folder, asOf))).findings).toEqual([]);
  }
});

describe('frozen files', () => {
  test.each(frozen)('%s, byte by byte and line by line', { timeout: 120_000 }, async (file) => {
    const bytes = bytesOf(content, file);
    const { count, missed } = await tried(content, file, [...bytewise(bytes), ...linewise(bytes)]);
    expect(missed).toEqual([]);
    expect(count).toBeGreaterThan(bytes.length * 3.9);
  });

  test.each(frozen)('%s: no other value of any byte has the same hash', (file) => {
    const bytes = bytesOf(content, file);
    const hashOf = (source: Buffer) => releaseHash([{ name: 'a', bytes: canonicalBytes(source.toString()) }]);
    const right = hashOf(bytes);
    const missed: string[] = [];
    for (let at = 0; at < bytes.length; at += 1) {
      for (let value = 0; value < 256; value += 1) {
        const changed = replaced(bytes, at, 1, Buffer.from([value]));
        // What is not UTF-8 is refused before it is hashed.
        if (!isUtf8(changed) || isEqual(changed, bytes)) continue;
        if (hashOf(changed) === right) missed.push(`byte ${at} as ${value}`);
      }
    }
    expect(missed).toEqual([]);
  });
});

describe('the ledger', () => {
  test('its lines of releases, byte by byte', { timeout: 120_000 }, async () => {
    const bytes = bytesOf(content, ledger);
    const { count, missed } = await tried(content, ledger, bytewise(bytes));
    expect(missed).toEqual([]);
    expect(count).toBeGreaterThan(bytes.length * 3.9);
  });

  test('a signature at its end, byte by byte', { timeout: 120_000 }, async () => {
    const bytes = bytesOf(signed, ledger);
    const last = bytes.lastIndexOf('- {');
    expect(bytes.subarray(last).toString()).toContain('"signature":');
    const { count, missed } = await tried(signed, ledger, bytewise(bytes, last));
    expect(missed).toEqual([]);
    expect(count).toBeGreaterThan(2000);
  });

  test('line by line', async () => {
    const { count, missed } = await tried(signed, ledger, linewise(bytesOf(signed, ledger)));
    expect(missed).toEqual([]);
    expect(count).toBe(4 * 3 - 1);
  });
});

test('other line ends, and no newline at the end, are the same history', async () => {
  for (const file of [ledger, ...frozen]) {
    const text = bytesOf(signed, file).toString();
    for (const same of [
      text.replaceAll('\n', '\r\n'),
      text.replaceAll('\n', '\r'),
      text.slice(0, -1),
      `\uFEFF${text}`,
    ]) {
      expect(await isNoticed(signed, file, Buffer.from(same)), JSON.stringify([file, same.slice(-3)])).toBe(false);
    }
  }
});
