/** What the parsers object to, said so that somebody who is no programmer can mend it. */
import { describe, expect, test } from 'vitest';
import { readBody } from '../../src/handbook/body.ts';
import { mermaidMessage } from '../../src/handbook/parser-messages.ts';
import { SourceFile } from '../../src/handbook/source.ts';
import { checkDiagram } from '../../src/markdown/diagrams.ts';

/** What is said about the YAML of a file. */
function yaml(text: string): string | undefined {
  return new SourceFile('registers/glossary.yaml', text).data().fault?.message.zh;
}

/** What is said about the text of a file. */
function mdx(text: string): string[] {
  return readBody(new SourceFile('roles/gm.mdx', text)).faults.map(({ message }) => message.zh);
}

describe('YAML', () => {
  test.each([
    ['a: b: c', '文字中的“: ”会被当作键'],
    ['title: 事件: 定义', '文字中的“: ”会被当作键'],
    ['a:\n b: 1\n  c: 2', '这一行的缩进与上面的键不一致'],
    ['a: [1, 2', '方括号“[”或花括号“{”没有闭合'],
    ['a: {b: 1', '方括号“[”或花括号“{”没有闭合'],
    ['a: ]', '以“]”开头的文字要加引号'],
    ['a: [1, 2]]', '这里多了一个“]”'],
    ['a: "x', '双引号没有闭合'],
    ["a: 'x", '单引号没有闭合'],
    ['a: "x\nb: 2', '上面的引号、括号没有闭合'],
    ['a: "甲"乙', '结束的引号后面还有文字'],
    ["a: 'it's'", '结束的引号后面还有文字'],
    ['a: @x', '以“@”开头的文字要加引号'],
    ['a: %x', '以“%”开头的文字要加引号'],
    ['a: *x', '以“*”或“&”开头的文字有特殊含义'],
    ['a: !x', '以“!”开头的文字有特殊含义'],
    ['a: - b', '列表的第一项要另起一行'],
    ['a:\n- b\n  c: d', '缩进与列表的其他项不一致'],
    ['a:\n\t- b', '缩进用了制表符'],
    ['a:1\nb: 2', '冒号后面要有空格'],
    ['a: [甲, {b: 1} {c: 2}]', '缺少逗号'],
    ['a: [,1]', '多了一个逗号'],
    ['a: "C:\\数据"', '改用单引号'],
    ['a: |x\n  b', '文字从下一行开始'],
    ['a: {{x}}', '花括号里又是花括号'],
    ['a: 1\n---\nb: 2', '多余的“---”'],
    ['a: \u0007', '看不见的字符 U+0007（控制字符 BEL）'],
  ])('%j', (text, words) => {
    expect(yaml(text)).toContain(words);
    expect(yaml(text)).toMatch(/^YAML 语法错误：/);
  });
});

describe('MDX', () => {
  test.each([
    ['<Note kind=“note”>\n\n甲\n\n</Note>', '属性值要放在半角双引号里，此处是““”'],
    ['<Note kind="note>\n\n甲\n\n</Note>', '属性值缺少右边的 "'],
    ['<Note kind="note"', '缺少“>”'],
    ['<Note，>', '组件名中不应出现“，”'],
    ['<Note kind="note"，>', '属性要写成 名称="值"'],
    ['<Note / x>', '“/”后面应是“>”'],
    ['甲\n\n</Note>', '结束标签前面没有对应的开始标签'],
    ['<Note>\n\n甲\n\n</Metrics>', '结束标签 </Metrics> 与开始标签 <Note> 不配对'],
    ['<Note>\n\n甲\n\n</Note kind="note">', '结束标签中不能有属性'],
    ['<Note>甲\n\n乙</Note>', '组件 <Note> 的开始和结束不在同一段'],
    ['- 甲 <Note>\n- 乙 </Note>', '组件 <Note> 的开始和结束不在同一段'],
    ['<Note>**甲</Note>乙**', '不在同一层'],
    ['甲 <Note>', '组件 <Note> 没有结束'],
    ['> <Note\nkind="note">甲</Note>', '每一行都要像第一行那样'],
  ])('%j', (text, words) => {
    const [message] = mdx(text);
    expect(message).toContain(words);
    expect(message).not.toMatch(/expected|Unexpected/i);
  });
});

describe('Mermaid', () => {
  test.each([
    ['flowchart XX\n  A --> B', 1, '不认识的文字'],
    ['sequenceDiagram\n  A->>B: 问\n  deactivate B', 3, '“B”没有激活'],
    ['flowchart TD\n  A --> B\n  B@{ shape: kreis }', 3, '没有“kreis”这种图形'],
  ])('%j', async (code, line, words) => {
    const fault = await checkDiagram(code);
    expect(fault).toMatchObject({ line, message: { zh: expect.stringContaining(words) as string } });
  });

  test('a reason that is not known is kept in brackets', () => {
    expect(mermaidMessage('Something new').zh).toBe('Mermaid 无法识别此图（Something new）');
  });
});
