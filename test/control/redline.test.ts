import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { redline, unchangedCollapsed, type Redline, type Word } from '../../src/control/redline.ts';

const parser = unified().use(remarkParse).use(remarkMdx).use(remarkGfm);
const parse = (text: string): Root => parser.parse(text);
const compare = (before: string, after: string): Redline => redline(parse(before), parse(after));

/** `同[-旧-]{+新+}` */
const written = (words: readonly Word[] = []): string =>
  words
    .map(({ text, change }) => (change === 'same' ? text : change === 'added' ? `{+${text}+}` : `[-${text}-]`))
    .join('');

/** One line a block: kind, change, text. */
const outline = ({ blocks }: Redline): string[] =>
  blocks.map((block) => {
    const text =
      block.cells?.map((cell) => written(cell.words)).join(' | ') ??
      block.after ??
      block.before ??
      written(block.words);
    return `${block.kind} ${block.change}${block.moved ? ' moved' : ''}: ${text}`;
  });

const base = `## 1 目的

规范事件的受理与处理。

## 5 过程描述

### 5.1 受理

服务台主管在 4 小时内受理全部事件。

- 登记编号
- 判定优先级
  - 按影响范围

### 5.2 升级

| 级别 | 时限 | 负责人 |
|---|---|---|
| 一级 | 1 小时 | 事件经理 |
| 二级 | 4 小时 | 服务台主管 |

\`\`\`mermaid
flowchart TD
  A --> B
\`\`\`

<Note kind="caution">
重大事件除外。
</Note>
`;

const edited = (from: string, to: string): Redline => {
  expect(base).toContain(from);
  return compare(base, base.replace(from, to));
};
const changes = (result: Redline): string[] => outline(result).filter((line) => !/^\w+ same/.test(line));

describe('blocks', () => {
  test('identical texts hold no change', () => {
    const result = compare(base, base);
    expect(result.changedSections).toEqual([]);
    expect(new Set(result.blocks.map(({ change }) => change))).toEqual(new Set(['same']));
    expect(outline(result)).toEqual([
      'heading same: 1 目的',
      'paragraph same: 规范事件的受理与处理。',
      'heading same: 5 过程描述',
      'heading same: 5.1 受理',
      'paragraph same: 服务台主管在 4 小时内受理全部事件。',
      'item same: 登记编号',
      'item same: 判定优先级',
      'item same: 按影响范围',
      'heading same: 5.2 升级',
      'row same: 级别 | 时限 | 负责人',
      'row same: 一级 | 1 小时 | 事件经理',
      'row same: 二级 | 4 小时 | 服务台主管',
      'code same: flowchart TD\n  A --> B',
      'component same: <Note kind="caution">',
      'paragraph same: 重大事件除外。',
    ]);
  });

  test('carry level, section and the row of column titles', () => {
    const { blocks } = compare(base, base);
    expect(blocks[7]).toEqual({
      kind: 'item',
      depth: 2,
      section: '5.1',
      change: 'same',
      words: [{ text: '按影响范围', change: 'same' }],
    });
    expect(blocks[8]).toMatchObject({ kind: 'heading', depth: 3, section: '5.2' });
    expect(blocks.map((block) => block.header ?? false).indexOf(true)).toBe(9);
    expect(blocks[10]).not.toHaveProperty('header');
  });

  test('are plain data', () => {
    const result = edited('4 小时内', '2 小时内');
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  test('a renamed heading is changed, and keeps its section', () => {
    const result = edited('### 5.2 升级', '### 5.2 派单与职能转移');
    expect(changes(result)).toEqual(['heading changed: 5.2 [-升级-]{+派单与职能转移+}']);
    expect(result.changedSections).toEqual(['5.2']);
  });

  test('a heading with another number is changed, and so named by the new number', () => {
    const result = edited('### 5.2 升级', '### 5.3 升级');
    expect(changes(result)).toEqual(['heading changed: [-5.2-]{+5.3+} 升级']);
    expect(result.changedSections).toEqual(['5.3']);
  });

  test('a heading on another level is changed', () => {
    expect(changes(edited('### 5.2 升级', '#### 5.2 升级'))).toEqual(['heading changed: 5.2 升级']);
  });

  test('a paragraph that was moved is removed here and added there, and said to be moved', () => {
    const result = compare(
      '## 1 甲\n\n服务台主管受理事件。\n\n中间的一段文字。\n\n## 2 乙\n\n最后的一段文字。',
      '## 1 甲\n\n中间的一段文字。\n\n## 2 乙\n\n最后的一段文字。\n\n服务台主管受理事件。',
    );
    expect(changes(result)).toEqual([
      'paragraph removed moved: [-服务台主管受理事件。-]',
      'paragraph added moved: {+服务台主管受理事件。+}',
    ]);
    expect(result.changedSections).toEqual(['1', '2']);
  });

  test('an added paragraph beside an edited one', () => {
    const result = edited(
      '服务台主管在 4 小时内受理全部事件。',
      '本节适用于所有来源。\n\n服务台主管在 2 小时内受理全部事件。',
    );
    expect(changes(result)).toEqual([
      'paragraph added: {+本节适用于所有来源。+}',
      'paragraph changed: 服务台主管在 [-4-]{+2+} 小时内受理全部事件。',
    ]);
  });

  test('a paragraph with nothing in common is removed and added', () => {
    expect(changes(edited('规范事件的受理与处理。', '本程序适用于全公司。'))).toEqual([
      'paragraph removed: [-规范事件的受理与处理。-]',
      'paragraph added: {+本程序适用于全公司。+}',
    ]);
  });

  test('list items one by one', () => {
    expect(changes(edited('- 登记编号\n', '- 登记编号和来源\n- 通知用户\n'))).toEqual([
      'item changed: 登记编号{+和来源+}',
      'item added: {+通知用户+}',
    ]);
    expect(changes(compare('- [ ] 完成', '- [x] 完成'))).toEqual(['item changed: [[- -]{+x+}] 完成']);
  });

  test('a diagram that was changed gives both', () => {
    const result = edited('A --> B', 'A --> B --> C');
    expect(result.blocks.filter(({ change }) => change !== 'same')).toEqual([
      {
        kind: 'code',
        section: '5.2',
        change: 'changed',
        language: 'mermaid',
        before: 'flowchart TD\n  A --> B',
        after: 'flowchart TD\n  A --> B --> C',
      },
    ]);
  });

  test('a component by its tag, and what is in it as text', () => {
    expect(changes(edited('kind="caution"', 'kind="example"'))).toEqual([
      'component changed: <Note kind="[-caution-]{+example+}">',
    ]);
    expect(changes(edited('重大事件除外', '重大事件和安全事件除外'))).toEqual([
      'paragraph changed: 重大事件{+和安全事件+}除外。',
    ]);
    expect(outline(redline(undefined, parse('<Excerpt document="HC-1" />')))).toEqual([
      'component added: {+<Excerpt document="HC-1" />+}',
    ]);
  });

  test('quotes and code in a list are compared like others', () => {
    expect(
      changes(
        compare('> 甲说过的话\n\n- 项\n\n  ```sh\n  ls\n  ```', '> 乙说过的话\n\n- 项\n\n  ```sh\n  ls -l\n  ```'),
      ),
    ).toEqual(['paragraph changed: [-甲-]{+乙+}说过的话', 'code changed: ls -l']);
  });

  test('a new document is all added, a withdrawn one all removed, nothing is nothing', () => {
    expect(new Set(redline(undefined, parse(base)).blocks.map(({ change }) => change))).toEqual(new Set(['added']));
    const withdrawn = redline(parse(base), undefined);
    expect(new Set(withdrawn.blocks.map(({ change }) => change))).toEqual(new Set(['removed']));
    expect(withdrawn.blocks[12]).toMatchObject({ before: 'flowchart TD\n  A --> B' });
    expect(withdrawn.blocks[12]).not.toHaveProperty('after');
    expect(withdrawn.changedSections).toEqual(['1', '5', '5.1', '5.2']);
    expect(redline(undefined, undefined)).toEqual({ blocks: [], changedSections: [] });
  });

  test('text before the first heading has no section; a heading without a number gives its title', () => {
    expect(compare('甲\n\n## 说明\n\n乙', '丙\n\n## 说明\n\n丁').changedSections).toEqual(['', '说明']);
    expect(compare('## 附件2 职责\n\n乙', '## 附件2 职责\n\n丁').changedSections).toEqual(['附件2']);
  });
});

describe('words', () => {
  test('are whole Chinese words', () => {
    expect(changes(edited('服务台主管在 4 小时内受理全部事件', '服务台主管在 4 小时内确认全部事件'))).toEqual([
      'paragraph changed: 服务台主管在 4 小时内[-受理-]{+确认+}全部事件。',
    ]);
  });

  test('numbers of documents, sections and versions are one word', () => {
    expect(
      changes(
        compare(
          '见 HC-ITSM-B-21 第 5.3.1 条，版本 A/0，达到 99.5%。',
          '见 HC-ITSM-B-20 第 5.3.2 条，版本 A/1，达到 99.9%。',
        ),
      ),
    ).toEqual([
      'paragraph changed: 见 [-HC-ITSM-B-21-]{+HC-ITSM-B-20+} 第 [-5.3.1-]{+5.3.2+} 条，版本 [-A/0-]{+A/1+}，达到 [-99.5%-]{+99.9%+}。',
    ]);
  });

  test('another line break in the source is no change', () => {
    expect(changes(compare('服务台\n主管受理 two\nwords', '服务台主管受理 two words'))).toEqual([]);
  });

  test('marks show only where they were changed', () => {
    expect(changes(compare('见[程序](a.mdx)和**重点**内容', '见[程序](b.mdx)和**重点**内容'))).toEqual([
      'paragraph changed: 见程序[- (a.mdx)-]{+ (b.mdx)+}和重点内容',
    ]);
    expect(changes(compare('这是重点内容', '这是**重点**内容'))).toEqual([
      'paragraph changed: 这是{+**+}重点{+**+}内容',
    ]);
    expect(outline(redline(undefined, parse('见[程序](a.mdx)')))).toEqual(['paragraph added: {+见程序+}']);
  });

  test('marks of words that came or went are not shown: the words tell', () => {
    expect(changes(compare('由服务台受理', '由服务台和[事件经理](role:incident-mgr)受理'))).toEqual([
      'paragraph changed: 由服务台{+和事件经理+}受理',
    ]);
    expect(changes(compare('见[旧程序](a.mdx)', '见[新程序](b.mdx)'))).toEqual([
      'paragraph changed: 见[-旧-]{+新+}程序[- (a.mdx)-]{+ (b.mdx)+}',
    ]);
  });
});

describe('tables', () => {
  test('a row that was added', () => {
    const result = edited('| 二级 |', '| 特级 | 15 分钟 | 重大事件经理 |\n| 二级 |');
    expect(changes(result)).toEqual(['row added: {+特级+} | {+15 分钟+} | {+重大事件经理+}']);
  });

  test('a row that was changed, cell by cell', () => {
    const result = edited('| 二级 | 4 小时 |', '| 二级 | 2 小时 |');
    expect(changes(result)).toEqual(['row changed: 二级 | [-4-]{+2+} 小时 | 服务台主管']);
    expect(result.blocks.find(({ change }) => change === 'changed')?.cells?.map(({ change }) => change)).toEqual([
      'same',
      'changed',
      'same',
    ]);
  });

  test('a row is known by its first cell, however much else is new', () => {
    expect(changes(edited('| 一级 | 1 小时 | 事件经理 |', '| 一级 | 立即 | 总经理 |'))).toEqual([
      'row changed: 一级 | [-1 小时-]{+立即+} | [-事件经理-]{+总经理+}',
    ]);
  });

  test('a new column is one added cell in each row', () => {
    const table = '| 级别 | 负责人 |\n|---|---|\n| 一级 | 事件经理 |';
    const wider = '| 级别 | 时限 | 负责人 |\n|---|---|---|\n| 一级 | 1 小时 | 事件经理 |';
    expect(changes(compare(table, wider))).toEqual([
      'row changed: 级别 | {+时限+} | 负责人',
      'row changed: 一级 | {+1 小时+} | 事件经理',
    ]);
  });
});

describe('unchangedCollapsed', () => {
  const collapsed = (result: Redline, context?: number): string[] =>
    unchangedCollapsed(result, context).blocks.map((block) =>
      block.kind === 'gap' ? `… ${block.count}` : (outline({ blocks: [block], changedSections: [] })[0] as string),
    );

  test('keeps a change, what is beside it, and the headings above it', () => {
    const result = edited('- 登记编号', '- 登记新的编号');
    expect(collapsed(result)).toEqual([
      '… 2',
      'heading same: 5 过程描述',
      'heading same: 5.1 受理',
      'paragraph same: 服务台主管在 4 小时内受理全部事件。',
      'item changed: 登记{+新的+}编号',
      'item same: 判定优先级',
      '… 8',
    ]);
    expect(unchangedCollapsed(result).changedSections).toEqual(['5.1']);
  });

  test('keeps the column titles of a changed row, and does not hide a single block', () => {
    expect(collapsed(edited('| 二级 | 4 小时 |', '| 二级 | 2 小时 |'), 0)).toEqual([
      '… 2',
      'heading same: 5 过程描述',
      '… 5',
      'heading same: 5.2 升级',
      'row same: 级别 | 时限 | 负责人',
      'row same: 一级 | 1 小时 | 事件经理',
      'row changed: 二级 | [-4-]{+2+} 小时 | 服务台主管',
      '… 3',
    ]);
  });

  test('loses no block', () => {
    const result = edited('重大事件除外', '一律适用');
    const count = unchangedCollapsed(result).blocks.reduce(
      (sum, block) => sum + (block.kind === 'gap' ? block.count : 1),
      0,
    );
    expect(count).toBe(result.blocks.length);
  });

  test('nothing changed: one gap; nothing at all: nothing', () => {
    expect(collapsed(compare(base, base))).toEqual(['… 15']);
    expect(collapsed(compare('', ''))).toEqual([]);
  });
});

describe('size', () => {
  const table = (word: string): string =>
    [
      '| 编号 | 内容 |',
      '|---|---|',
      ...Array.from({ length: 400 }, (_, row) => `| 第${row}行${word} | 内容${row * 31}${word} |`),
    ].join('\n');

  test('a long run of changed rows is still paired', () => {
    expect(compare(table('旧'), table('新')).blocks.map(({ change }) => change)).toEqual([
      'same',
      ...Array(400).fill('changed'),
    ]);
  });

  test('a paragraph with thousands of changes is given as a whole', () => {
    const text = (every: number): string =>
      Array.from({ length: 6000 }, (_, at) => (at % every === 0 ? '甲' : '乙')).join(' ');
    const [block] = compare(text(3), text(2)).blocks;
    expect(block?.words?.map(({ change }) => change)).toEqual(['removed', 'added']);
  });
});

describe('speed', () => {
  const long = (word: string): Root =>
    parse(
      Array.from(
        { length: 160 },
        (_, index) =>
          `### 5.${index} 第${index}节\n\n第 ${index} 步由${word}在规定的时限内完成，并将结果记入记录表，逾期的按照升级程序处理，编号为 ${index * 7919}。`,
      ).join('\n\n'),
    );

  test('30 KB with a change in every paragraph, and two texts with nothing in common', () => {
    const [before, after, other] = [
      long('服务台主管'),
      long('事件经理'),
      parse('abc def ghi jkl. '.repeat(20).concat('\n\n').repeat(90)),
    ];
    redline(before, after);
    const start = performance.now();
    const { blocks } = redline(before, after);
    const first = performance.now();
    redline(before, other);
    const second = performance.now();
    expect(blocks.filter(({ change }) => change === 'changed')).toHaveLength(160);
    // Some 30 ms on a machine at rest; tests share theirs.
    expect(first - start).toBeLessThan(300);
    expect(second - first).toBeLessThan(300);
  });
});
