/** What people write wrong: each fault is reported at the very key or word, with advice in both languages. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inspect } from '../../src/checks/run.ts';
import { apply, asOf, emptyFolder, tinyHandbook, within, type Edit } from '../fixtures/tiny-handbook.ts';

/** The base, all released, then edited; and what is found in it, apart from the news that texts are unreleased. */
async function edited(edits: readonly Edit[]) {
  const folder = tinyHandbook();
  for (const edit of edits) apply(folder, edit);
  const found = await findings(folder);
  return { folder, found: found.filter(({ rule }) => rule !== 'VER-08') };
}

async function findings(folder: string) {
  const { findings } = await inspect(folder, asOf);
  for (const { message, hint, line, column } of findings) {
    for (const text of [message.zh, message.en, hint?.zh, hint?.en]) expect(text).toMatch(/\S/);
    expect(Math.min(line, column)).toBeGreaterThan(0);
  }
  return findings.map((finding) => ({ ...finding, file: within(folder, finding.file) }));
}

/** Line and column of the only occurrence of a word in a file. */
function placeOf(folder: string, file: string, word: string): { line: number; column: number } {
  const text = readFileSync(join(folder, file), 'utf8').replace(/^\uFEFF/, '');
  const [before = '', ...rest] = text.split(word);
  if (rest.length !== 1) throw new Error(`“${word}” stands ${rest.length} times in ${file}, not once`);
  const lines = before.split(/\r?\n/);
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}

const procedure = 'procedures/ST-B-02.mdx';
const policy = 'policies/ST-A-02.mdx';

interface Mistake {
  name: string;
  edit: Edit;
  /** What stands at the place of the finding. */
  word: string;
  rule: string;
  zh: string;
  en: string;
  /** A piece of the hints. */
  hint: { zh: string; en: string };
}

describe('in front matter and YAML', () => {
  const mistakes: Mistake[] = [
    {
      name: 'a bracket that is not closed',
      edit: { file: procedure, replace: 'scope: 适用', with: 'scope: [适用' },
      // The bracket is missed only where the next key comes.
      word: 'inputs:',
      rule: 'SRC-02',
      zh: 'YAML 语法错误',
      en: 'YAML syntax error',
      hint: { zh: '检查缩进', en: 'Check indentation' },
    },
    {
      name: 'a tab as indentation',
      edit: { file: procedure, replace: '  scope: ', with: '\tscope: ' },
      word: '\tscope',
      rule: 'SRC-02',
      zh: 'YAML 语法错误',
      en: 'YAML syntax error',
      hint: { zh: '不用制表符', en: 'no tabs' },
    },
    {
      name: 'a text where a list is wanted',
      edit: { file: procedure, replace: 'support: [ZLS]', with: 'support: ZLS' },
      word: 'ZLS',
      rule: 'SRC-03',
      zh: '“support”应为列表，现为“ZLS”',
      en: '“support” must be a list, it is “ZLS”',
      hint: { zh: '写成列表', en: 'Write a list' },
    },
    {
      name: 'a mapping where text is wanted, deep inside',
      edit: { file: procedure, replace: 'name: 确认样张\n', with: 'name: { zh: 确认 }\n' },
      word: '{ zh: 确认 }',
      rule: 'SRC-03',
      zh: '“activities 第 2 项的 name”应为文字，现为键值对',
      en: '“activities, entry 2, name” must be text, it is a mapping',
      hint: { zh: '写成文字', en: 'Write text' },
    },
    {
      name: 'a version that YAML takes for a number',
      edit: { file: procedure, replace: 'version: A/1\nclass', with: 'version: 1.10\nclass' },
      word: '1.10',
      rule: 'SRC-03',
      zh: '“version”应为文字，现为 1.1',
      en: '“version” must be text, it is 1.1',
      hint: { zh: "加引号：'1.10'", en: "Put it in quotes: '1.10'" },
    },
    {
      name: 'an unknown key, with what was meant',
      edit: { file: procedure, replace: 'keywords:', with: 'keyword:' },
      word: 'keyword:',
      rule: 'SRC-03',
      zh: '未知的键“keyword”',
      en: 'Unknown key “keyword”',
      hint: { zh: '是否想写“keywords”？', en: 'Did you mean “keywords”?' },
    },
    {
      name: 'an unknown key far from all others',
      edit: { file: procedure, replace: 'target: ≥ 98%', with: 'target: ≥ 98%\n      zzz: 1' },
      word: 'zzz',
      rule: 'SRC-03',
      zh: '未知的键“zzz”',
      en: 'Unknown key “zzz”',
      hint: { zh: 'name、formula、target', en: 'name, formula, target' },
    },
    {
      name: 'a missing key, at the mapping that lacks it',
      edit: { file: procedure, replace: '    accountable: print-lead\n', with: '' },
      word: 'id: rework',
      rule: 'SRC-03',
      zh: '缺少“activities 第 3 项的 accountable”',
      en: '“activities, entry 3, accountable” is missing',
      hint: { zh: '补上键“accountable”', en: 'Add the key “accountable”' },
    },
    {
      name: 'a word that is not allowed',
      edit: { file: procedure, replace: 'frequency: monthly', with: 'frequency: montly' },
      word: 'montly',
      rule: 'SRC-03',
      zh: '“process.metrics 第 1 项的 frequency”不能是“montly”',
      en: '“process.metrics, entry 1, frequency” cannot be “montly”',
      hint: { zh: '是否想写“monthly”？可用：daily', en: 'Did you mean “monthly”? Allowed: daily' },
    },
    {
      name: 'a number out of range',
      edit: { file: procedure, replace: 'reviewMonths: 12', with: 'reviewMonths: 0' },
      word: '0\nkeywords',
      rule: 'SRC-03',
      zh: '“reviewMonths”不能小于 1',
      en: '“reviewMonths” must be at least 1',
      hint: { zh: '写 1 或更大的数', en: 'Write 1 or more' },
    },
    {
      name: 'an empty list where something is needed',
      edit: { file: procedure, replace: 'from: [paper-mill]', with: 'from: []' },
      word: '[]',
      rule: 'SRC-03',
      zh: '“process.inputs 第 2 项的 from”不能为空',
      en: '“process.inputs, entry 2, from” must not be empty',
      hint: { zh: '写上内容', en: 'Fill it in' },
    },
    {
      name: 'a day that does not exist',
      edit: { file: procedure, replace: 'effective: 2026-02-02', with: 'effective: 2026-02-29' },
      word: '2026-02-29',
      rule: 'SRC-03',
      zh: '“effective”写法不对：“2026-02-29”',
      en: '“effective” is not written correctly: “2026-02-29”',
      hint: { zh: '应为存在的日期', en: 'It must be an existing day' },
    },
    {
      name: 'an unknown clause',
      edit: { file: policy, replace: 'mini:2020/4.1', with: 'mini:2020/4.7' },
      word: 'mini:2020/4.7',
      rule: 'MAP-05',
      zh: 'MINI 2020 没有条款 4.7',
      en: 'MINI 2020 has no clause 4.7',
      hint: { zh: '是否想写“4.1”或“4.2”？', en: 'Did you mean “4.1” or “4.2”?' },
    },
    {
      name: 'departments above each other',
      edit: {
        file: 'organisation/departments.yaml',
        replace: '    head: han-mei',
        with: '    parent: YWS\n    head: han-mei',
      },
      word: 'YWS\n    head: han-mei',
      rule: 'ORG-01',
      zh: '部门隶属成环：GLB → YWS → GLB',
      en: 'Departments in a circle: GLB → YWS → GLB',
      hint: { zh: '改正其中一个部门的 parent', en: 'Correct the parent of one of them' },
    },
  ];

  test.each(mistakes)('$name', async ({ edit, word, rule, zh, en, hint }) => {
    const { folder, found } = await edited([edit]);
    expect(found).toEqual([
      expect.objectContaining({
        rule,
        file: edit.file,
        ...placeOf(folder, edit.file, word),
        message: { zh: expect.stringContaining(zh), en: expect.stringContaining(en) },
        hint: { zh: expect.stringContaining(hint.zh), en: expect.stringContaining(hint.en) },
      }),
    ]);
  });

  test('the second of two documents with one number', async () => {
    const file = 'forms/ST-D-02-02.yaml';
    const { folder, found } = await edited([{ file, replace: 'number: ST-D-02-02', with: 'number: ST-D-02-01' }]);
    const [first, ...others] = found.filter(({ rule }) => rule === 'NUM-01');
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      file,
      ...placeOf(folder, file, 'ST-D-02-01'),
      message: { zh: expect.stringContaining('forms/ST-D-02-01.yaml 使用') },
    });
  });
});

describe('a value that was released otherwise', () => {
  const noOwner: Edit = { file: procedure, replace: '    accountable: print-lead\n', with: '' };

  async function hints(edits: readonly Edit[]) {
    const { found } = await edited(edits);
    expect(found.map((finding) => Object.keys(finding))).not.toContainEqual(expect.arrayContaining(['path']));
    return found.filter(({ rule }) => rule === 'SRC-03').map(({ hint }) => hint!);
  }

  test('is quoted', async () => {
    expect(await hints([{ file: policy, replace: 'effective: 2026-02-02', with: 'effective: 2026-02-30' }])).toEqual([
      {
        zh: '应为存在的日期，写作 2026-03-01。A/0 发布时为“2026-02-02”。',
        en: 'It must be an existing day, written 2026-03-01. It was released in A/0 as “2026-02-02”.',
      },
    ]);
  });

  test('also one in a list that is otherwise as it was', async () => {
    const [hint] = await hints([noOwner]);
    expect(hint?.zh).toMatch(/A\/1 发布时为“print-lead”。$/);
  });

  test('but not where entries may have moved', async () => {
    const [hint] = await hints([noOwner, { file: procedure, replace: 'name: 登记订单', with: 'name: 登记' }]);
    expect(hint?.zh).toMatch(/误删的用 git 恢复。$/);
  });

  test('nor what is no single value, or was never released', async () => {
    const [list] = await hints([{ file: policy, replace: 'changes:', with: 'changes: 无\nchange-notes:' }]);
    expect(list?.zh).not.toContain('发布时');
    const folder = tinyHandbook();
    apply(folder, { file: 'plans/ST-C-52.mdx', create: '---\nnumber: ST-C-52\nversion: 1\n---\n' });
    for (const { hint } of await findings(folder)) expect(hint?.zh).not.toContain('发布时');
  });
});

describe('in MDX', () => {
  const traps: [word: string, line: string, zh: string, en: string, hint: string][] = [
    ['<4', '响应时限<4 小时。', '“<4”不能这样写', '“<4” cannot be written like this', '&lt;'],
    ['{P1}', '优先级为{P1}的订单。', '不允许表达式“{P1}”', 'Expressions such as “{P1}” are not allowed', '&#123;'],
    ['{P1', '只有左边的{P1', '不允许表达式“{P1”', 'Expressions such as “{P1” are not allowed', '&#123;'],
    ['<br>', '第一行<br>第二行', '不能使用 HTML 标签“<br>”', 'HTML tags such as “<br>” are not allowed', '另起一段'],
    [
      '<br/>',
      '第一行<br/>第二行',
      '不能使用 HTML 标签“<br/>”',
      'HTML tags such as “<br/>” are not allowed',
      '另起一段',
    ],
    ['import', "import Chart from './chart.js'", '不允许“import”', '“import” is not allowed', '删除这一行'],
    ['export', 'export const a = 1', '不允许“export”', '“export” is not allowed', '删除这一行'],
    ['<!--', '正文 <!-- 待改 -->', '不支持 HTML 注释', 'no HTML comments', '删除注释'],
    [
      '{#aim}',
      '## 2 目标 {#aim}',
      '不允许表达式“{#aim}”',
      'Expressions such as “{#aim}” are not allowed',
      '章节的锚点由编号得出',
    ],
    ['<日期>', '填写<日期>。', '“<日期>”会被当作组件', '“<日期>” would be read as a component', '〈…〉'],
    [
      '<https',
      '见<https://example.com>',
      '链接不能写成“<https://example.com>”',
      'A link cannot be written',
      '去掉尖括号',
    ],
    ['</Note>', '</Note>', 'MDX 语法错误', 'MDX syntax error', '组件要成对'],
    ['<Note>', '<Note>没有结束', '组件 <Note> 没有结束', 'The component <Note> is not closed', '加上 </Note>'],
  ];

  test.each(traps)('%s', async (word, line, zh, en, hint) => {
    const { folder, found } = await edited([{ file: policy, append: `\n${line}\n` }]);
    // The parser names the place behind the “<” of a closing tag that closes nothing.
    const { line: row, column } = placeOf(folder, policy, word);
    expect(found).toEqual([
      expect.objectContaining({
        rule: 'SRC-04',
        file: policy,
        line: row,
        column: word === '</Note>' ? column + 1 : column,
        message: { zh: expect.stringContaining(zh), en: expect.stringContaining(en) },
        hint: expect.objectContaining({ zh: expect.stringContaining(hint) }),
      }),
    ]);
  });

  const components: [word: string, line: string, zh: string, hint: string][] = [
    ['<Notice>', '<Notice>样张</Notice>', '没有名为 <Notice> 的组件', '可用的组件：Note、'],
    ['<note>', '<note>样张</note>', '不能使用 HTML 标签 <note>', '是否想写 <Note>？'],
    ['<font', '先看<font color="red">样张</font>', '不能使用 HTML 标签 <font>', '留下文字'],
    ['<p>', '<p>没有结束', '不能使用 HTML 标签 <p>', '留下文字'],
    ['knd', '<Note knd="example">样张</Note>', '组件 <Note>：未知的键“knd”', '是否想写“kind”？'],
    ['kind="hint"', '<Note kind="hint">样张</Note>', '组件 <Note>：“kind”不能是“hint”', '可用：note、caution、example'],
    ['<ClauseCor', '<ClauseCorrespondence />', '组件 <ClauseCorrespondence>：缺少“standard”', '补上键“standard”'],
    ['<hasOwnProperty', '<hasOwnProperty />', '不能使用 HTML 标签 <hasOwnProperty>', '可用的组件'],
  ];

  test.each(components)('%s', async (word, line, zh, hint) => {
    const { folder, found } = await edited([{ file: policy, append: `\n${line}\n` }]);
    expect(found).toEqual([
      expect.objectContaining({
        rule: 'SRC-05',
        file: policy,
        ...placeOf(folder, policy, word),
        message: expect.objectContaining({ zh: expect.stringContaining(zh) }),
        hint: expect.objectContaining({ zh: expect.stringContaining(hint) }),
      }),
    ]);
  });

  test.each([
    ['behind inline code that looks like a block', '```a``` {1 + 1}'],
    ['behind an escaped backslash', '路径 C:\\\\{1 + 1}'],
    ['behind an escaped backtick', '\\`a\\` {1 + 1}'],
    ['as a prop', '<Note kind={1 + 1}>样张</Note>'],
    ['as a spread prop', '<Note {...{}}>样张</Note>'],
    ['over several lines', '{\n1 + 1\n}'],
  ])('code is refused %s', async (_, text) => {
    const { found } = await edited([{ file: policy, append: `\n${text}\n` }]);
    expect(found.map(({ rule }) => rule)).toContain('SRC-04');
  });

  test('a title stands where it is written, whatever stands before it', async () => {
    const { folder, found } = await edited([
      {
        file: policy,
        append:
          '\n- 见 &lt; 与（www.example.com）\n  后的《甲》。\n\n| 列 | 列 |\n|---|---|\n| `a` | 《乙》 |\n\n> 引《丙\n> 丁》\n',
      },
    ]);
    const titles = ['《甲》', '《乙》', '《丙'];
    expect(found.map(({ line, column }) => ({ line, column }))).toEqual(
      titles.map((title) => placeOf(folder, policy, title)),
    );
    expect(found.at(-1)!.message.zh).toBe('没有名为《丙丁》的文件');
  });
});

describe('folders and bytes', () => {
  test.each([
    ['does not exist', () => join(emptyFolder(), 'nowhere'), '内容文件夹不存在'],
    ['is empty', () => emptyFolder(), '内容文件夹是空的'],
  ])('a content folder that %s', async (_, make, zh) => {
    const folder = make();
    const { library, findings: found } = await inspect(folder, asOf);
    expect(library).toBeUndefined();
    expect(found).toEqual([
      expect.objectContaining({
        rule: 'SRC-01',
        line: 1,
        column: 1,
        message: expect.objectContaining({ zh }),
        hint: expect.objectContaining({
          zh: expect.stringContaining('--content'),
          en: expect.stringContaining('--content'),
        }),
      }),
    ]);
    expect(within(folder, found[0]!.file)).toBe('');
  });

  test('without handbook.yaml nothing can be judged, but faults of other files are still told', async () => {
    const { found } = await edited([
      { file: 'handbook.yaml', delete: true },
      { file: 'roles/print-lead.mdx', replace: 'department: YWS', with: 'department: yws' },
    ]);
    expect(found.map(({ rule, file, line }) => [rule, file, line])).toEqual([
      ['SRC-01', 'handbook.yaml', 1],
      ['SRC-03', 'roles/print-lead.mdx', 4],
    ]);
  });

  test('GBK bytes: the first that is not UTF-8', async () => {
    const folder = tinyHandbook();
    const path = join(folder, policy);
    const text = readFileSync(path, 'utf8');
    const [before = '', after = ''] = text.split('说到的日子');
    // 事件 in GBK
    writeFileSync(
      path,
      Buffer.concat([Buffer.from(`${before}\n`), Buffer.from([0xca, 0xc2, 0xbc, 0xfe]), Buffer.from(after)]),
    );
    const found = (await findings(folder)).filter(({ rule }) => rule === 'SRC-01');
    expect(found).toEqual([
      expect.objectContaining({
        rule: 'SRC-01',
        file: policy,
        line: before.split('\n').length + 1,
        column: 1,
        message: { zh: '文件不是 UTF-8 编码', en: 'The file is not UTF-8' },
        hint: { zh: expect.stringContaining('GBK'), en: expect.stringContaining('GBK') },
      }),
    ]);
  });

  test('byte-order mark and Windows line ends are accepted, and places are right', async () => {
    const folder = tinyHandbook();
    for (const file of [policy, 'handbook.yaml', 'forms/ST-D-02-01.yaml']) {
      const path = join(folder, file);
      writeFileSync(path, `\uFEFF${readFileSync(path, 'utf8').replaceAll('\n', '\r\n')}`);
    }
    expect(await findings(folder)).toEqual([]);

    apply(folder, { file: policy, replace: 'owner: director', with: 'owner: directer' });
    apply(folder, { file: policy, append: '\r\n见《无》。\r\n' });
    const found = (await findings(folder)).filter(({ rule }) => rule !== 'VER-08');
    expect(found.map(({ rule, line, column }) => ({ rule, line, column }))).toEqual([
      { rule: 'ROL-01', ...placeOf(folder, policy, 'directer') },
      { rule: 'REF-01', ...placeOf(folder, policy, '《无》') },
    ]);
  });

  test('a blank behind the dashes is seen by nobody and does no harm; places are right', async () => {
    const { found, folder } = await edited([
      { file: policy, replace: '---\nnumber: ST-A-02', with: '--- \nnumber: ST-A-02' },
      { file: policy, replace: 'owner: director', with: 'ovner: director' },
    ]);
    expect(found).toMatchObject([{ rule: 'SRC-03', file: policy, ...placeOf(folder, policy, 'ovner') }]);
  });

  test('a name in one language is written in both', async () => {
    const { found } = await edited([
      { file: 'organisation/people.yaml', replace: 'name: { zh: 陶然, en: Tao Ran }', with: 'name: 陶然' },
    ]);
    expect(found[0]).toMatchObject({
      rule: 'SRC-03',
      hint: { zh: expect.stringContaining('写成 { zh: 陶然, en: … }。') },
    });
  });

  test('one byte changed in a frozen release', async () => {
    const file = 'history/ST-B-02/A-1/ST-B-02.mdx';
    const { found } = await edited([{ file, replace: '≥ 98%', with: '≥ 88%' }]);
    expect(found).toEqual([
      expect.objectContaining({
        rule: 'VER-05',
        file,
        line: 1,
        column: 1,
        document: 'ST-B-02',
        editions: ['in-force'],
        message: expect.objectContaining({ zh: expect.stringMatching(/台账 [0-9a-f]{12}…，现为 [0-9a-f]{12}…/) }),
        hint: expect.objectContaining({ zh: expect.stringMatching(/git checkout -- .*history\/ST-B-02\/A-1）/) }),
      }),
    ]);
  });

  test('a frozen file that is not UTF-8 is told once', async () => {
    const folder = tinyHandbook();
    writeFileSync(join(folder, 'history/ST-C-51/A-0/ST-C-51.mdx'), Buffer.from([0xca, 0xc2]));
    const found = (await findings(folder)).filter(({ rule }) => rule === 'SRC-01');
    expect(found.map(({ file }) => file)).toEqual(['history/ST-C-51/A-0/ST-C-51.mdx']);
  });
});

describe('all at once', () => {
  test('several faults in several files are reported in one run', async () => {
    const edits: Edit[] = [
      { file: procedure, replace: 'keywords:', with: 'keyword:' },
      { file: procedure, replace: 'frequency: monthly', with: 'frequency: montly' },
      { file: procedure, append: '\n交付{P1}<br>\n' },
      { file: policy, replace: 'owner: director', with: 'owner: directer' },
      { file: 'manual/ST-A-01/5.mdx', replace: '<Note kind="example">', with: '<Note sort="example">' },
      { file: 'plans/ST-C-51.mdx', replace: 'why: 新一年的目标', with: 'why: 新一年: 目标' },
      { file: 'roles/print-lead.mdx', replace: 'department: YWS', with: 'department: yws' },
      { file: 'registers/glossary.yaml', replace: 'synonyms: [打样, 小样]', with: 'synonyms: 打样' },
      {
        file: 'organisation/people.yaml',
        replace: 'role: director, from: 2019-03-01',
        with: 'role: director, from: 2019-3-1',
      },
    ];
    const { folder, found } = await edited(edits);
    const at = (rule: string, file: string, word: string) => ({ rule, file, ...placeOf(folder, file, word) });
    const expected = [
      at('SRC-03', procedure, 'keyword:'),
      at('SRC-03', procedure, 'montly'),
      at('SRC-04', procedure, '{P1}'),
      at('SRC-04', procedure, '<br>'),
      at('ROL-01', policy, 'directer'),
      at('SRC-05', 'manual/ST-A-01/5.mdx', 'sort='),
      at('SRC-02', 'plans/ST-C-51.mdx', ': 目标'),
      at('SRC-03', 'roles/print-lead.mdx', 'yws'),
      at('SRC-03', 'registers/glossary.yaml', '打样'),
      at('SRC-03', 'organisation/people.yaml', '2019-3-1'),
    ];
    const places = found.map(({ rule, file, line, column }) => ({ rule, file, line, column }));
    expect(places).toEqual(expect.arrayContaining(expected));
  });

  test('a fault in one working text brings no others: its release stands in', async () => {
    const { found } = await edited([{ file: procedure, replace: 'kind: procedure', with: 'kind: procedur' }]);
    expect(found.map(({ rule, file }) => [rule, file])).toEqual([['SRC-03', procedure]]);
  });
});

describe('damaged beyond recognition', () => {
  const files = [
    'handbook.yaml',
    'standards/mini-2020.yaml',
    'organisation/departments.yaml',
    'organisation/people.yaml',
    'roles/order-lead.mdx',
    'manual/ST-A-01/index.mdx',
    'manual/ST-A-01/4.mdx',
    procedure,
    'forms/ST-D-02-01.yaml',
    'matrix/ST-A-03.mdx',
    'registers/glossary.yaml',
    'registers/reviews.yaml',
    'registers/external-documents.yaml',
    'history/ledger.yaml',
    'history/ST-B-02/A-1/ST-B-02.mdx',
    'history/ST-A-01/A-0/index.mdx',
  ];
  const damages: Record<string, (bytes: Buffer) => string | Buffer> = {
    'is empty': () => '',
    'is one word': () => 'abc',
    'is a list': () => '- a\n- b\n',
    'is a line of dashes': () => '---\n',
    'holds nothing but null': () => '---\nnull\n---\n',
    'is cut off in the middle': (bytes) => bytes.subarray(0, bytes.length * 0.45),
    'begins with NUL': (bytes) => Buffer.concat([Buffer.from([0]), bytes]),
    'is UTF-16': (bytes) => Buffer.from(bytes.toString(), 'utf16le'),
    'has lost its values': (bytes) => bytes.toString().replace(/:([ ,"]).*$/gm, ':$1'),
    'has keys that JavaScript knows': (bytes) => bytes.toString().replace(/\b[a-z]+(?="?:)/g, 'constructor'),
  };

  test.each(files)('%s', async (file) => {
    const folder = tinyHandbook();
    const path = join(folder, file);
    const bytes = readFileSync(path);
    for (const [damage, make] of Object.entries(damages)) {
      writeFileSync(path, make(bytes));
      expect(await findings(folder), `${file} ${damage}`).not.toEqual([]);
    }
    writeFileSync(path, bytes);
    expect(await findings(folder)).toEqual([]);
  });
});
