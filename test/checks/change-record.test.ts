/** How a change record is read, and how texts are compared by section. */
import { describe, expect, test } from 'vitest';
import { onlySaysChanged, onlySaysNeeded, saysNothing } from '../../src/checks/empty-words.ts';
import { isNamed, readNamed } from '../../src/checks/named-sections.ts';
import { saysTheSame, textSections } from '../../src/checks/text-sections.ts';

describe('a section named in a change record', () => {
  test.each([
    ['全文', '5.3'],
    ['5.3', '5.3'],
    ['5.3', '5.3.1'],
    ['第5章', '5.3'],
    ['第 5.3 节', '5.3'],
    ['5.3 派单与升级', '5.3'],
    ['2.6、5.3', '5.3'],
    ['5.1～5.4', '5.3'],
    ['5.1-5.4', '5.4.2'],
    ['附件 2', '附件2'],
    ['派单与升级', '派单与升级'],
    ['流程图', '流程'],
  ])('“%s” names %s', (text, place) => {
    expect(isNamed(readNamed(text), [place])).toBe(true);
  });

  test.each([
    ['5.3', '5.33'],
    ['5.3', '5'],
    ['5.1～5.4', '5.5'],
    ['5.1～5.4', '附件5'],
    ['附件2', '2'],
    ['封面', '流程'],
  ])('“%s” does not name %s', (text, place) => {
    expect(isNamed(readNamed(text), [place])).toBe(false);
  });
});

describe('words that say nothing', () => {
  test.each(['-', '—', '无', '略。', 'N/A', '同上', '按规定处理'])('“%s” says nothing', (text) => {
    expect(saysNothing(text)).toBe(true);
  });

  test.each(['修改', '修订文件', '部分内容修改', '内容的调整', 'updated', 'minor changes'])(
    '“%s” only says that something changed',
    (text) => {
      expect(onlySaysChanged(text)).toBe(true);
    },
  );

  test.each(['修改返工的步骤', '更新员工人数', '修改 5.3', 'update of the retention'])(
    '“%s” says what changed',
    (text) => {
      expect(onlySaysChanged(text)).toBe(false);
    },
  );

  test.each(['工作需要', '因工作需要。', '根据管理要求', '需要修改'])('“%s” gives no reason', (text) => {
    expect(onlySaysNeeded(text)).toBe(true);
  });

  test.each(['客户需要按月报告', '工作需要两人复核'])('“%s” gives a reason', (text) => {
    expect(onlySaysNeeded(text)).toBe(false);
  });
});

describe('the sections of a text', () => {
  const names = (body: string, within?: string[]) => textSections(body, within).map(({ name }) => name);
  const sameSections = (a: string, b: string) => saysTheSame(textSections(a)[0]!, textSections(b)[0]!);

  test('are called by number, or by title', () => {
    expect(names('## 5 过程\n\n### 5.1 **登记**\n\n#### 说明\n\n## 附件 2 表 ##\n')).toEqual([
      '5',
      '5.1',
      '说明',
      '附件2',
    ]);
  });

  test('know what they stand in', () => {
    expect(textSections('## 5 过程\n\n### 5.1 登记\n\n## 6 文件\n').map(({ within }) => within)).toEqual([
      [],
      ['5', '过程'],
      [],
    ]);
  });

  test('begin at no line of code', () => {
    expect(names('## 1 图\n\n```mermaid\n# 不是标题\n```\n\n~~~~\n## 2 也不是\n~~~\n~~~~\n\n## 3 完\n')).toEqual([
      '1',
      '3',
    ]);
  });

  test('what stands before the first heading belongs to the part', () => {
    expect(names('先说一句。\n\n## 5.1 登记\n', ['5', '运行'])).toEqual(['5', '5.1']);
    expect(names('\n## 5.1 登记\n', ['5', '运行'])).toEqual(['5.1']);
  });

  test.each([
    ['line breaks beside Chinese', '先看样张，\n后开印。', '先看样张，后开印。'],
    ['line breaks between words', 'look\nfirst', 'look first'],
    ['the width of tables', '| 一 | 二 |\n|---|---|', '|  一  |  二 |\n| ------ | --- |'],
  ])('%s do not count', (_, a, b) => {
    expect(sameSections(a, b)).toBe(true);
  });

  test('words do', () => {
    expect(sameSections('every one', 'everyone')).toBe(false);
  });
});
