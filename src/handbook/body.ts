/** Reads the body of an MDX file: what the checks and views need to know of it, and every fault in it. */
import type { Heading as HeadingNode, Nodes, Root, Text, Paragraph } from 'mdast';
import type {} from 'mdast-util-mdx';
import { toString } from 'mdast-util-to-string';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified, type Plugin } from 'unified';
import type { Position } from 'unist';
import { VFileMessage } from 'vfile-message';
import { componentSchemas } from '../schema/components.ts';
import type { Fault, Place } from './finding.ts';
import { findTraps } from './mdx-traps.ts';
import { schemaFaults } from './schema-faults.ts';
import { sectionId } from './section-id.ts';
import type { SourceFile, YamlPath } from './source.ts';
import { nearest } from './suggest.ts';

export interface Section {
  depth: number;
  /** The text of the heading, with its number. */
  title: string;
  /** `5.3` of “5.3 升级”, if the heading begins with a number. */
  number: string | undefined;
  /** The anchor on the page: the number, or a slug of the text. */
  id: string;
  place: Place;
  /** True if nothing stands between this heading and the next of the same or a higher level. */
  empty: boolean;
}

export interface Link {
  url: string;
  place: Place;
}

/** A title in 《》. */
export interface Mention {
  title: string;
  place: Place;
}

export interface Diagram {
  code: string;
  /** The first line of the code; in a list or a quotation each line begins at this column. */
  place: Place;
}

export interface Body {
  sections: Section[];
  links: Link[];
  mentions: Mention[];
  diagrams: Diagram[];
  /** Names of the components used. */
  components: string[];
  faults: Fault[];
}

const markdown = () => unified().use(remarkParse).use(remarkMdx).use(remarkGfm).use(remarkCjkFriendly);
const parser = markdown().freeze();

/** GFM looks for addresses in every text a second time, which is a sixth of the work and mostly for nothing. */
const withoutSecondSearch: Plugin = function () {
  const data = this.data();
  data.fromMarkdownExtensions = data.fromMarkdownExtensions
    ?.flat()
    .map((extension) => (extension.enter?.['literalAutolink'] ? { ...extension, transforms: [] } : extension));
};
const quickParser = markdown().use(withoutSecondSearch).freeze();

/** What an address of the web or of mail is made of, or could be written with. */
const perhapsAddress = /@|http|www|&/i;

const nothing = (faults: Fault[]): Body => ({
  sections: [],
  links: [],
  mentions: [],
  diagrams: [],
  components: [],
  faults,
});

/** What the body of a file holds. A body that does not parse gives only its faults. */
export function readBody(source: SourceFile): Body {
  const traps = findTraps(source);
  if (traps.length) return nothing(traps);
  let tree: Root;
  try {
    tree = (perhapsAddress.test(source.body) ? parser : quickParser).parse(source.body);
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error;
    return nothing([syntaxFault(source, error)]);
  }
  const body = nothing([]);
  const at = (node: Nodes): Place => placeOf(source, node);
  const collect = (node: Nodes): void => {
    switch (node.type) {
      case 'image':
        body.faults.push(imageFault(at(node)));
        break;
      case 'link':
      case 'definition':
        body.links.push({ url: node.url, place: at(node) });
        break;
      case 'text':
        if (node.value.includes('《')) body.mentions.push(...mentions(source, node));
        break;
      case 'code':
        if (node.lang === 'mermaid') {
          const place = at(node);
          body.diagrams.push({ code: node.value, place: { ...place, line: place.line + 1 } });
        }
        break;
      case 'paragraph':
        body.faults.push(...inlineComponents(source, node));
        break;
      case 'mdxJsxTextElement':
      case 'mdxJsxFlowElement':
        if (node.name) body.components.push(node.name);
        body.faults.push(...componentFaults(source, node));
        break;
      case 'mdxjsEsm':
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        body.faults.push(codeFault(placeOf(source, node)));
        break;
    }
    if (!('children' in node)) return;
    for (const child of node.children) {
      // Where GFM cuts a web address out of a text, the pieces have no place of their own.
      child.position ??= node.position;
      collect(child);
    }
  };
  collect(tree);
  body.sections = sections(tree, at);
  return body;
}

const nowhere: Position = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } };

function placeOf(source: SourceFile, node: { position?: Position | undefined }): Place {
  const { start } = node.position ?? nowhere;
  return source.bodyPlace(start.line, start.column);
}

/** The titles in a text, each at its place in the source, where line breaks, indents and entities still stand. */
function mentions(source: SourceFile, node: Text): Mention[] {
  const { start, end } = node.position ?? nowhere;
  const written = source.body.slice(start.offset, end.offset);
  let from = 0;
  return [...node.value.matchAll(/《([^《》]+)》/g)].map(([found, title = '']) => {
    const exact = written.indexOf(found.split('\n')[0] as string, from);
    const offset = exact < 0 ? Math.max(written.indexOf('《', from), 0) : exact;
    from = offset + 1;
    const before = written.slice(0, offset).split('\n');
    const column = (before.length === 1 ? start.column : 1) + (before.at(-1) as string).length;
    return { title: joined(title), place: source.bodyPlace(start.line + before.length - 1, column) };
  });
}

/** A title broken over lines in one line: Chinese without a blank between, other words with one. */
function joined(title: string): string {
  return title.replace(/(.?)\s*\n\s*(.?)/gu, (_, before: string, after: string) =>
    /[\x21-\x7e]/.test(before) && /[\x21-\x7e]/.test(after) ? `${before} ${after}` : before + after,
  );
}

function sections(tree: Root, at: (node: Nodes) => Place): Section[] {
  const taken = new Map<string, number>();
  const headings = tree.children.flatMap((node, index) => (node.type === 'heading' ? [{ node, index }] : []));
  return headings.map(({ node, index }) => {
    const title = toString(node);
    const next = tree.children[index + 1];
    return {
      depth: node.depth,
      title,
      number: /^\d+(\.\d+)*/.exec(title)?.[0],
      id: sectionId(title, taken),
      place: at(node),
      empty: !next || (next.type === 'heading' && (next as HeadingNode).depth <= node.depth),
    };
  });
}

/** Pictures would have to be frozen and hashed with the text, which a release does not do yet. */
function imageFault(place: Place): Fault {
  return {
    rule: 'SRC-05',
    ...place,
    message: { zh: '正文中不能放图片', en: 'Pictures cannot stand in a text' },
    hint: {
      zh: '流程和结构用 Mermaid 画（```mermaid）；其他图片登记为附件文件，在正文中写明编号。',
      en: 'Draw processes and structures with Mermaid (```mermaid); name other pictures by the number of their record.',
    },
  };
}

/** What a component stands for is a table or a block, which has no place within a line of text. */
function inlineComponents(source: SourceFile, paragraph: Paragraph): Fault[] {
  const isAlone = paragraph.children.every((node) => node.type === 'mdxJsxTextElement' || !toString(node).trim());
  if (isAlone) return [];
  return paragraph.children.flatMap((node): Fault[] => {
    if (node.type !== 'mdxJsxTextElement' || !Object.hasOwn(componentSchemas, node.name ?? '')) return [];
    return [
      {
        rule: 'SRC-05',
        ...placeOf(source, node),
        message: {
          zh: `组件 <${node.name}> 要单独成段`,
          en: `The component <${node.name}> must stand on lines of its own`,
        },
        hint: { zh: '在它前后各空一行。', en: 'Leave an empty line before and after it.' },
      },
    ];
  });
}

type JsxNode = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

function componentFaults(source: SourceFile, node: JsxNode): Fault[] {
  const name = node.name ?? '';
  if (!Object.hasOwn(componentSchemas, name)) return [unknownComponent(name, placeOf(source, node))];
  const faults: Fault[] = [];
  const props: Record<string, unknown> = {};
  const places = new Map<string | number | undefined, Place>();
  for (const attribute of node.attributes) {
    const place = placeOf(source, attribute);
    const isCode = attribute.type === 'mdxJsxExpressionAttribute' || typeof (attribute.value ?? '') !== 'string';
    if (isCode) {
      faults.push(codeFault(place));
    } else {
      props[attribute.name] = attribute.value ?? true;
      places.set(attribute.name, place);
    }
  }
  const locate = ([prop]: YamlPath) => places.get(prop) ?? placeOf(source, node);
  const schema = componentSchemas[name as keyof typeof componentSchemas];
  const wrong = schemaFaults(source, schema, props, 'SRC-05', locate);
  return [...faults, ...wrong.map((fault) => ({ ...fault, message: prefixed(name, fault.message) }))];
}

function unknownComponent(name: string, place: Place): Fault {
  const known = Object.keys(componentSchemas);
  const near = nearest(name, known);
  return {
    rule: 'SRC-05',
    ...place,
    message: /^[a-z]/.test(name)
      ? { zh: `不能使用 HTML 标签 <${name}>`, en: `The HTML tag <${name}> is not allowed` }
      : { zh: `没有名为 <${name}> 的组件`, en: `There is no component <${name}>` },
    hint: {
      zh: `${near ? `是否想写 <${near}>？` : ''}可用的组件：${known.join('、')}。`,
      en: `${near ? `Did you mean <${near}>? ` : ''}Components: ${known.join(', ')}.`,
    },
  };
}

/** What the search for traps, which goes by lines, did not take for code, but the parser does. */
function codeFault(place: Place): Fault {
  return {
    rule: 'SRC-04',
    ...place,
    message: {
      zh: '不允许表达式、import 和 export：文件是数据，不能运行代码',
      en: 'Expressions, import and export are not allowed: a document is data and runs no code',
    },
    hint: {
      zh: '删除它；要显示花括号就写 &#123; 和 &#125;。',
      en: 'Delete it, or write &#123; and &#125; to show braces.',
    },
  };
}

function prefixed(name: string, message: Fault['message']): Fault['message'] {
  return { zh: `组件 <${name}>：${message.zh}`, en: `Component <${name}>: ${message.en}` };
}

/** Where a tag that is not closed begins: the parser gives its place only in words. */
const unclosed = /^Expected a closing tag for `<([^`]*)>` \((\d+):(\d+)-\d+:\d+\)/;

function syntaxFault(source: SourceFile, error: VFileMessage): Fault {
  const [found, name = '', line, column] = unclosed.exec(error.reason) ?? [];
  if (found) {
    const place = source.bodyPlace(Number(line), Number(column));
    if (!Object.hasOwn(componentSchemas, name)) return unknownComponent(name, place);
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
  // The parser counts lines from the end of the front matter.
  const reason = error.reason.replace(/ \(\d+:\d+-\d+:\d+\)/g, '');
  return {
    rule: 'SRC-04',
    ...source.bodyPlace(error.line ?? 1, error.column ?? 1),
    message: { zh: `MDX 语法错误：${reason}`, en: `MDX syntax error: ${reason}` },
    hint: {
      zh: '“<”和“{”在 MDX 中有特殊含义：组件要成对或以 /> 结束，作为文字的“<”写 &lt;。',
      en: '“<” and “{” are special in MDX: close components or end them with />, and write &lt; for a literal “<”.',
    },
  };
}
