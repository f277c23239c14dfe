/** What people get to read in the terminal: the text of the findings, their order, and the coverage. */
import { describe, expect, test } from 'vitest';
import { coverage, coverageSummary, reportCoverage } from '../../src/checks/coverage.ts';
import { findingText, summaryText, textReport } from '../../src/checks/report/text.ts';
import type { Language } from '../../src/checks/report/reporter.ts';
import { inspect } from '../../src/checks/run.ts';
import { byPlace, type Finding } from '../../src/handbook/finding.ts';
import { openHandbook } from '../../src/handbook/open.ts';
import { reportSample, waiver } from '../fixtures/report-sample.ts';
import { apply, asOf, emptyFolder, tinyHandbook, within, workingTexts, type Edit } from '../fixtures/tiny-handbook.ts';

async function sampleText(language: Language) {
  const { findings, coverage, options } = await reportSample();
  return textReport(findings, coverage, options(language));
}

describe('text', () => {
  test('in Chinese', async () => {
    expect(await sampleText('zh')).toMatchInlineSnapshot(`
      "content/plans/ST-C-51.mdx:5:10 提示 VER-08
        ST-C-51 有未发布的修改：读者看到的仍是 A/0，第 36 行起与它不同
        5 │ version: A/0
                     ▔
        → 改错的用 git 恢复；要发布的，审批后运行 npm run handbook -- release ST-C-51 --summary "修改内容" --reason "修改原因"，由它升版并写修改记录。

      content/plans/ST-C-51.mdx:37:4 错误 REF-01
        没有名为《订单受理办法》的文件
        37 │ 做法见《订单受理办法》。
                   ▔
        → 是否想写《订单受理程序》？

      content/policies/ST-A-02.mdx:15:17 警告 APP-02
        韩梅既编制又批准
        15 │ approved: { by: han-mei, on: 2026-01-12 }
                             ▔
        → 由另一位有权人员批准，或由他人编制。

      content/procedures/ST-B-02.mdx:21:20 错误 REF-05
        ST-C-01《报价核对指导书》在 2026-06-01 不是现行有效的文件
        21 │ related: [ST-B-01, ST-C-01, ST-E-001]
                                ▔
        → 它从 2026-06-02 起实施：本文件不早于那天实施，或删除引用。
        （针对读者现在看到的版本，不是编辑稿）

      content/procedures/ST-B-02.mdx:99:19 错误 REF-01
        《报价核对指导书》（ST-C-01）在 2026-06-01 不是现行有效的文件
        99 │ 接单负责人填写《订单登记表》，价格按《报价核对指导书》算，交付要求不低于《社区印刷品交付公约》。
                                                 ▔
        → 先让 ST-C-01 发布并实施，或去掉书名号。
        （针对读者现在看到的版本，不是编辑稿）

      mini:2020 的落实：程序 3/3，负责角色 3/3，主责部门 3/3，成文信息 2/2
      3 个错误，1 个警告，1 个提示（REF-01 × 2，APP-02 × 1，REF-05 × 1，VER-08 × 1）"
    `);
  });

  test('in English', async () => {
    expect(await sampleText('en')).toMatchInlineSnapshot(`
      "content/plans/ST-C-51.mdx:5:10 info VER-08
        ST-C-51 has unreleased changes: readers still see A/0, which differs from line 36 on
        5 │ version: A/0
                     ▔
        → Restore mistakes from git; once approved, run npm run handbook -- release ST-C-51 --summary "what changed" --reason "why", which raises the version and writes the change record.

      content/plans/ST-C-51.mdx:37:4 error REF-01
        There is no document titled 《订单受理办法》
        37 │ 做法见《订单受理办法》。
                   ▔
        → Did you mean 《订单受理程序》?

      content/policies/ST-A-02.mdx:15:17 warning APP-02
        Han Mei prepared and approved it
        15 │ approved: { by: han-mei, on: 2026-01-12 }
                             ▔
        → Let another authorised person approve, or another person prepare.

      content/procedures/ST-B-02.mdx:21:20 error REF-05
        ST-C-01 “Checking a quotation” is not in force on 2026-06-01
        21 │ related: [ST-B-01, ST-C-01, ST-E-001]
                                ▔
        → It takes effect on 2026-06-02: let this document take effect no earlier, or drop the reference.
        (about the version that readers see now, not the working text)

      content/procedures/ST-B-02.mdx:99:19 error REF-01
        《报价核对指导书》 (ST-C-01) is not in force on 2026-06-01
        99 │ 接单负责人填写《订单登记表》，价格按《报价核对指导书》算，交付要求不低于《社区印刷品交付公约》。
                                                 ▔
        → Release ST-C-01 so that it is effective, or drop the 《》.
        (about the version that readers see now, not the working text)

      Coverage of mini:2020: procedure 3 of 3, owner role 3 of 3, lead department 3 of 3, documented information 2 of 2
      3 errors, 1 warning, 1 info (REF-01 × 2, APP-02 × 1, REF-05 × 1, VER-08 × 1)"
    `);
  });

  test('without findings it is the summary alone', async () => {
    const { options } = await reportSample();
    expect(textReport([], reportCoverage(undefined), options('zh'))).toBe('0 个错误，0 个警告，0 个提示');
  });

  test('what is missing in the coverage is named', async () => {
    const { findings, coverage, options } = await reportSample([
      { file: 'procedures/ST-B-01.mdx', replace: '    - mini:2020/4.2\n', with: '' },
      { file: 'matrix/ST-A-03.mdx', replace: '{ YWS: lead, ZLS: support }', with: '{ ZLS: support }' },
      { file: 'forms/ST-D-02-01.yaml', replace: 'provides:\n  - mini:2020/5.1/order-records\n', with: '' },
    ]);
    const summary = (language: Language) =>
      textReport(findings, coverage, options(language)).split('\n\n').at(-1)!.split('\n').slice(0, -1);
    expect(summary('zh')).toMatchInlineSnapshot(`
      [
        "mini:2020 的落实：程序 3/3，负责角色 3/3，主责部门 3/3，成文信息 2/2",
        "  编辑稿不同：程序 2/3，负责角色 2/3，主责部门 2/3，成文信息 1/2",
        "    缺程序：4.2 文件",
        "    缺负责角色：4.2 文件",
        "    缺主责部门：5.1 订单受理",
        "    缺成文信息：5.1/order-records 订单记录",
      ]
    `);
    expect(summary('en')).toMatchInlineSnapshot(`
      [
        "Coverage of mini:2020: procedure 3 of 3, owner role 3 of 3, lead department 3 of 3, documented information 2 of 2",
        "  the working texts differ: procedure 2 of 3, owner role 2 of 3, lead department 2 of 3, documented information 1 of 2",
        "    no procedure: 4.2 Documents",
        "    no owner role: 4.2 Documents",
        "    no lead department: 5.1 Order intake",
        "    no documented information: 5.1/order-records Order records",
      ]
    `);
  });

  test('of many gaps the first ten are named', async () => {
    const { coverage, options } = await reportSample();
    const missing = Array.from({ length: 57 }, (_, index) => ({
      reference: `mini:2020/${index + 1}`,
      title: { zh: '条款', en: 'Clause' },
    }));
    const many = {
      working: coverage.working.map((item) => ({ ...item, procedure: { met: 0, of: 57, missing } })),
      inForce: [],
    };
    expect(textReport([], many, options('zh'))).toMatch(/缺程序：1 条款、.*、10 条款……另有 47 处\n/);
    expect(textReport([], many, options('en'))).toMatch(/no procedure: 1 Clause, .*, 10 Clause … and 47 more\n/);
  });

  test('the coverage is that of what is in force; what the working texts change stands below it', () => {
    const clause = { file: 'procedures/ST-B-01.mdx', replace: '    - mini:2020/4.2\n', with: '' };
    const folder = tinyHandbook([clause]);
    const lines = (language: Language) => {
      const { library } = openHandbook(folder, asOf);
      return summaryText([], reportCoverage(library), { language }).split('\n').slice(0, -1);
    };
    const gap = ['  缺程序：4.2 文件', '  缺负责角色：4.2 文件'];
    const head = 'mini:2020 的落实：程序 2/3，负责角色 2/3，主责部门 3/3，成文信息 2/2';
    expect(lines('zh')).toEqual([head, ...gap]);
    apply(folder, {
      file: clause.file,
      replace: '  primary:\n    - mini:2020/4.1\n',
      with: '  primary:\n    - mini:2020/4.1\n    - mini:2020/4.2\n',
    });
    expect(lines('zh')).toEqual([head, ...gap, '  编辑稿不同：程序 3/3，负责角色 3/3，主责部门 3/3，成文信息 2/2']);
    expect(lines('en').at(-1)).toMatch(/^ {2}the working texts differ: procedure 3 of 3, /);
  });

  test('before anything is in force the coverage is that of the working texts, and says so', () => {
    const { library } = openHandbook(workingTexts(), asOf);
    const [line] = summaryText([], reportCoverage(library), { language: 'zh' }).split('\n');
    expect(line).toMatch(/^mini:2020 的落实（编辑稿，还没有现行有效的文件）：程序 3\/3，/);
    expect(reportCoverage(library).inForce).toEqual([]);
  });

  test('the coverage says that it leaves out what cannot be read', async () => {
    const { findings, coverage, options } = await reportSample();
    const unread: Finding = { ...findings[0]!, rule: 'SRC-03' };
    const lines = textReport([...findings, unread], coverage, options('zh')).split('\n');
    expect(lines.at(-2)).toBe('  （有文件读不出：已发布过的按发布版计入，其余没有计入）');
    expect(textReport(findings, coverage, options('zh'))).not.toContain('读不出');
  });

  describe('what is waived', () => {
    const accepted: Edit = { file: 'registers/waivers.yaml', create: waiver };

    test('is counted, not listed', async () => {
      const { findings, coverage, options } = await reportSample([accepted]);
      const text = textReport(findings, coverage, options('zh'));
      expect(text).not.toContain('错误 REF-05');
      expect(text.split('\n').at(-1)).toBe(
        '2 个错误，1 个警告，1 个提示（REF-01 × 2，APP-02 × 1，VER-08 × 1）；另有 1 个已豁免',
      );
      expect(textReport(findings, coverage, options('en'))).toMatch(/; 1 more waived$/);
    });

    test('is listed last when asked for, with reason, approver and last day', async () => {
      const { findings, coverage, options } = await reportSample([accepted]);
      const blocks = textReport(findings, coverage, { ...options('zh'), showWaived: true }).split('\n\n');
      expect(blocks.at(-2)).toContain('错误 REF-05');
      expect(blocks.at(-2)!.split('\n').at(-1)).toBe(
        '  已豁免至 2026-12-31（han-mei 批准）：《报价核对指导书》下月实施',
      );
    });
  });

  const finding: Finding = {
    rule: 'REF-01',
    severity: 'error',
    file: 'content/x.mdx',
    line: 12,
    column: 1,
    message: { zh: '甲', en: 'a' },
    editions: ['working'],
  };
  const render = (line: string | undefined, column: number, colour = false) =>
    findingText({ ...finding, column }, { language: 'zh', colour, lineOf: () => line }).split('\n');

  /** Columns of a terminal: Chinese characters and their punctuation take two. */
  const width = (text: string) => [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);

  test.each([
    ['letters', 'title: abc', 'abc'],
    ['Chinese', '接单见《订单受理办法》。', '《订单'],
    ['a mixture', '  - { name: 规格（A4）, by: x }', 'by: x'],
    ['the first column', 'number: 1', 'number'],
  ])('the mark stands below the word behind %s', (_, line, word) => {
    const [, , source = '', mark = ''] = render(line, line.indexOf(word) + 1);
    expect(source).toContain(line);
    expect(mark.trim()).toBe('▔');
    expect(width(mark.slice(0, mark.indexOf('▔')))).toBe(width(source.slice(0, source.indexOf(word))));
  });

  test('of a file of another program nothing is shown', () => {
    expect(render('PK\u0003\u0004\u0014\u0006', 1)).toEqual(render(undefined, 1));
  });

  test('of a line of thousands of characters only what stands around the place is shown', () => {
    const [, , source = '', mark = ''] = render(`${'甲'.repeat(3000)}乙${'丙'.repeat(3000)}`, 3001);
    expect(source.trim()).toBe(`12 │ …${'甲'.repeat(60)}乙${'丙'.repeat(179)}…`);
    expect(width(mark.slice(0, mark.indexOf('▔')))).toBe(width(source.slice(0, source.indexOf('乙'))));
    const [, , start = ''] = render(`乙${'丙'.repeat(3000)}`, 1);
    expect(start.trim()).toBe(`12 │ 乙${'丙'.repeat(239)}…`);
  });

  test('a line that is not there, or is blank, is left out with its mark', () => {
    expect(render(undefined, 1)).toEqual(['content/x.mdx:12:1 错误 REF-01', '  甲']);
    expect(render('   ', 1)).toEqual(['content/x.mdx:12:1 错误 REF-01', '  甲']);
  });

  test('colour is there only when asked for', () => {
    expect(render('abc', 1, true).join('\n')).toContain('\u001b[');
    expect(render('abc', 1).join('\n')).not.toContain('\u001b[');
  });
});

describe('order', () => {
  const at = (file: string, line: number, column: number, rule: string, en = ''): Finding => ({
    rule,
    severity: 'error',
    file,
    line,
    column,
    message: { zh: '', en },
    editions: ['working'],
  });

  test('by file, line, column, rule and message, with figures as numbers', () => {
    const sorted = [
      at('a.yaml', 2, 9, 'REF-07'),
      at('a.yaml', 10, 1, 'VER-01'),
      at('a.yaml', 10, 2, 'APP-01'),
      at('a.yaml', 10, 2, 'VER-01', 'a'),
      at('a.yaml', 10, 2, 'VER-01', 'b'),
      at('b.yaml', 1, 1, 'APP-01'),
    ];
    expect([...sorted].reverse().sort(byPlace)).toEqual(sorted);
    expect([sorted[3], sorted[0], sorted[5], sorted[1], sorted[4], sorted[2]].sort((a, b) => byPlace(a!, b!))).toEqual(
      sorted,
    );
  });

  test('of an inspection, twice the same', async () => {
    const [first, second] = [await reportSample(), await reportSample()];
    expect(first.findings.length).toBeGreaterThan(3);
    expect(first.findings).toEqual([...first.findings].sort(byPlace));
    expect(second.findings).toEqual(first.findings);
  });

  test('also where the handbook cannot be opened', async () => {
    const folder = emptyFolder();
    apply(folder, { file: 'standards/b.yaml', create: 'id: 1\n' });
    apply(folder, { file: 'roles/a.mdx', create: '---\nid: Boss\n---\n' });
    const { library, findings } = await inspect(folder, asOf);
    expect(library).toBeUndefined();
    expect(findings).toEqual([...findings].sort(byPlace));
    expect(new Set(findings.map(({ file }) => within(folder, file)))).toEqual(
      new Set(['handbook.yaml', 'roles/a.mdx', 'standards/b.yaml']),
    );
  });
});

describe('coverage', () => {
  const all = (count: number) => ({ met: count, of: count, missing: [] });

  test('of the base: every leaf is met, owned and led, and all information is provided', () => {
    const { library } = openHandbook(tinyHandbook(), asOf);
    const full = {
      standard: 'mini:2020',
      excluded: [],
      procedure: all(3),
      owner: all(3),
      department: all(3),
      information: all(2),
    };
    expect(coverageSummary(library!.working)).toEqual([full]);
    expect(coverageSummary(library!.inForce)).toEqual([full]);
  });

  test('a row says by whom and with what a clause is met', () => {
    const { library } = openHandbook(tinyHandbook(), asOf);
    const row = coverage(library!.working).find(({ clause }) => clause.number === '5.1')!;
    expect({
      procedure: row.procedure?.number,
      owner: row.owner?.id,
      department: row.department?.id,
      information: row.information.map((item) => [item.reference, item.providers.map(({ number }) => number)]),
    }).toEqual({
      procedure: 'ST-B-02',
      owner: 'order-lead',
      department: 'YWS',
      information: [['mini:2020/5.1/order-records', ['ST-D-02-01']]],
    });
  });

  test('counts and names what is missing', () => {
    const folder = tinyHandbook();
    apply(folder, { file: 'procedures/ST-B-01.mdx', replace: '    - mini:2020/4.2\n', with: '' });
    apply(folder, {
      file: 'procedures/ST-B-02.mdx',
      replace: 'owner: order-lead\ndepartment',
      with: 'owner: boss\ndepartment',
    });
    apply(folder, { file: 'matrix/ST-A-03.mdx', replace: '{ YWS: lead, ZLS: support }', with: '{ ZLS: support }' });
    apply(folder, { file: 'forms/ST-D-02-01.yaml', replace: 'provides:\n  - mini:2020/5.1/order-records\n', with: '' });
    const { library } = openHandbook(folder, asOf);
    const [summary] = coverageSummary(library!.working);
    const references = (aspect: 'procedure' | 'owner' | 'department' | 'information') =>
      summary![aspect].missing.map(({ reference }) => reference);
    expect(summary).toMatchObject({
      standard: 'mini:2020',
      procedure: { met: 2, of: 3 },
      owner: { met: 1, of: 3 },
      department: { met: 2, of: 3 },
      information: { met: 1, of: 2 },
    });
    expect(references('procedure')).toEqual(['mini:2020/4.2']);
    expect(references('owner')).toEqual(['mini:2020/4.2', 'mini:2020/5.1']);
    expect(references('department')).toEqual(['mini:2020/5.1']);
    expect(summary!.information.missing).toEqual([
      { reference: 'mini:2020/5.1/order-records', title: { zh: '订单记录', en: 'Order records' } },
    ]);
  });

  test('an exclusion counts until its last day, where the standard permits one', () => {
    const excluded = (exclusions: string): Edit[] => [
      { file: 'standards/mini-2020.yaml', replace: 'exclusions: none', with: `exclusions: ${exclusions}` },
      {
        file: 'handbook.yaml',
        replace: '  - id: mini:2020\n',
        with: '  - id: mini:2020\n    exclusions:\n      - { clause: mini:2020/4.2, justification: 由总店管理, approved: han-mei, until: 2026-06-30 }\n',
      },
    ];
    const leaves = (folder: string, day: string) =>
      coverageSummary(openHandbook(folder, day).library!.working)[0]!.procedure.of;
    const permitted = tinyHandbook(excluded('justified'));
    expect(leaves(permitted, '2026-06-30')).toBe(2);
    expect(leaves(permitted, '2026-07-01')).toBe(3);
    expect(leaves(tinyHandbook(excluded('none')), '2026-06-30')).toBe(3);
    // It is not only not counted, but named.
    const summary = coverageSummary(openHandbook(permitted, '2026-06-30').library!.working);
    expect(summary[0]!.excluded.map(({ reference }) => reference)).toEqual(['mini:2020/4.2']);
    expect(summaryText([], { working: summary, inForce: summary }, { language: 'zh' })).toContain(
      '  不适用：4.2 文件（han-mei 批准，至 2026-06-30）：由总店管理',
    );
    expect(summaryText([], { working: summary, inForce: summary }, { language: 'en' })).toContain(
      '  not applicable: 4.2 ',
    );
  });
});
