/** Text that the MDX parser refuses. */
import type { VFileMessage } from 'vfile-message';
import { isComponent, unknownComponent } from './body-components.ts';
import type { Fault } from './finding.ts';
import { mdxMessage } from './parser-messages.ts';
import type { SourceFile } from './source.ts';

/** Where a tag that is not closed begins: the parser gives its place only in words. */
const unclosed = /^Expected a closing tag for `<([^`]*)>` \((\d+):(\d+)-\d+:\d+\)/;

/** The fault that keeps a body from being parsed. */
export function syntaxFault(source: SourceFile, error: VFileMessage): Fault {
  const [found, name = '', line, column] = unclosed.exec(error.reason) ?? [];
  if (found) {
    const place = source.bodyPlace(Number(line), Number(column));
    if (!isComponent(name)) return unknownComponent(name, place);
    const rest = source.body.split('\n').slice(Number(line) - 1);
    if (rest.join('\n').includes(`</${name}>`)) {
      return {
        rule: 'SRC-04',
        ...place,
        message: {
          zh: `组件 <${name}> 的开始和结束不在同一段`,
          en: `The component <${name}> begins in one paragraph and ends in another`,
        },
        hint: {
          zh: `<${name}> 和 </${name}> 都单独成行，前后各空一行。`,
          en: `Put both <${name}> and </${name}> on lines of their own, between blank lines.`,
        },
      };
    }
    return {
      rule: 'SRC-04',
      ...place,
      message: { zh: `组件 <${name}> 没有结束`, en: `The component <${name}> is not closed` },
      hint: {
        zh: `在后面加上 </${name}>，单独成行，前后各空一行。`,
        en: `Add </${name}> below, on a line of its own between blank lines.`,
      },
    };
  }
  return {
    rule: 'SRC-04',
    ...source.bodyPlace(error.line ?? 1, error.column ?? 1),
    // The parser counts lines from the end of the front matter.
    message: mdxMessage(error.reason.replace(/ \(\d+:\d+(?:-\d+:\d+)?\)/g, '')),
    hint: {
      zh: '“<”和“{”在 MDX 中有特殊含义：组件要成对或以 /> 结束，作为文字的“<”写 &lt;。',
      en: '“<” and “{” are special in MDX: close components or end them with />, and write &lt; for a literal “<”.',
    },
  };
}
