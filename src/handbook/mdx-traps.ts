/**
 * What authors of MDX write by habit and the MDX parser refuses, or what would let a document run code.
 * Found line by line before parsing, so that all of them are reported at once and in the author's words.
 */
import { tableHint } from './body-components.ts';
import { linesOutsideCode } from './code-lines.ts';
import type { Fault, Place } from './finding.ts';
import type { SourceFile } from './source.ts';

interface Trap {
  pattern: RegExp;
  message: (found: string) => Fault['message'];
  hint: Fault['hint'];
}

const traps: Trap[] = [
  {
    pattern: /<!--/g,
    message: () => ({ zh: 'MDX 不支持 HTML 注释“<!--”', en: 'MDX knows no HTML comments (“<!--”)' }),
    hint: { zh: '删除注释。', en: 'Delete the comment.' },
  },
  {
    pattern: /<\/?br\s*\/?>/gi,
    message: (found) => ({ zh: `不能使用 HTML 标签“${found}”`, en: `HTML tags such as “${found}” are not allowed` }),
    hint: { zh: '另起一段，或在表格中分成两行。', en: 'Start a new paragraph, or use two table rows.' },
  },
  {
    pattern: /<(?:https?:|mailto:|[\w.+-]+@)[^>\s]*>?/gi,
    message: (found) => ({ zh: `链接不能写成“${found}”`, en: `A link cannot be written “${found}”` }),
    hint: { zh: '去掉尖括号，或写成 [文字](网址)。', en: 'Drop the angle brackets, or write [text](address).' },
  },
  {
    // A blank after “<” is no fault: MDX takes “<” then as a character.
    pattern: /<(?=[\x21-\x7e])(?![A-Za-z$_/>!])[^\s|<>]{0,8}/g,
    message: (found) => ({
      zh: `“${found}”不能这样写：“<”在正文中是组件的开头`,
      en: `“${found}” cannot be written like this: in a text “<” begins a component`,
    }),
    hint: {
      zh: '用文字写，例如“少于 4 小时”“4 小时内”；要显示“<”，写 &lt;。',
      en: 'Say it in words, such as “less than 4 hours” or “within 4 hours”; to show “<”, write &lt;.',
    },
  },
  {
    pattern: /<[^\x00-\x7f][^>\n]*>?/g,
    message: (found) => ({ zh: `“${found}”会被当作组件`, en: `“${found}” would be read as a component` }),
    hint: { zh: '占位的变量写成〈…〉或【…】，或写 &lt;。', en: 'Write placeholders as 〈…〉, or write &lt;.' },
  },
  {
    pattern: /\{[^}\n]*\}?/g,
    message: (found) => ({
      zh: `不允许表达式“${found}”：文件是数据，不能运行代码`,
      en: `Expressions such as “${found}” are not allowed: a document is data and runs no code`,
    }),
    hint: {
      zh: '去掉花括号；要显示花括号就写 &#123; 和 &#125;。章节的锚点由编号得出，不必写 {#…}。',
      en: 'Remove the braces, or write &#123; and &#125; to show them. Section anchors come from the numbers, {#…} is not needed.',
    },
  },
  {
    pattern: /^(import|export)\s.*$/g,
    message: (found) => ({
      zh: `不允许“${found.split(/\s/)[0] ?? ''}”：文件是数据，不能运行代码`,
      en: `“${found.split(/\s/)[0] ?? ''}” is not allowed: a document is data and runs no code`,
    }),
    hint: {
      zh: '删除这一行；允许的组件不用引入就能使用。',
      en: 'Delete the line; the allowed components need no import.',
    },
  },
];

const tableStart = /(?<!\\)<table(?=[\s>])/i;
const tableEnd = /<\/table\s*>/i;

/** A line with blanks where code stands in it. */
function withoutCode(line: string): string {
  return line.replace(/(`+)(?:(?!\1).)*\1/g, (code) => ' '.repeat(code.length));
}

/** A table that was pasted: one fault, whatever stands in it. */
function htmlTable(place: Place): Fault {
  return {
    rule: 'SRC-04',
    ...place,
    message: { zh: '表格不能用 HTML 标签 <table> 写', en: 'A table cannot be written with the HTML tag <table>' },
    hint: tableHint,
  };
}

/** All traps in the body of a file, outside code. */
export function findTraps(source: SourceFile): Fault[] {
  const faults: Fault[] = [];
  const suspects = [...linesOutsideCode(source.body)]
    .filter(({ text }) => /[<{]|^(import|export)\s/.test(text))
    .map(({ text, index }) => ({ index, plain: withoutCode(text) }));
  const lastTableEnd = suspects.findLast(({ plain }) => tableEnd.test(plain))?.index ?? -1;
  let inTable = false;
  for (const { index, plain } of suspects) {
    if (inTable) {
      inTable = !tableEnd.test(plain);
      continue;
    }
    const table = plain.search(tableStart);
    if (table >= 0) {
      faults.push(htmlTable(source.bodyPlace(index + 1, table + 1)));
      // Of one that never ends nobody knows how far it goes: what stands below is looked at.
      inTable = index < lastTableEnd && !tableEnd.test(plain);
      continue;
    }
    for (const trap of traps) {
      for (const match of plain.matchAll(trap.pattern)) {
        if (plain[match.index - 1] === '\\') continue;
        faults.push({
          rule: 'SRC-04',
          ...source.bodyPlace(index + 1, match.index + 1),
          message: trap.message(match[0]),
          hint: trap.hint,
        });
      }
    }
  }
  return faults;
}
