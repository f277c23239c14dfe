/** A rule explained: why it is there, how to put things right, and an example; as plain text and as Markdown. */
import type { Example, RuleDescription } from '../rule.ts';
import type { Language } from './reporter.ts';

/** The words of an explanation. */
export const helpWords = {
  why: { zh: '为什么', en: 'Why' },
  remedy: { zh: '怎样改', en: 'What to do' },
  example: { zh: '例子', en: 'Example' },
  wrong: { zh: '不对', en: 'Wrong' },
  right: { zh: '对', en: 'Right' },
} as const;

/** The help of a rule in both forms. */
export function ruleHelp({ reason, remedy, example }: RuleDescription, language: Language): RuleHelp {
  const word = (key: keyof typeof helpWords) => helpWords[key][language];
  const colon = language === 'zh' ? '：' : ': ';
  return {
    text: [
      `${word('why')}${colon}${reason[language]}`,
      `${word('remedy')}${colon}${remedy[language]}`,
      `${word('wrong')} (${example.file})\n${example.wrong}`,
      `${word('right')}\n${example.right}`,
    ].join('\n\n'),
    markdown: [
      `**${word('why')}**${colon}${markdownText(reason[language])}`,
      `**${word('remedy')}**${colon}${markdownText(remedy[language])}`,
      exampleMarkdown(example, `**${word('wrong')}** (\`${example.file}\`)`, `**${word('right')}**`),
    ].join('\n\n'),
  };
}

export interface RuleHelp {
  text: string;
  markdown: string;
}

/** A text as Markdown that shows just that text; only code in backticks is code. */
export function markdownText(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((piece, index) => (index % 2 ? piece : piece.replaceAll('&', '&amp;').replace(/[\\*_<[\]~]/g, '\\$&')))
    .join('');
}

/** The two pieces of an example as code, each below its heading. */
export function exampleMarkdown({ file, wrong, right }: Example, wrongHead: string, rightHead: string): string {
  return [wrongHead, fence(wrong, file), rightHead, fence(right, file)].join('\n\n');
}

/** A piece of a file as a block of code, fenced by more backticks than stand in it. */
function fence(code: string, file: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const ticks = '`'.repeat(longest + 1);
  // A piece of front matter begins with a key.
  const isYaml = file.endsWith('.yaml') || /^\s*(- )?[\w-]+:(\s|$)/.test(code);
  return `${ticks}${isYaml ? 'yaml' : 'mdx'}\n${code}\n${ticks}`;
}
