/** What the parsers of YAML, MDX and Mermaid object to, in the words of somebody who writes a handbook. */
import type { Bilingual } from '../schema/primitives.ts';

/** A pattern of a parser's reason → what to say; the pieces of the pattern come along. */
type Table = readonly [pattern: RegExp, say: (...pieces: string[]) => Bilingual][];

/** The first entry that fits; the reason itself, which is English, where none does. */
function translated(table: Table, reason: string, subject: Bilingual): Bilingual {
  for (const [pattern, say] of table) {
    const found = pattern.exec(reason);
    if (found) {
      const text = say(...found.slice(1).map((piece) => piece ?? ''));
      return { zh: `${subject.zh}：${text.zh}`, en: `${subject.en}: ${text.en}` };
    }
  }
  return { zh: `${subject.zh}（${reason}）`, en: `${subject.en}: ${reason}` };
}

const only = (zh: string, en: string) => (): Bilingual => ({ zh, en });

const yamlTable: Table = [
  [
    /^tab characters/,
    only('缩进用了制表符，YAML 只能用空格缩进', 'indented with a tab; YAML is indented with blanks only'),
  ],
  [
    /^missed comma/,
    only('方括号或花括号里的各项之间缺少逗号', 'a comma is missing between the entries in brackets or braces'),
  ],
  [/^expected the node content, but found ','/, only('这里多了一个逗号', 'there is a comma too many here')],
  [/within a flow collection/, only('方括号“[”或花括号“{”没有闭合', 'a bracket “[” or brace “{” is not closed')],
  [
    /within a (single|double) quoted scalar/,
    (kind) =>
      kind === 'single'
        ? { zh: '单引号没有闭合', en: 'a single quotation mark is not closed' }
        : { zh: '双引号没有闭合', en: 'a double quotation mark is not closed' },
  ],
  [
    /^deficient indentation/,
    only(
      '这一行缩进不够，或上面的引号、括号没有闭合',
      'the line is not indented far enough, or a quotation mark or bracket above is not closed',
    ),
  ],
  [
    /^bad indentation of a sequence entry/,
    only('这一行的缩进与列表的其他项不一致', 'the line is not indented as the other entries of the list'),
  ],
  [
    /^(?:unknown escape sequence|expected hexadecimal character)/,
    only(
      '双引号中的“\\”有特殊含义：改用单引号，或写成“\\\\”',
      'a backslash is special within double quotes: use single quotes, or write “\\\\”',
    ),
  ],
  [/multiline key|^expected ':'/, only('键后面缺少冒号', 'a colon is missing after the key')],
  [/^a whitespace character is expected after/, only('冒号后面要有一个空格', 'a blank must follow the colon')],
  [
    /^end of the stream or a document separator/,
    only(
      '这一行不是“键: 值”：冒号后面要有空格，同级的键要对齐',
      'the line is not “key: value”: a blank follows the colon, and keys of one level stand below each other',
    ),
  ],
  [
    /^(?:unidentified alias|name of an (?:alias|anchor) node|alias node)/,
    only(
      '以“*”或“&”开头的文字有特殊含义，要加引号',
      'text that begins with “*” or “&” is special and must be put in quotes',
    ),
  ],
  [
    /tag/i,
    only('以“!”开头的文字有特殊含义，要加引号', 'text that begins with “!” is special and must be put in quotes'),
  ],
  [
    /^directive/i,
    only('以“%”开头的文字有特殊含义，要加引号', 'text that begins with “%” is special and must be put in quotes'),
  ],
  [
    /^object-based map/,
    only('花括号里又是花括号：这是文字的话要加引号', 'there are braces within braces: put it in quotes if it is text'),
  ],
  [
    /line break is expected|chomping mode|indentation width/,
    only(
      '“|”或“>”后面不能写文字，文字从下一行开始并缩进',
      'no text may follow “|” or “>”: it begins on the next line, indented',
    ),
  ],
  [/^expected a single document/, only('文件中有多余的“---”', 'there is a “---” too many in the file')],
  [
    /non-printable characters/,
    only(
      '有看不见的控制字符，多半是从别处粘贴来的：删除后重新输入',
      'there is an invisible control character, probably pasted: delete it and type again',
    ),
  ],
  [/^nesting exceeded/, only('嵌套的层数太多', 'it is nested too deeply')],
];

/**
 * A message about the YAML of a file.
 * @param reason what js-yaml says
 * @param line the line that it points at
 * @param column 1-based
 */
export function yamlMessage(reason: string, line: string, column: number): Bilingual {
  const subject = { zh: 'YAML 语法错误', en: 'YAML syntax error' };
  if (!reason.startsWith('bad indentation of a mapping entry')) return translated(yamlTable, reason, subject);
  // js-yaml says this of everything that it does not expect behind a key.
  const cause = afterKey(line, column);
  return { zh: `${subject.zh}：${cause.zh}`, en: `${subject.en}: ${cause.en}` };
}

function afterKey(line: string, column: number): Bilingual {
  const before = line.slice(0, column - 1);
  const rest = line.slice(column - 1);
  const first = rest[0] ?? '';
  if (/:[ \t]+$/.test(before) && /[@`%|>\]},?-]/.test(first)) {
    return first === '-'
      ? { zh: '列表的第一项要另起一行，或写成 [甲, 乙]', en: 'a list begins on the next line, or is written [a, b]' }
      : {
          zh: `以“${first}”开头的文字要加引号`,
          en: `text that begins with “${first}” must be put in quotes`,
        };
  }
  if (/^:(?:[ \t]|$)/.test(rest) && /:[ \t]/.test(before)) {
    return {
      zh: '文字中的“: ”会被当作键：整段文字加引号，或改用全角冒号',
      en: '“: ” within a text reads as a key: put the whole text in quotes',
    };
  }
  if (/["'][ \t]*$/.test(before)) {
    return {
      zh: '结束的引号后面还有文字：引号要包住整段文字，文字里的同一种引号要写两遍或换一种',
      en: 'text follows the closing quotation mark: quotes go around the whole text, and not with the same mark within',
    };
  }
  if (/^[\]}]/.test(rest)) return { zh: `这里多了一个“${first}”`, en: `there is a “${first}” too many here` };
  return { zh: '这一行的缩进与上面的键不一致', en: 'the line is not indented as the keys above' };
}

const tag = '([^`]*)';

const mdxTable: Table = [
  [
    /^Unexpected end of file in attribute value, expected a corresponding closing quote `(.)`/,
    (quote) => ({ zh: `属性值缺少右边的 ${quote}`, en: `the value of the prop lacks its closing ${quote}` }),
  ],
  [/^Unexpected end of file in expression/, only('花括号没有闭合', 'a brace is not closed')],
  [/^Unexpected end of file/, only('组件没有写完，缺少“>”', 'the component breaks off: a “>” is missing')],
  [
    /^Unexpected character `(.+?)` \(U\+\w+\) before attribute value/u,
    (found) => ({
      zh: `属性值要放在半角双引号里，此处是“${found}”`,
      en: `the value of a prop goes into straight double quotes, here is “${found}”`,
    }),
  ],
  [
    /^Unexpected character `(.+?)` \(U\+\w+\) after self-closing slash/u,
    (found) => ({ zh: `“/”后面应是“>”，此处是“${found}”`, en: `“>” must follow “/”, here is “${found}”` }),
  ],
  [
    /^Unexpected character `(.+?)` \(U\+\w+\) (?:before|in|after) (?:local )?attribute name/u,
    (found) => ({
      zh: `属性要写成 名称="值"，各属性之间空一格；此处不应出现“${found}”`,
      en: `props are written name="value" with a blank between them; “${found}” is not expected here`,
    }),
  ],
  [
    /^Unexpected character `(.+?)` \(U\+\w+\) before name/u,
    (found) => ({ zh: `“<”后面不是组件名，而是“${found}”`, en: `“<” is not followed by a name but by “${found}”` }),
  ],
  [
    /^Unexpected character `(.+?)` \(U\+\w+\)/u,
    (found) => ({ zh: `组件名中不应出现“${found}”`, en: `“${found}” is not expected in the name of a component` }),
  ],
  [
    new RegExp(`^Unexpected closing tag \`${tag}\`, expected corresponding closing tag for \`${tag}\``),
    (close, open) => ({
      zh: `结束标签 ${close} 与开始标签 ${open} 不配对`,
      en: `the closing tag ${close} does not belong to ${open}`,
    }),
  ],
  [/^Unexpected closing slash/, only('结束标签前面没有对应的开始标签', 'nothing was opened that this tag could close')],
  [/^Unexpected attribute in closing tag/, only('结束标签中不能有属性', 'a closing tag takes no props')],
  [/^Unexpected self-closing slash/, only('结束标签不能再以“/>”结束', 'a closing tag does not end with “/>”')],
  [
    new RegExp(`^Expected the closing tag \`${tag}\``),
    (close) => ({
      zh: `${close} 与它的开始标签不在同一层：两个都单独成行、前后各空一行，或写在同一段里`,
      en: `${close} and its opening tag must both stand on lines of their own, or both within one paragraph`,
    }),
  ],
  [
    /^Unexpected lazy line/,
    only(
      '引用或列表中的组件，每一行都要像第一行那样以“>”或空格开头',
      'within a quotation or a list each line of a component begins like the first one, with “>” or blanks',
    ),
  ],
];

/** A message about MDX. @param reason what the parser says, without places, which it counts in another way */
export function mdxMessage(reason: string): Bilingual {
  return translated(mdxTable, reason, { zh: 'MDX 语法错误', en: 'MDX syntax error' });
}

const mermaidTable: Table = [
  [/^Lexical error/, only('这一行有不认识的文字', 'there is something in this line that it does not know')],
  [
    /^Trying to inactivate an inactive participant \((.*)\)/,
    (name) => ({
      zh: `“${name}”没有激活，不能 deactivate：删除这一行，或在前面加 activate ${name}`,
      en: `“${name}” is not active: delete deactivate, or write activate ${name} before`,
    }),
  ],
  [/^No such shape: (.*?)\.(?: |$)/, (shape) => ({ zh: `没有“${shape}”这种图形`, en: `there is no shape “${shape}”` })],
  [
    /^The (created|destroyed) participant (.*?) does not have/,
    (what, name) => ({
      zh: `${what === 'created' ? 'create' : 'destroy'} ${name} 之后没有相应的消息`,
      en: `no message follows ${what === 'created' ? 'create' : 'destroy'} ${name}`,
    }),
  ],
  [
    /^(?:It is not possible to have actors with the same id|A same participant should only be defined)/,
    only('同一个参与者定义了两次', 'the same participant is defined twice'),
  ],
  [/^Edge limit exceeded/, only('连线太多：把图分成几张', 'there are too many lines: split the diagram')],
  [
    /^(?:Error: )?State name must be a single word/,
    only(
      '状态的名称只能是一个词：写成 state "说明" as 名称',
      'the name of a state is one word: write state "text" as name',
    ),
  ],
];

/** A message about a diagram. @param reason the first line of what mermaid says */
export function mermaidMessage(reason: string): Bilingual {
  return translated(mermaidTable, reason, { zh: 'Mermaid 无法识别此图', en: 'Mermaid cannot read the diagram' });
}
