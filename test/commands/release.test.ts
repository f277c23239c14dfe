/** `handbook release`: what it refuses, what it writes, and what it leaves alone. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/handbook/canonical.ts';
import { apply, asOf, freeze, tinyHandbook, workingTexts, type Edit } from '../fixtures/tiny-handbook.ts';
import { bytesOf, changedFiles, handbook } from './handbook-command.ts';

const intake = 'procedures/ST-B-02.mdx';
const ledger = 'history/ledger.yaml';
const said = ['--summary', '退回的成品当天登记', '--reason', '返工单迟交：三起'];

function release(content: string, ...words: string[]) {
  return handbook('release', '--content', content, '--as-of', asOf, ...words);
}

function read(content: string, file: string): string {
  return readFileSync(join(content, file), 'utf8');
}

/** The entries of the ledger. */
function entries(content: string): Record<string, unknown>[] {
  return read(content, ledger)
    .split('\n')
    .filter((line) => line.startsWith('- '))
    .map((line) => JSON.parse(line.slice(2)) as Record<string, unknown>);
}

/** The lines that stand only in the first of two texts. */
function linesOnlyIn(text: string, other: string): string[] {
  const known = new Set(other.split('\n'));
  return text.split('\n').filter((line) => !known.has(line));
}

/** The released base with a change in section 5.3 of ST-B-02 that waits for its release. */
function edited(edits: readonly Edit[] = []): string {
  const content = tinyHandbook(edits);
  apply(content, { file: intake, replace: '重新排期。', with: '重新排期，当天登记。' });
  return content;
}

describe.concurrent('is refused with 1, and nothing is written', () => {
  const cases: { name: string; content: () => string; words: string[]; wrong: string; advice: string }[] = [
    {
      name: 'when nothing was changed',
      content: tinyHandbook,
      words: ['ST-B-02', ...said],
      wrong: '没有差别',
      advice: 'reviews.yaml',
    },
    {
      name: 'on a day that is still to come',
      content: edited,
      words: ['ST-B-02', ...said, '--on', '2062-11-22'],
      wrong: '今天是 2026-06-01：ST-B-02 A/2 不可能在 2062-11-22 已经编制',
      advice: '只有实施日期（--effective）可以在今天以后',
    },
    {
      name: 'with one signature on such a day',
      content: edited,
      words: ['ST-B-02', ...said, '--approved-on', '2026-06-02', '--effective', '2026-07-01'],
      wrong: '不可能在 2026-06-02 已经批准',
      advice: '改正 --on',
    },
    {
      name: 'if the working text states such a day',
      content: () =>
        workingTexts([
          { file: 'policies/ST-A-02.mdx', replace: 'released: 2026-01-15', with: 'released: 2026-06-02' },
          { file: 'policies/ST-A-02.mdx', replace: 'effective: 2026-02-02', with: 'effective: 2026-06-02' },
        ]),
      words: ['ST-A-02'],
      wrong: 'ST-A-02 A/0 不可能在 2026-06-02 已经发布',
      advice: '改正编辑稿',
    },
    { name: 'without a summary', content: edited, words: ['ST-B-02'], wrong: '缺少', advice: '--summary' },
    {
      name: 'without a reason',
      content: edited,
      words: ['ST-B-02', '--summary', '改一处'],
      wrong: '缺少',
      advice: '--reason',
    },
    {
      name: 'for a number that is nearly right',
      content: edited,
      words: ['ST-B-O2', ...said],
      wrong: '没有文件 ST-B-O2',
      advice: '是否想写 ST-B-02？',
    },
    {
      name: 'after the last revision of an edition',
      content: () => edited(asLastRevision),
      words: ['ST-B-02', ...said],
      wrong: 'A/9',
      advice: '--edition',
    },
    {
      name: 'for a signer whom nobody knows',
      content: edited,
      words: ['ST-B-02', ...said, '--approved', 'nobody'],
      wrong: '“nobody”',
      advice: 'people.yaml',
    },
    {
      name: 'with a version that skips one',
      content: () => {
        const content = edited();
        apply(content, { file: intake, replace: 'version: A/1\nclass', with: 'version: A/3\nclass' });
        return content;
      },
      words: ['ST-B-02', ...said],
      wrong: 'A/3',
      advice: '',
    },
  ];

  test.each(cases)('$name', async ({ content: make, words, wrong, advice }) => {
    const content = make();
    const before = bytesOf(content);
    const { code, stdout, stderr } = await release(content, ...words);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(wrong);
    expect(stderr).toContain(advice);
    expect(changedFiles(before, bytesOf(content))).toEqual([]);
  });

  test('while the document has an error, which is shown with its place', async () => {
    const content = edited();
    apply(content, { file: intake, replace: 'records: [ST-D-02-02]', with: 'records: [ST-D-02-09]' });
    const before = bytesOf(content);
    const { code, stderr } = await release(content, 'ST-B-02', ...said);
    expect(code).toBe(1);
    expect(stderr).toMatch(/ST-B-02\.mdx:\d+:\d+ 错误/);
    expect(stderr).toContain('ST-D-02-09');
    expect(changedFiles(before, bytesOf(content))).toEqual([]);
  });

  test('while a byte of its newest frozen text is not the one that was approved', async () => {
    const content = edited();
    apply(content, { file: 'history/ST-B-02/A-1/ST-B-02.mdx', replace: '## 1 目的', with: '## 1 目地' });
    const before = bytesOf(content);
    const { code, stderr } = await release(content, 'ST-B-02', ...said);
    expect(code).toBe(1);
    expect(stderr).toContain('VER-05');
    expect(changedFiles(before, bytesOf(content))).toEqual([]);
  });

  test('in English with --lang en', async () => {
    const { code, stderr } = await release(edited(), 'ST-B-02', '--lang', 'en');
    expect(code).toBe(1);
    expect(stderr).toContain('--summary');
    expect(stderr.replaceAll(/"[^"]*"/g, '')).not.toMatch(/\p{Script=Han}/u);
  });
});

/** ST-B-02 as A/9, with the ten entries of its change record. */
const asLastRevision: Edit[] = [
  { file: intake, replace: 'version: A/1\nclass', with: 'version: A/9\nclass' },
  {
    file: intake,
    replace: '  - version: A/1\n    date: 2026-01-06\n',
    with: [
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((revision) =>
        [
          `  - version: A/${revision}`,
          `    date: 2025-0${revision}-08`,
          "    sections: ['5.1']",
          '    what: 改写',
          '    why: 更清楚',
          '    by: gu-tong',
          '    reviewed: xu-wen',
          '    approved: han-mei',
          '',
        ].join('\n'),
      ),
      '  - version: A/9\n    date: 2026-01-06\n',
    ].join(''),
  },
];

test.concurrent('--dry-run says what would be written and writes nothing', async () => {
  const content = edited();
  const before = bytesOf(content);
  const { code, stdout } = await release(content, 'ST-B-02', ...said, '--dry-run');
  expect(code).toBe(0);
  expect(stdout).toContain('ST-B-02 A/2');
  for (const file of [intake, ledger, 'history/ST-B-02/A-2/ST-B-02.mdx'])
    expect(stdout).toContain(`${content}/${file}`);
  expect(changedFiles(before, bytesOf(content))).toEqual([]);
});

describe.concurrent('a revision', () => {
  test('raises the version, signs, adds to the change record, and leaves every other character alone', async () => {
    const content = edited([
      { file: intake, replace: 'number: ST-B-02\n', with: '# 订单程序的元数据\nnumber: ST-B-02  # 不改\n' },
      { file: intake, replace: 'version: A/1\nclass', with: 'version:   A/1   # 发布时自动升版\nclass' },
      { file: intake, replace: 'released: 2026-01-15', with: "released: '2026-01-15'" },
    ]);
    const before = read(content, intake);
    const { code, stdout } = await release(content, 'ST-B-02', ...said, '--change-request', 'ST-2026-07');
    const after = read(content, intake);
    expect(code).toBe(0);
    expect(stdout).toContain('已发布 ST-B-02 A/2');
    expect(linesOnlyIn(before, after)).toEqual([
      'version:   A/1   # 发布时自动升版',
      'prepared: { by: gu-tong, on: 2026-01-06 }',
      'reviewed: { by: xu-wen, on: 2026-01-09 }',
      'approved: { by: han-mei, on: 2026-01-12 }',
      "released: '2026-01-15'",
      'effective: 2026-02-02',
    ]);
    expect(linesOnlyIn(after, before)).toEqual([
      'version:   A/2   # 发布时自动升版',
      'prepared: { by: gu-tong, on: 2026-06-01 }',
      'reviewed: { by: xu-wen, on: 2026-06-01 }',
      'approved: { by: han-mei, on: 2026-06-01 }',
      'released: 2026-06-01',
      'effective: 2026-06-01',
      '  - version: A/2',
      '    date: 2026-06-01',
      '    sections:',
      '      - "5.3"',
      '    what: 退回的成品当天登记',
      '    why: 返工单迟交：三起',
      '    request: ST-2026-07',
    ]);
    const check = await handbook('check', '--content', content, '--as-of', asOf);
    expect(check).toMatchObject({ code: 0, stdout: expect.stringContaining('0 个错误，0 个警告，0 个提示') });
  });

  test('freezes the text as it now stands, adds one line to the ledger, and touches nothing else', async () => {
    const content = edited();
    const before = bytesOf(content);
    await release(content, 'ST-B-02', ...said, '--effective', '2026-07-01');
    const after = bytesOf(content);
    const frozen = ['history/ST-B-02/A-2/ST-B-02.mdx', 'history/ST-B-02/A-2/names.yaml'];
    expect(changedFiles(before, after)).toEqual([ledger, ...frozen, intake].sort());
    // What the text names by id, and nothing else.
    expect(after.get('history/ST-B-02/A-2/names.yaml')).toMatch(/^ {2}order-lead:\n {4}zh: /m);
    expect(after.get('history/ST-B-02/A-2/names.yaml')).not.toContain('director:');
    expect(after.get('history/ST-B-02/A-2/ST-B-02.mdx')).toBe(after.get(intake));
    expect(after.get(ledger)?.startsWith(before.get(ledger)!)).toBe(true);
    expect(entries(content)).toHaveLength(before.get(ledger)!.split('\n- ').length);
    expect(entries(content).at(-1)).toMatchObject({
      number: 'ST-B-02',
      version: 'A/2',
      kind: 'procedure',
      approved: { by: 'han-mei', on: '2026-06-01' },
      released: '2026-06-01',
      effective: '2026-07-01',
      previous: sha256(Buffer.from(before.get(ledger)!, 'latin1')),
    });
  });

  test.each([
    { number: 'ST-B-02', file: intake, replace: '重新排期。', folder: 'history/ST-B-02/A-2' },
    { number: 'ST-A-01', file: 'manual/ST-A-01/5.mdx', replace: '才开印', folder: 'history/ST-A-01/A-1' },
    { number: 'ST-D-02-02', file: 'forms/ST-D-02-02.yaml', replace: '怎样了结。', folder: 'history/ST-D-02-02/A-1' },
  ])('has the hash that anyone can recompute with sha256sum: $number', async ({ number, file, replace, folder }) => {
    const content = tinyHandbook();
    apply(content, { file, replace, with: `一律${replace}` });
    const { code, stdout } = await release(content, number, ...said);
    expect(code).toBe(0);
    const sum = execFileSync('sh', ['-c', 'LC_ALL=C; sha256sum * | sha256sum'], { cwd: join(content, folder) });
    const hash = sum.toString().slice(0, 64);
    expect(entries(content).at(-1)).toMatchObject({ number, hash });
    expect(stdout).toContain(hash);
  });

  test('names the sections that differ, unless they are given', async () => {
    const purpose = { file: intake, replace: '印出来的就是顾客要的', with: '印出来的正是顾客要的' };
    const [found, given] = [edited(), edited()];
    for (const content of [found, given]) apply(content, purpose);
    await release(found, 'ST-B-02', ...said);
    await release(given, 'ST-B-02', ...said, '--sections', '5.3');
    expect(linesOnlyIn(read(found, intake), read(given, intake))).toEqual(['      - "1"']);
    expect(read(given, intake)).toContain('      - "5.3"');
  });

  test('is refused for a section that did not change', async () => {
    const { code, stderr } = await release(edited(), 'ST-B-02', ...said, '--sections', '5.3、9.9');
    expect(code).toBe(1);
    expect(stderr).toMatch(/“9\.9”没有修改[^]*5\.3/);
  });

  test('is signed on the days that are given', async () => {
    const content = edited();
    const days = ['--prepared-on', '2026-05-18', '--reviewed-on', '2026-05-20', '--approved-on', '2026-05-22'];
    await release(content, 'ST-B-02', ...said, ...days);
    expect(entries(content).at(-1)).toMatchObject({
      prepared: { on: '2026-05-18' },
      reviewed: { on: '2026-05-20' },
      approved: { on: '2026-05-22' },
      released: '2026-06-01',
    });
  });

  test('leaves the line ends of Windows in the working text, and freezes LF', async () => {
    const content = edited();
    writeFileSync(join(content, intake), read(content, intake).replaceAll('\n', '\r\n'));
    const { code } = await release(content, 'ST-B-02', ...said);
    expect(code).toBe(0);
    expect(read(content, intake).replaceAll('\r\n', '')).not.toContain('\n');
    expect(read(content, 'history/ST-B-02/A-2/ST-B-02.mdx')).toBe(read(content, intake).replaceAll('\r\n', '\n'));
  });

  test('can be signed by other people', async () => {
    const content = edited();
    const people = ['--by', 'jiang-yu', '--reviewed', 'xu-wen', '--approved', 'han-mei'];
    await release(content, 'ST-B-02', ...said, ...people);
    expect(read(content, intake)).toContain('prepared: { by: jiang-yu, on: 2026-06-01 }');
    expect(entries(content).at(-1)).toMatchObject({ prepared: { by: 'jiang-yu' }, reviewed: { by: 'xu-wen' } });
  });

  test('can be followed by the next one, each linked to the one before', async () => {
    const content = edited();
    await release(content, 'ST-B-02', ...said);
    apply(content, { file: intake, replace: '当天登记。', with: '一小时内登记。' });
    const second = await handbook('release', '--content', content, '--as-of', '2026-06-08', 'ST-B-02', ...said);
    expect(second.code).toBe(0);
    const lines = read(content, ledger).split(/(?<=\n)/);
    expect(entries(content).slice(-2)).toMatchObject([
      { version: 'A/2', previous: sha256(lines.slice(0, -2).join('')) },
      { version: 'A/3', previous: sha256(lines.slice(0, -1).join('')) },
    ]);
    expect(read(content, 'history/ST-B-02/A-2/ST-B-02.mdx')).toContain('当天登记。');
    const check = await handbook('check', '--content', content, '--as-of', '2026-06-08');
    expect(check.stdout).toContain('0 个错误，0 个警告，0 个提示');
  });
});

describe.concurrent('a new edition', () => {
  test('follows the last revision with --edition and is a change of the whole text', async () => {
    const content = edited(asLastRevision);
    const { code, stdout } = await release(content, 'ST-B-02', ...said, '--edition');
    expect(code).toBe(0);
    expect(stdout).toContain('ST-B-02 B/0');
    expect(read(content, 'history/ST-B-02/B-0/ST-B-02.mdx')).toMatch(
      /- version: B\/0\n {4}date: 2026-06-01\n {4}sections:\n {6}- 全文\n/,
    );
  });
});

describe.concurrent('a document without a release', () => {
  test('is frozen as it stands, with the version and signatures that it states', async () => {
    const content = workingTexts();
    freeze(content, ['ST-A-01', 'ST-A-02', 'ST-A-03', 'ST-B-01', 'ST-C-01', 'ST-C-51', 'ST-D-01-01', 'ST-D-02-01']);
    freeze(content, ['ST-D-02-02']);
    const before = read(content, intake);
    const { code, stdout } = await release(content, 'ST-B-02');
    expect(code).toBe(0);
    expect(stdout).toContain('ST-B-02 A/1');
    expect(read(content, intake)).toBe(before);
    expect(entries(content).at(-1)).toMatchObject({ version: 'A/1', effective: '2026-02-02' });
  });
});

describe.concurrent('a working text that states its version', () => {
  const stated: Edit[] = [
    { file: intake, replace: 'version: A/1\nclass', with: 'version: A/2\nclass' },
    {
      file: intake,
      replace: 'prepared: { by: gu-tong, on: 2026-01-06 }',
      with: 'prepared: { by: gu-tong, on: 2026-05-20 }',
    },
    { file: intake, replace: 'reviewed: { by: xu-wen, on: 2026-01-09 }\n', with: '' },
    {
      file: intake,
      replace: 'approved: { by: han-mei, on: 2026-01-12 }\nreleased: 2026-01-15\neffective: 2026-02-02\n',
      with: '',
    },
    {
      file: intake,
      replace: '    request: ST-2026-01\n',
      with: [
        '    request: ST-2026-01',
        '  - version: A/2',
        '    date: 2026-05-20',
        "    sections: ['5.3']",
        '    what: 退回的成品当天登记',
        '    why: 返工单迟交：三起',
        '    by: gu-tong',
        '    reviewed: xu-wen',
        '    approved: han-mei',
        '',
      ].join('\n'),
    },
  ];
  function withStated(): string {
    const content = edited();
    for (const edit of stated) apply(content, edit);
    return content;
  }

  test('is completed with the signatures and days that it leaves out', async () => {
    const content = withStated();
    const { code, stdout } = await release(
      content,
      'ST-B-02',
      '--reviewed-on',
      '2026-05-25',
      '--effective',
      '2026-07-01',
    );
    expect(code).toBe(0);
    expect(stdout).toContain('ST-B-02 A/2（2026-07-01 起实施）');
    expect(read(content, intake)).toContain(
      [
        'prepared: { by: gu-tong, on: 2026-05-20 }',
        'reviewed: { by: xu-wen, on: 2026-05-25 }',
        'approved: { by: han-mei, on: 2026-06-01 }',
        'released: 2026-06-01',
        'effective: 2026-07-01',
        '',
      ].join('\n'),
    );
    expect(entries(content).at(-1)).toMatchObject({ version: 'A/2', reviewed: { by: 'xu-wen', on: '2026-05-25' } });
  });

  test('is not released as something else than it says', async () => {
    const content = withStated();
    const { code, stderr } = await release(content, 'ST-B-02', '--summary', '另一处修改');
    expect(code).toBe(1);
    expect(stderr).toContain('其中是“退回的成品当天登记”，与 --summary 另一处修改 不符');
  });
});

describe.concurrent('what no section shows', () => {
  test('is named as such in the change record', async () => {
    const content = tinyHandbook();
    apply(content, { file: intake, replace: 'reviewMonths: 12', with: 'reviewMonths: 6' });
    const { code } = await release(content, 'ST-B-02', ...said);
    expect(code).toBe(0);
    expect(read(content, intake)).toContain('    sections:\n      - 文件信息\n');
  });
});

describe.concurrent('several documents', () => {
  test('are released in one step, each with its line in the ledger', async () => {
    const content = edited();
    apply(content, { file: 'manual/ST-A-01/4.mdx', replace: '按季统计', with: '按月统计' });
    const { code, stdout } = await release(content, 'ST-B-02', 'ST-A-01', ...said, '--effective', '2026-07-01');
    expect(code).toBe(0);
    expect(stdout).toMatch(/已发布 ST-B-02 A\/2[^]*已发布 ST-A-01 A\/1/);
    const lines = read(content, ledger).split(/(?<=\n)/);
    expect(entries(content).slice(-2)).toMatchObject([
      { number: 'ST-B-02', effective: '2026-07-01', previous: sha256(lines.slice(0, -2).join('')) },
      { number: 'ST-A-01', effective: '2026-07-01', previous: sha256(lines.slice(0, -1).join('')) },
    ]);
  });

  test('are all refused with one of them', async () => {
    const content = edited();
    const before = bytesOf(content);
    const { code, stderr } = await release(content, 'ST-B-02', 'ST-A-01', ...said);
    expect(code).toBe(1);
    expect(stderr).toContain('ST-A-01 与发布版 A/0 没有差别');
    expect(changedFiles(before, bytesOf(content))).toEqual([]);
  });
});

describe.concurrent('a release that would leave errors behind', () => {
  test.each([
    { name: 'approved by someone who may not', words: ['--approved', 'gu-tong'], rule: 'APP-01' },
    { name: 'effective before it is released', words: ['--effective', '2026-03-01'], rule: 'DAT-01' },
    { name: 'effective before the version that it replaces', words: ['--on', '2026-01-20'], rule: 'VER-07' },
  ])('is refused: $name', async ({ words, rule }) => {
    const content = edited();
    const before = bytesOf(content);
    const { code, stderr } = await release(content, 'ST-B-02', ...said, ...words);
    expect(code).toBe(1);
    expect(stderr).toContain(rule);
    expect(changedFiles(before, bytesOf(content))).toEqual([]);
  });

  test('names who could sign', async () => {
    const content = edited([
      {
        file: 'organisation/departments.yaml',
        replace: 'head: xu-wen',
        with: 'head: jiang-yu\n    headSince: 2026-05-01\n    formerHeads: [{ person: xu-wen, from: 2020-06-01, until: 2026-04-30 }]',
      },
    ]);
    const { code, stderr } = await release(content, 'ST-B-02', ...said);
    expect(code).toBe(1);
    expect(stderr).toMatch(/许雯在 \S+ 无权审核此类文件[^]*应由业务室负责人审核（江屿 jiang-yu）。\n/);
  });

  test('does not come from signatures that stand on lines of their own', async () => {
    const signature = {
      from: 'reviewed: { by: xu-wen, on: 2026-01-09 }',
      to: 'reviewed:\n  by: xu-wen\n  on: 2026-01-09',
    };
    const content = edited([{ file: intake, replace: signature.from, with: signature.to }]);
    await release(content, 'ST-B-02', ...said);
    const check = await handbook('check', '--content', content, '--as-of', asOf);
    expect(check.stdout).toContain('0 个错误，0 个警告，0 个提示');
  });
});

test.concurrent('several parts are frozen together, with the version in the main one', async () => {
  const content = tinyHandbook();
  apply(content, { file: 'manual/ST-A-01/4.mdx', replace: '按季统计', with: '按月统计' });
  const before = bytesOf(content);
  const { code } = await release(content, 'ST-A-01', ...said);
  const after = bytesOf(content);
  expect(code).toBe(0);
  expect(changedFiles(before, after)).toEqual([
    'history/ST-A-01/A-1/0.mdx',
    'history/ST-A-01/A-1/4.mdx',
    'history/ST-A-01/A-1/5.mdx',
    'history/ST-A-01/A-1/attachment-1.mdx',
    'history/ST-A-01/A-1/index.mdx',
    'history/ST-A-01/A-1/names.yaml',
    ledger,
    'manual/ST-A-01/index.mdx',
  ]);
  expect(existsSync(join(content, 'history/ST-A-01/A-1/ledger.yaml'))).toBe(false);
  expect(read(content, 'history/ST-A-01/A-1/index.mdx')).toContain('    sections:\n      - "4.1"\n');
});
