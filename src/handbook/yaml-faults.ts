/** What is wrong with the YAML of a file, and what to do about it. */
import type { Bilingual } from '../schema/primitives.ts';
import { invisibleIn, nameOf } from './invisible.ts';
import { yamlMessage } from './parser-messages.ts';
import type { SourceFile } from './source.ts';

interface Told {
  message: Bilingual;
  hint: Bilingual;
  /** Where it stands, if that is not where the parser stopped. */
  line?: number;
}

const syntaxHint: Bilingual = {
  zh: '检查缩进（用空格，不用制表符）、冒号后的空格、成对的引号；含有冒号、井号或逗号的文字要加引号。',
  en: 'Check indentation (spaces, no tabs), the space after a colon and paired quotes; quote text that holds a colon, a hash or a comma.',
};

/**
 * What to tell about a fault of the syntax.
 * @param reason what js-yaml says
 * @param line the line of the YAML that it points at, 0-based
 * @param column 1-based
 */
export function yamlFault(reason: string, source: SourceFile, line: number, column: number): Told {
  if (source.isFrontMatterOpen) return open(source);
  if (reason.startsWith('expected a document')) return nothingThere(source);
  const text = source.yaml.split('\n')[line] ?? '';
  if (reason.startsWith('duplicated mapping key')) return writtenTwice(text.slice(column - 1));
  const [control] = invisibleIn(text.slice(column - 1));
  if (control && reason.includes('non-printable')) return unprintable(control.character);
  return { message: yamlMessage(reason, text, column), hint: syntaxHint };
}

/** One of the two lines around the front matter is missing, or is no “---”: dashes of Word, or four of them. */
function open({ text }: SourceFile): Told {
  if (!/^---[ \t]*\n/.test(text)) {
    return {
      message: { zh: '文件开头前面缺少一行“---”', en: 'The line “---” before the front matter is missing' },
      hint: { zh: '在第 1 行前面加一行“---”。', en: 'Put a line “---” above the first one.' },
    };
  }
  const lines = text.split('\n');
  const dashes = lines.findIndex((line, index) => index > 0 && /^\s*[-—–―─－]{2,}\s*$/.test(line));
  // A line with one “#” is a comment: the headings of a text begin at level two.
  const heading = lines.findIndex((line) => /^#{2,6}\s/.test(line));
  if (dashes > 0 && (heading < 0 || dashes < heading)) {
    return {
      line: dashes + 1,
      message: { zh: '文件开头没有结束：这一行不是“---”', en: 'The front matter does not end: this line is not “---”' },
      hint: {
        zh: '写成三个减号“---”，单独成行，前面不空格。',
        en: 'Write three hyphens, “---”, on a line of their own.',
      },
    };
  }
  return {
    line: Math.max(heading, 0) + 1,
    message: {
      zh: '文件开头没有结束：缺少第二行“---”',
      en: 'The front matter does not end: the second line “---” is missing',
    },
    hint: {
      zh: '在文件开头的最后一项后面、正文前面加一行“---”。',
      en: 'Put a line “---” below the last entry of the front matter, above the text.',
    },
  };
}

/** No fault of indentation: a register whose last entry was deleted, a file whose content is lost. */
function nothingThere({ file, yaml, body }: SourceFile): Told {
  if (file.endsWith('.mdx')) {
    return {
      message: body.trim()
        ? { zh: '没有文件开头（两行“---”之间的内容）', en: 'The front matter between two lines “---” is missing' }
        : { zh: '文件是空的', en: 'The file is empty' },
      hint: {
        zh: '误删的用 git 恢复；新文件按编写指南写文件开头。',
        en: 'Restore what was deleted from git; a new file begins as the authoring guide says.',
      },
    };
  }
  const message = yaml.trim()
    ? { zh: '文件中除了注释没有内容', en: 'There is nothing in the file but comments' }
    : { zh: '文件是空的', en: 'The file is empty' };
  const hint = /(?:^|\/)registers\/[^/]+$/.test(file)
    ? {
        zh: '写 entries: []；误删内容的用 git 恢复。',
        en: 'Write entries: []; restore what was deleted by mistake from git.',
      }
    : {
        zh: '误删内容的用 git 恢复；不需要的文件删除。',
        en: 'Restore what was deleted from git, or delete the file if it is not needed.',
      };
  return { message, hint };
}

function unprintable(character: string): Told {
  const { zh, en } = nameOf(character);
  return {
    message: {
      zh: `YAML 语法错误：有看不见的字符 ${zh}`,
      en: `YAML syntax error: here stands the invisible character ${en}`,
    },
    hint: {
      zh: '多半是从别处粘贴来的：删除它，或把这一行重新输入。',
      en: 'It was probably pasted: delete it, or type the line again.',
    },
  };
}

/** @param rest the line from the second of the keys on */
function writtenTwice(rest: string): Told {
  const key = /^["']?([^"':,}]+)/.exec(rest)?.[1]?.trim();
  return {
    message: key
      ? { zh: `键“${key}”写了两次`, en: `The key “${key}” stands twice` }
      : { zh: '同一个键写了两次', en: 'The same key stands twice' },
    hint: {
      zh: '删去其中一个；本应是另一个键的，改正它。',
      en: 'Delete one of them, or correct the one that was meant to be another key.',
    },
  };
}
