/** The ledger and the hash of a release, both as anybody can work them out again in a shell. */
import { execFileSync } from 'node:child_process';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { appendEntries, brokenLinks, ledgerHash, ledgerHeader, linesAtHash } from '../../src/control/ledger.ts';
import { canonicalBytes, releaseHash } from '../../src/handbook/canonical.ts';
import { openHandbook } from '../../src/handbook/open.ts';
import { ledgerEntry } from '../../src/schema/ledger.ts';
import { newKey, signedHandbook } from '../fixtures/signing.ts';
import { apply, asOf, emptyFolder, tinyHandbook } from '../fixtures/tiny-handbook.ts';

const entry = (version: string) => ({
  number: 'ST-B-02',
  version,
  kind: 'procedure' as const,
  prepared: { by: 'gu-tong', on: '2026-01-05' },
  reviewed: { by: 'xu-wen', on: '2026-01-08' },
  approved: { by: 'han-mei', on: '2026-01-12' },
  released: '2026-01-15',
  effective: '2026-02-02',
  hash: '0'.repeat(64),
});

function ledgerOf(...versions: string[]): string {
  return versions.reduce((ledger, version) => appendEntries(ledger, [entry(version)]), '');
}

function shell(folder: string, command: string): string {
  return execFileSync('sh', ['-c', command], { cwd: folder, env: { ...process.env, LC_ALL: 'C' }, encoding: 'utf8' });
}

describe('appending', () => {
  test('a new ledger begins with its header', () => {
    const [header, line, end, ...rest] = ledgerOf('A/0').split('\n');
    expect(`${header}\n`).toBe(ledgerHeader);
    expect(line).toMatch(/^- \{"number":"ST-B-02","version":"A\/0",.*,"previous":"[0-9a-f]{64}"\}$/);
    expect([end, rest]).toEqual(['', []]);
  });

  test('what was there stays as it was', () => {
    expect(ledgerOf('A/0', 'A/1')).toContain(ledgerOf('A/0'));
    expect(ledgerOf('A/0', 'A/1').startsWith(ledgerOf('A/0'))).toBe(true);
  });

  test('a line can be read back', () => {
    const line = ledgerOf('A/0', 'A/1').trimEnd().split('\n').at(-1)!;
    expect(ledgerEntry.parse(JSON.parse(line.slice(2)))).toMatchObject(entry('A/1'));
  });

  test('each line holds the SHA-256 of everything above it', () => {
    const folder = emptyFolder();
    const ledger = ledgerOf('A/0', 'A/1', 'A/2');
    writeFileSync(join(folder, 'ledger.yaml'), ledger);
    for (const above of [1, 2, 3]) {
      const { previous } = JSON.parse(ledger.split('\n')[above]!.slice(2)) as { previous: string };
      expect(shell(folder, `head -n ${above} ledger.yaml | sha256sum`)).toBe(`${previous}  -\n`);
    }
  });
});

describe('the chain', () => {
  const ledger = ledgerOf('A/0', 'A/1', 'A/2', 'A/3');
  const lines = ledger.split(/(?<=\n)/);

  test('is whole as it was written, and with remarks below it', () => {
    expect(brokenLinks(ledger)).toEqual([]);
    expect(brokenLinks('')).toEqual([]);
    expect(brokenLinks(`${ledger}# 2026\n`)).toEqual([]);
  });

  test.each([
    ['a line is changed', ledger.replace('"version":"A/1"', '"version":"A/9"'), [4, 5]],
    ['a line is taken out', [...lines.slice(0, 2), ...lines.slice(3)].join(''), [3, 4]],
    ['two lines change places', [lines[0], lines[2], lines[1], lines[3], lines[4]].join(''), [2, 3, 4, 5]],
    ['a line is put in', [lines[0], lines[1], lines[1], ...lines.slice(2)].join(''), [3, 4, 5, 6]],
    ['the header is changed', ledger.replace('发布台账', '台账'), [2, 3, 4, 5]],
    ['the link itself is changed', ledger.replace(/(A\/2".*"previous":")[0-9a-f]/, '$1x'), [4, 5]],
    ['the link is missing', ledger.replace(/,"previous":"[0-9a-f]+"(?=\}\n$)/, ''), [5]],
  ])('shows in every later line that %s', (_, changed, broken) => {
    expect(changed).not.toBe(ledger);
    expect(brokenLinks(changed)).toEqual(broken);
  });
});

describe('the hash of the whole ledger', () => {
  const ledger = ledgerOf('A/0', 'A/1');

  test('is that of sha256sum, whatever the line ends', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'ledger.yaml'), ledger);
    expect(shell(folder, 'sha256sum ledger.yaml')).toBe(`${ledgerHash(ledger)}  ledger.yaml\n`);
    expect(ledgerHash(ledger.replaceAll('\n', '\r\n').trimEnd())).toBe(ledgerHash(ledger));
  });

  test('as it was noted once tells how much the ledger has grown', () => {
    const noted = ledgerHash(ledger);
    expect(linesAtHash(ledger, noted)).toEqual({ then: 3, now: 3 });
    const later = appendEntries(ledger, [entry('A/2'), entry('A/3')]);
    expect(linesAtHash(later, noted)).toEqual({ then: 3, now: 5 });
    expect(linesAtHash(later.replace('A/0', 'A/9'), noted)).toBeUndefined();
    expect(linesAtHash(ledgerOf('A/0'), noted)).toBeUndefined();
  });
});

describe('the hash of a release', () => {
  test('is what sha256sum prints in its folder', () => {
    const folder = tinyHandbook();
    const { library } = openHandbook(folder, asOf);
    const manual = library!.releases.find(({ number }) => number === 'ST-A-01')!;
    expect(manual.files).toHaveLength(5);
    for (const { number, version, entry, actualHash } of library!.releases) {
      const history = join(folder, 'history', number, version.replace('/', '-'));
      expect(shell(history, 'sha256sum * | sha256sum')).toBe(`${entry.hash}  -\n`);
      expect(actualHash).toBe(entry.hash);
    }
  });

  test('is so whatever the order and the names of the files', () => {
    const folder = emptyFolder();
    const names = ['index.mdx', '附件1.mdx', '10.1.mdx', '4.mdx', 'B.mdx', 'a b.mdx', 'a.mdx', 'Ä.mdx'];
    const files = names.map((name) => ({ name, bytes: canonicalBytes(`${name}\n正文`) }));
    for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
    expect(`${releaseHash(files)}  -\n`).toBe(shell(folder, 'sha256sum * | sha256sum'));
    expect(releaseHash(files.toReversed())).toBe(releaseHash(files));
  });

  test('depends on the bytes, the names and the number of files', () => {
    const file = { name: 'a.mdx', bytes: canonicalBytes('甲') };
    const hashes = [
      [file],
      [{ ...file, name: 'b.mdx' }],
      [{ ...file, bytes: canonicalBytes('乙') }],
      [file, { ...file, name: 'b.mdx' }],
      [],
    ].map(releaseHash);
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  test('tells a changed byte of a frozen file', () => {
    const folder = tinyHandbook();
    apply(folder, { file: 'history/ST-C-51/A-0/ST-C-51.mdx', replace: '≤ 2%', with: '≤ 3%' });
    const changed = openHandbook(folder, asOf).library!.releases.filter(
      ({ actualHash, entry }) => actualHash !== entry.hash,
    );
    expect(changed.map(({ number }) => number)).toEqual(['ST-C-51']);
  });
});

describe('the canonical text', () => {
  test.each([
    ['a byte-order mark', '\uFEFF甲\n乙\n'],
    ['Windows line ends', '甲\r\n乙\r\n'],
    ['old Macintosh line ends', '甲\r乙\r'],
    ['no newline at the end', '甲\n乙'],
  ])('is the same with %s', (_, text) => {
    expect(canonicalBytes(text)).toEqual(Buffer.from('甲\n乙\n'));
  });

  test.each([
    ['a blank line more', '甲\n\n乙\n'],
    ['a blank at the end of a line', '甲 \n乙\n'],
    ['a newline more at the end', '甲\n乙\n\n'],
    ['a byte-order mark inside', '甲\n\uFEFF乙\n'],
  ])('is another one with %s', (_, text) => {
    expect(canonicalBytes(text)).toEqual(Buffer.from(text));
  });

  test('is what freezing wrote', () => {
    const folder = tinyHandbook();
    const frozen = readFileSync(join(folder, 'history/ST-A-01/A-0/attachment-1.mdx'));
    expect(frozen).toEqual(canonicalBytes(readFileSync(join(folder, 'manual/ST-A-01/attachment-1.mdx'), 'utf8')));
  });
});

describe('the commands of docs/ledger.md', () => {
  const text = readFileSync(join(import.meta.dirname, '../../docs/ledger.md'), 'utf8');
  const languages = text
    .split('\n## English\n')
    .map((half) => [...half.matchAll(/```sh\n([^]*?)```/g)].map(([, code]) => code!));

  /** The root of a repository with a signed handbook. */
  let root: string;
  beforeAll(async () => {
    root = emptyFolder();
    renameSync(await signedHandbook(newKey()), join(root, 'content'));
  });

  /** Runs a block as it stands there, on a document of the tiny handbook. */
  function run(block: string): string[] {
    const here = block.replaceAll('HC-ITSM-B-21', 'ST-A-02').replaceAll('A/2', 'A/0').replaceAll('A-2', 'A-0');
    return shell(root, `${here} 2>&1`).trim().split('\n');
  }

  test('are the same in both languages, but for what they print', () => {
    expect(languages.map((blocks) => blocks.length)).toEqual([4, 4]);
  });

  describe.each([
    ['zh', 0],
    ['en', 1],
  ])('%s', (_, language) => {
    const [version, last, signature, everything] = languages[language]!;

    test('give the hash of a version, which stands in the ledger', () => {
      const [actual, noted] = run(version!);
      expect(noted).toBe(`"hash":"${actual!.slice(0, 64)}"`);
    });

    test('give the hash of all above the last line, which stands in it', () => {
      const [actual, noted] = run(last!);
      expect(noted).toBe(`"previous":"${actual!.slice(0, 64)}"`);
    });

    test('verify a signature', () => {
      expect(run(signature!).at(-1)).toMatch(
        /^Good "controlled-handbook" signature for han-mei with ED25519 key SHA256:/,
      );
    });

    test('find nothing in what nobody has touched, and what somebody has', () => {
      expect(run(everything!)).toEqual([expect.stringContaining('10')]);
      const file = join(root, 'content/history/ST-C-51/A-0/ST-C-51.mdx');
      const before = readFileSync(file, 'utf8');
      writeFileSync(file, before.replace('≤ 2%', '≤ 3%'));
      expect(run(everything!)).toEqual([expect.stringContaining('ST-C-51/A-0'), expect.stringContaining('10')]);
      writeFileSync(file, before);
    });
  });
});
