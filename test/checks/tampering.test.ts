/** Kinds of tampering with a released handbook: `verify` finds each of them and names what was done. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { isProven, verify } from '../../src/checks/verify.ts';
import { appendEntries, type LedgerItem } from '../../src/control/ledger.ts';
import { statementOf } from '../../src/control/signature.ts';
import type { Finding } from '../../src/handbook/finding.ts';
import { openHandbook } from '../../src/handbook/open.ts';
import type { LedgerEntry, LedgerSignature } from '../../src/schema/ledger.ts';
import { releaseOn } from '../fixtures/released-again.ts';
import { append, newKey, releaseOf, signature, signReleases, withKey } from '../fixtures/signing.ts';
import { apply, asOf, copyOf, tinyHandbook, within, type Edit } from '../fixtures/tiny-handbook.ts';

const key = newKey();
const other = newKey();
const ledgerFile = 'history/ledger.yaml';
const inForce = 'history/ST-A-02/A-1';
const superseded = 'history/ST-A-02/A-0';

const rulesOfSigning: Edit = {
  file: 'handbook.yaml',
  replace: 'policy: { reviewed: [quality-lead], approved: [director] }',
  with: 'policy: { reviewed: [quality-lead], approved: [director], distinct: true }',
};
const signaturesAreAskedFor: Edit = {
  file: 'handbook.yaml',
  replace: 'parties:',
  with: 'signatures: { required: [approved], since: 2026-05-01 }\nparties:',
};

/** A policy with two versions, the second of them signed, among other documents. */
let untouched: string;

beforeAll(async () => {
  untouched = tinyHandbook([withKey('han-mei', key), rulesOfSigning, signaturesAreAskedFor]);
  apply(untouched, { file: 'policies/ST-A-02.mdx', replace: '后开印；', with: '后付印；' });
  releaseOn(untouched, 'ST-A-02', '2026-05-11');
  await signReleases(untouched, { 'han-mei': key }, ['approved']);
});

/** A text as a regular expression that matches it and nothing else. */
function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

async function findingsOf(content: string, noted?: string): Promise<Finding[]> {
  const result = await verify(openHandbook(content, asOf), noted);
  expect(isProven(result)).toBe(result.findings.length === 0);
  for (const { line, message } of result.findings) {
    expect(line).toBeGreaterThan(0);
    expect(message.zh).toMatch(/\S/);
  }
  return result.findings;
}

async function rulesFound(content: string, noted?: string): Promise<string[]> {
  return [...new Set((await findingsOf(content, noted)).map(({ rule }) => rule))].sort();
}

function text(content: string, file = ledgerFile): string {
  return readFileSync(join(content, file), 'utf8');
}

type Item = Omit<LedgerEntry, 'previous'> & Partial<Omit<LedgerSignature, 'previous'>>;

/** Writes the ledger anew from changed lines, with a chain that fits. */
function rewrite(content: string, change: (items: Item[]) => unknown[] | void): void {
  const items = text(content)
    .split('\n')
    .filter((line) => line.startsWith('- '))
    .map((line) => {
      const { previous: _, ...item } = JSON.parse(line.slice(2)) as Item & { previous: string };
      return item as Item;
    });
  const changed = (change(items) ?? items) as LedgerItem[];
  writeFileSync(join(content, ledgerFile), appendEntries('', changed));
}

const isRelease = (version: string) => (item: Item) =>
  item.number === 'ST-A-02' && item.version === version && !item.step;
const isSignature = (version: string) => (item: Item) =>
  item.number === 'ST-A-02' && item.version === version && item.step;

/** Makes the hash of a version in the ledger that of its files as they now are. */
function adopt(content: string, version: string): void {
  const { actualHash } = openHandbook(content, asOf).library!.releases.find(
    (release) => release.number === 'ST-A-02' && release.version === version,
  )!;
  rewrite(content, (items) => void (items.find(isRelease(version))!.hash = actualHash));
}

test('the handbook is proven as long as nobody touches it', async () => {
  expect(await rulesFound(untouched)).toEqual([]);
});

interface Kind {
  what: string;
  /** The rule that names it. Others may object, too. */
  rule: string;
  /** File and line at which it is found. */
  place: string;
  /** What the finding says was touched. */
  names: string;
  tamper: (content: string) => void | Promise<void>;
}

const kinds: Kind[] = [
  {
    what: 'a letter of a text in force',
    rule: 'VER-05',
    place: 'history/ST-A-02/A-1/ST-A-02.mdx:1',
    names: 'ST-A-02 A/1 的冻结文本与发布台账的哈希值不符',
    tamper: (content) => apply(content, { file: `${inForce}/ST-A-02.mdx`, replace: '付印', with: '复印' }),
  },
  {
    what: 'a letter of a text that is no longer in force',
    rule: 'VER-05',
    place: 'history/ST-A-02/A-0/ST-A-02.mdx:1',
    names: 'ST-A-02 A/0 的冻结文本与发布台账的哈希值不符',
    tamper: (content) => apply(content, { file: `${superseded}/ST-A-02.mdx`, replace: '开印', with: '付印' }),
  },
  {
    what: 'a blank at the end of a line',
    rule: 'VER-05',
    place: 'history/ST-A-02/A-1/ST-A-02.mdx:1',
    names: 'ST-A-02 A/1 的冻结文本与发布台账的哈希值不符',
    tamper: (content) => apply(content, { file: `${inForce}/ST-A-02.mdx`, replace: '## 1 方针', with: '## 1 方针 ' }),
  },
  {
    what: 'the name of a person as it was at the release',
    rule: 'VER-05',
    place: 'history/ST-A-02/A-1/ST-A-02.mdx:1',
    names: 'ST-A-02 A/1 的冻结文本与发布台账的哈希值不符',
    tamper: (content) => apply(content, { file: `${inForce}/names.yaml`, replace: '韩梅', with: '韩媒' }),
  },
  {
    what: 'a frozen file that is gone',
    rule: 'VER-05',
    place: 'history/ST-A-02/A-1/ST-A-02.mdx:1',
    names: 'ST-A-02 A/1 的冻结文本与发布台账的哈希值不符',
    tamper: (content) => rmSync(join(content, inForce, 'names.yaml')),
  },
  {
    what: 'a frozen folder that is gone',
    rule: 'VER-05',
    place: 'history/ledger.yaml:3',
    names: 'ST-A-02 A/0 的冻结文本不见了',
    tamper: (content) => rmSync(join(content, superseded), { recursive: true }),
  },
  {
    what: 'a frozen file under another name',
    rule: 'VER-05',
    place: 'history/ST-A-01/A-0/0.mdx:1',
    names: 'ST-A-01 A/0 的冻结文本与发布台账的哈希值不符',
    tamper: (content) =>
      renameSync(join(content, 'history/ST-A-01/A-0/4.mdx'), join(content, 'history/ST-A-01/A-0/4.1.mdx')),
  },
  {
    what: 'a part that was never released',
    rule: 'VER-05',
    place: 'history/ST-A-01/A-0/0.mdx:1',
    names: 'ST-A-01 A/0 的冻结文本与发布台账的哈希值不符',
    tamper: (content) => writeFileSync(join(content, 'history/ST-A-01/A-0/6.mdx'), '## 6 改进\n'),
  },
  {
    what: 'two versions that changed places',
    rule: 'VER-05',
    place: 'history/ST-A-02/A-0/ST-A-02.mdx:1',
    names: 'ST-A-02 A/0 的冻结文本与发布台账的哈希值不符',
    tamper: (content) => {
      renameSync(join(content, inForce), join(content, 'history/aside'));
      renameSync(join(content, superseded), join(content, inForce));
      renameSync(join(content, 'history/aside'), join(content, superseded));
    },
  },
  {
    what: 'a frozen text in another encoding',
    rule: 'SRC-01',
    place: 'history/ST-A-02/A-0/ST-A-02.mdx:3',
    names: '不是 UTF-8 编码',
    tamper: (content) =>
      writeFileSync(join(content, superseded, 'ST-A-02.mdx'), text(content, `${superseded}/ST-A-02.mdx`), 'utf16le'),
  },
  {
    what: 'a file that no hash covers',
    rule: 'LED-01',
    place: 'history/ST-A-02/A-1/附图.png:1',
    names: '附图.png 不是冻结的文本',
    tamper: (content) => writeFileSync(join(content, inForce, '附图.png'), 'PNG'),
  },
  {
    what: 'a version that nobody released',
    rule: 'LED-01',
    place: 'history/ST-A-02/A-2/ST-A-02.mdx:1',
    names: 'history/ST-A-02/A-2 不在发布台账中',
    tamper: (content) =>
      apply(content, { file: 'history/ST-A-02/A-2/ST-A-02.mdx', create: text(content, `${inForce}/ST-A-02.mdx`) }),
  },
  {
    what: 'a ledger that is gone',
    rule: 'LED-01',
    place: 'history/ST-A-01/A-0/0.mdx:1',
    names: 'history/ST-A-01/A-0 不在发布台账中',
    tamper: (content) => rmSync(join(content, ledgerFile)),
  },
  {
    what: 'a line of the ledger that was made a remark',
    rule: 'LED-01',
    place: 'history/ledger.yaml:21',
    names: '发布台账的这一行（ST-A-02 A/1）无法读取',
    tamper: (content) => {
      const lines = text(content).split(/(?<=\n)/);
      writeFileSync(join(content, ledgerFile), [...lines.slice(0, -1), `# ${lines.at(-1)}`].join(''));
    },
  },
  {
    what: 'a line of the ledger that was taken out',
    rule: 'LED-02',
    place: 'history/ledger.yaml:4',
    names: '第 3 行（ST-A-02 A/0）或这一行被改动过，或两行之间有删去的行',
    tamper: (content) => {
      const lines = text(content).split(/(?<=\n)/);
      writeFileSync(join(content, ledgerFile), [...lines.slice(0, 3), ...lines.slice(4)].join(''));
    },
  },
  {
    what: 'two lines of the ledger that changed places',
    rule: 'LED-02',
    place: 'history/ledger.yaml:4',
    names: '第 4 行与前面的内容接不上',
    tamper: (content) => {
      const lines = text(content).split(/(?<=\n)/);
      writeFileSync(join(content, ledgerFile), [...lines.slice(0, 3), lines[4], lines[3], ...lines.slice(5)].join(''));
    },
  },
  {
    what: 'an earlier day of approval in the ledger',
    rule: 'LED-02',
    place: 'history/ledger.yaml:3',
    names: '第 2 行（ST-A-01 A/0）或这一行被改动过',
    tamper: (content) =>
      writeFileSync(join(content, ledgerFile), text(content).replace('"on":"2026-01-12"', '"on":"2026-01-02"')),
  },
  {
    what: 'a changed text with a hash that fits it',
    rule: 'LED-02',
    place: 'history/ledger.yaml:4',
    names: '第 3 行（ST-A-02 A/0）或这一行被改动过',
    tamper: (content) => {
      apply(content, { file: `${superseded}/ST-A-02.mdx`, replace: '开印', with: '付印' });
      const { entry, actualHash } = openHandbook(content, asOf).library!.releases.find(
        ({ number, version }) => number === 'ST-A-02' && version === 'A/0',
      )!;
      writeFileSync(join(content, ledgerFile), text(content).replace(entry.hash, actualHash));
    },
  },
  {
    what: 'a changed text with a hash and a chain that fit it',
    rule: 'SIG-01',
    place: 'history/ledger.yaml:21',
    names: 'ST-A-02 A/1 的批准签名无效：签的不是发布时的文本',
    tamper: (content) => {
      apply(content, { file: `${inForce}/ST-A-02.mdx`, replace: '付印', with: '复印' });
      adopt(content, 'A/1');
    },
  },
  {
    what: 'another effective day in the ledger alone, with a chain that fits',
    rule: 'APP-03',
    place: 'history/ST-A-02/A-0/ST-A-02.mdx:17',
    names: 'ST-A-02 A/0 的 effective 在冻结文本中是 2026-02-02，在台账中是 2026-01-19',
    tamper: (content) => rewrite(content, (items) => void (items.find(isRelease('A/0'))!.effective = '2026-01-19')),
  },
  {
    what: 'another approver in text, hash and chain',
    rule: 'SIG-01',
    place: 'history/ledger.yaml:21',
    names: 'ST-A-02 A/1 的批准签名无效：签的不是发布时的文本',
    tamper: (content) => {
      apply(content, {
        file: `${inForce}/ST-A-02.mdx`,
        replace: 'approved: { by: han-mei',
        with: 'approved: { by: tao-ran',
      });
      rewrite(content, (items) => void (items.find(isRelease('A/1'))!.approved.by = 'tao-ran'));
      adopt(content, 'A/1');
    },
  },
  {
    what: 'the preparer as the one who approved, in an old version',
    rule: 'APP-04',
    place: 'history/ST-A-02/A-0/ST-A-02.mdx:15',
    names: '韩梅既编制又批准',
    tamper: (content) => {
      apply(content, {
        file: `${superseded}/ST-A-02.mdx`,
        replace: 'prepared: { by: gu-tong',
        with: 'prepared: { by: han-mei',
      });
      rewrite(content, (items) => void (items.find(isRelease('A/0'))!.prepared.by = 'han-mei'));
      adopt(content, 'A/0');
    },
  },
  {
    what: 'a version that was left out',
    rule: 'VER-07',
    place: 'history/ledger.yaml:12',
    names: 'ST-A-02 A/0 之后发布了 A/2',
    tamper: (content) => {
      renameSync(join(content, inForce), join(content, 'history/ST-A-02/A-2'));
      rewrite(content, (items) =>
        items.forEach((item) => {
          if (item.number === 'ST-A-02' && item.version === 'A/1') item.version = 'A/2';
        }),
      );
    },
  },
  {
    what: 'a later version that is made the earlier one',
    rule: 'VER-07',
    place: 'history/ledger.yaml:12',
    names: 'ST-A-02 A/1 之后发布了 A/0',
    tamper: (content) =>
      rewrite(content, (items) => {
        const [first, second] = [items.findIndex(isRelease('A/0')), items.findIndex(isRelease('A/1'))];
        [items[first], items[second]] = [items[second]!, items[first]!];
      }),
  },
  {
    what: 'a signature that was taken out, with a chain that fits',
    rule: 'SIG-02',
    place: 'history/ledger.yaml:12',
    names: 'ST-A-02 A/1 缺少韩梅的批准签名',
    tamper: (content) => rewrite(content, (items) => items.filter((item) => !isSignature('A/1')(item))),
  },
  {
    what: 'a signature from under another version',
    rule: 'SIG-01',
    place: 'history/ledger.yaml:21',
    names: 'ST-A-02 A/1 的批准签名无效：它不是用韩梅的密钥对这段文字签出的',
    tamper: (content) =>
      rewrite(content, (items) => {
        items.find(isSignature('A/1'))!.signature = items.find(isSignature('A/0'))!.signature;
      }),
  },
  {
    what: 'a signature with somebody else’s key',
    rule: 'SIG-01',
    place: 'history/ledger.yaml:21',
    names: 'ST-A-02 A/1 的批准签名无效：所用的密钥不是 people.yaml 中韩梅的密钥',
    tamper: async (content) => {
      rewrite(content, (items) => items.filter((item) => !isSignature('A/1')(item)));
      append(content, [await signature(statementOf(releaseOf(content, 'ST-A-02'), 'approved'), other)]);
    },
  },
  {
    what: 'a key in people.yaml that was exchanged, and a signature to fit it',
    rule: 'SIG-01',
    place: 'history/ledger.yaml:13',
    names: 'ST-A-01 A/0 的批准签名（另有 7 个）无效',
    tamper: async (content) => {
      apply(content, { file: 'organisation/people.yaml', replace: key.public, with: other.public });
      rewrite(content, (items) => items.filter((item) => !isSignature('A/1')(item)));
      append(content, [await signature(statementOf(releaseOf(content, 'ST-A-02'), 'approved'), other)]);
    },
  },
  {
    what: 'a signature over nothing',
    rule: 'LED-01',
    place: 'history/ledger.yaml:22',
    names: '没有 ST-A-02 A/2 的发布，签名无所归属',
    tamper: (content) =>
      rewrite(content, (items) => [...items, { ...items.find(isSignature('A/1'))!, version: 'A/2' }]),
  },
  {
    what: 'a role that began after its holder approved',
    rule: 'APP-01',
    place: 'policies/ST-A-02.mdx:15',
    names: '韩梅在 2026-05-11 无权批准',
    tamper: (content) =>
      apply(content, {
        file: 'organisation/people.yaml',
        replace: 'role: director, from: 2019',
        with: 'role: director, from: 2029',
      }),
  },
  {
    what: 'a role that was taken out, with everyone who held it',
    rule: 'APP-01',
    place: 'policies/ST-A-02.mdx:14',
    names: '无法判断 ST-A-02 A/1 的审核人有没有权：“quality-lead”已不在手册中',
    tamper: (content) => {
      rmSync(join(content, 'roles/quality-lead.mdx'));
      apply(content, {
        file: 'organisation/people.yaml',
        replace: '      - { role: quality-lead, from: 2019-03-01 }',
        with: '      - { role: order-lead, from: 2019-03-01 }',
      });
    },
  },
  {
    what: 'a person who was taken out of people.yaml',
    rule: 'SIG-01',
    place: 'history/ledger.yaml:13',
    names: '人员“han-mei”不在 organisation/people.yaml 中',
    tamper: (content) => {
      const people = text(content, 'organisation/people.yaml');
      writeFileSync(join(content, 'organisation/people.yaml'), people.replace('id: han-mei', 'id: han-mai'));
    },
  },
];

describe('each kind of tampering is found and named', () => {
  test('there are many kinds, and each is another', () => {
    expect(new Set(kinds.map(({ what }) => what)).size).toBe(kinds.length);
    expect(new Set(kinds.map(({ tamper }) => String(tamper))).size).toBe(kinds.length);
    expect(kinds.length).toBeGreaterThanOrEqual(20);
  });

  test.each(kinds)('$rule: $what', async ({ rule, place, names, tamper }) => {
    const content = copyOf(untouched);
    await tamper(content);
    const found = (await findingsOf(content)).filter((finding) => finding.rule === rule);
    const named = found.map(({ file, line, message }) => `${within(content, file)}:${line} ${message.zh}`);
    expect(named).toContainEqual(expect.stringMatching(new RegExp(`^${literal(place)} .*${literal(names)}`)));
  });
});

describe('the end of the ledger', () => {
  /** Takes away the last version with everything that belongs to it, so that what is left fits together. */
  function cutOff(): string {
    const content = copyOf(untouched);
    rewrite(content, (items) => items.filter(({ number, version }) => number !== 'ST-A-02' || version !== 'A/1'));
    rmSync(join(content, inForce), { recursive: true });
    writeFileSync(join(content, 'policies/ST-A-02.mdx'), text(content, `${superseded}/ST-A-02.mdx`));
    return content;
  }

  test('can be cut off so that nothing shows', async () => {
    expect(await rulesFound(cutOff())).toEqual([]);
  });

  test('but not from one who has noted the hash of the ledger', async () => {
    const { ledger } = await verify(openHandbook(untouched, asOf));
    expect(await rulesFound(untouched, ledger!.hash)).toEqual([]);
    expect(await rulesFound(cutOff(), ledger!.hash)).toEqual(['LED-03']);
  });

  test('may grow after its hash was noted', async () => {
    const content = copyOf(untouched);
    const before = await verify(openHandbook(content, asOf));
    apply(content, { file: 'policies/ST-A-02.mdx', replace: '后付印；', with: '后开机；' });
    releaseOn(content, 'ST-A-02', '2026-05-20');
    append(content, [await signature(statementOf(releaseOf(content, 'ST-A-02'), 'approved'), key)]);
    const { comparison, findings } = await verify(openHandbook(content, asOf), before.ledger!.hash);
    expect(findings).toEqual([]);
    expect(comparison!.lines).toEqual({ then: before.ledger!.lines, now: before.ledger!.lines + 2 });
  });

  test('is not there at all', async () => {
    const { ledger } = await verify(openHandbook(untouched, asOf));
    const content = copyOf(untouched);
    rmSync(join(content, 'history'), { recursive: true });
    expect(await rulesFound(content, ledger!.hash)).toEqual(['LED-03']);
  });
});
