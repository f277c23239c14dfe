/** Plain texts are read by a faster parser: it must give the tree that the full one gives, places included. */
import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFully, parseMarkdown } from '../../src/handbook/markdown.ts';
import { isPlain } from '../../src/handbook/plain-markdown.ts';

/** What Markdown is made of, and what stands around it in Chinese texts. */
const fragments = [
  ...[
    '变更',
    '管理',
    'a',
    'b1',
    '1',
    '12',
    'é',
    '😀',
    '。',
    '，',
    '、',
    '“',
    '”',
    '（',
    '）',
    '：',
    '；',
    '…',
    '—',
    '%',
  ],
  ...[' ', '  ', '    ', '　', '\u200b', '\u00a0', '\n', '\n', '\n', '\n\n', '\n\n', '\n   ', '\n    '],
  ...['# ', '## ', '### ', '- ', '+ ', '* ', '1. ', '2. ', '10) ', '> ', '\n> ', '\n- ', '\n  - ', '\n1. '],
  ...['|', '| ', '|---|---|', '\n| --- | :-: |\n', '\n| a | b |\n|---|---|\n| 甲 | **乙** |\n', '---', '===', '***'],
  ...[
    '**',
    '*',
    '`',
    '``',
    '```',
    '```\n',
    '```mermaid\n',
    '\n```\n',
    '\n```mermaid\na{甲} --> b\n```\n',
    '~',
    '_',
    '\\',
  ],
  ...[
    '[',
    ']',
    '(',
    ')',
    '](/a)',
    '[HC-B-01](HC-B-01)',
    '[x](y "t")',
    '![',
    '[a]: b\n',
    '[a][]',
    '[ ] ',
    '[x] ',
    '[^1]',
  ],
  ...[
    '<Steps />',
    '\n<Steps />\n',
    '<Note>',
    '\n<Note>\n',
    '\n</Note>\n',
    '<a>',
    '<!--',
    '{',
    '}',
    '&amp;',
    '@',
    'www.a.cn',
  ],
  ...['!', '#', '=', '-', '+', ':', ';', '/', '.', '"', "'"],
];

/** A tree as plain data. What stays in `data` is how each parser came to it. */
const plainTree = (tree: unknown): unknown =>
  JSON.parse(JSON.stringify(tree, (key, value: unknown) => (key === 'data' ? undefined : value)));

function treeOf(parse: typeof parseMarkdown, text: string): unknown {
  try {
    return plainTree(parse(text));
  } catch {
    return 'refused';
  }
}

describe('the two parsers of Markdown', () => {
  it('give the same tree for random texts', () => {
    let plain = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...fragments), { minLength: 1, maxLength: 16 }), (parts) => {
        const text = parts.join('');
        if (isPlain(text)) plain += 1;
        expect(treeOf(parseMarkdown, text)).toEqual(treeOf(parseFully, text));
      }),
      { numRuns: 4000 },
    );
    expect(plain, 'texts that the fast parser was given').toBeGreaterThan(300);
  });

  it('give the same tree for every text of the sample, most of which are plain', () => {
    const bodies = globSync('content/**/*.mdx').map((file) =>
      readFileSync(file, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''),
    );
    for (const body of bodies) expect(plainTree(parseMarkdown(body))).toEqual(plainTree(parseFully(body)));
    expect(bodies.filter(isPlain).length / bodies.length).toBeGreaterThan(0.8);
  });

  it.each([
    ['emphasis beside Chinese punctuation', '**变更（紧急）**管理'],
    ['a range with tildes', '每月 8~12 日、15~18 日'],
    ['an address before Chinese punctuation', '见 https://example.com。'],
    ['a component with properties', '<Ref to="HC-ITSM-B-01" />'],
    ['an expression', '{1 + 1}'],
    ['a list in a quotation', '> - 甲'],
  ])('%s is left to the full one', (_, text) => {
    expect(isPlain(text)).toBe(false);
  });
});
