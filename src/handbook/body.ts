/** Reads the body of an MDX file: what the checks and views need to know of it, and every fault in it. */
import type { Heading as HeadingNode, Nodes, Root } from 'mdast';
import type {} from 'mdast-util-mdx';
import { toString } from 'mdast-util-to-string';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFileMessage } from 'vfile-message';
import { componentSchemas } from '../schema/components.ts';
import type { Fault, Place } from './finding.ts';
import { findTraps } from './mdx-traps.ts';
import { schemaFaults } from './schema-faults.ts';
import { sectionId } from './section-id.ts';
import { SourceFile } from './source.ts';
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
  /** The first line of the code. */
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

const parser = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).use(remarkCjkFriendly).freeze();

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
    tree = parser.parse(source.body);
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error;
    return nothing([syntaxFault(source, error)]);
  }
  const body = nothing([]);
  const at = (node: Nodes): Place => {
    const start = node.position?.start;
    return source.bodyPlace(start?.line ?? 1, start?.column ?? 1);
  };
  visit(tree, (node) => {
    switch (node.type) {
      case 'link':
      case 'image':
      case 'definition':
        body.links.push({ url: node.url, place: at(node) });
        break;
      case 'text':
        for (const match of node.value.matchAll(/《([^《》]+)》/g)) {
          body.mentions.push({ title: match[1] as string, place: inside(source, at(node), node.value, match.index) });
        }
        break;
      case 'code':
        if (node.lang === 'mermaid') {
          const place = at(node);
          body.diagrams.push({ code: node.value, place: { ...place, line: place.line + 1, column: 1 } });
        }
        break;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        if (node.name) body.components.push(node.name);
        body.faults.push(...componentFaults(source, node, at(node)));
        break;
    }
  });
  body.sections = sections(tree, at);
  return body;
}

function inside(source: SourceFile, start: Place, text: string, index: number): Place {
  const lines = text.slice(0, index).split('\n');
  const column = lines.length === 1 ? start.column + index : (lines.at(-1) as string).length + 1;
  return { file: source.file, line: start.line + lines.length - 1, column };
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

type JsxNode = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

function componentFaults(source: SourceFile, node: JsxNode, place: Place): Fault[] {
  const name = node.name ?? '';
  if (!(name in componentSchemas)) {
    const near = nearest(name, Object.keys(componentSchemas));
    const isHtml = /^[a-z]/.test(name);
    return [
      {
        rule: 'SRC-05',
        ...place,
        message: isHtml
          ? { zh: `不能使用 HTML 标签 <${name}>`, en: `The HTML tag <${name}> is not allowed` }
          : { zh: `没有名为 <${name || '（空）'}> 的组件`, en: `There is no component <${name}>` },
        hint: {
          zh: `${near ? `是否想写 <${near}>？` : ''}可用的组件：${Object.keys(componentSchemas).join('、')}。`,
          en: `${near ? `Did you mean <${near}>? ` : ''}Components: ${Object.keys(componentSchemas).join(', ')}.`,
        },
      },
    ];
  }
  const props: Record<string, unknown> = {};
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxAttribute') props[attribute.name] = attribute.value ?? true;
  }
  return schemaFaults(source, componentSchemas[name as keyof typeof componentSchemas], props, 'SRC-05').map(
    (fault) => ({ ...fault, ...place, message: prefixed(name, fault.message) }),
  );
}

function prefixed(name: string, message: Fault['message']): Fault['message'] {
  return { zh: `组件 <${name}>：${message.zh}`, en: `Component <${name}>: ${message.en}` };
}

function syntaxFault(source: SourceFile, error: VFileMessage): Fault {
  return {
    rule: 'SRC-04',
    ...source.bodyPlace(error.line ?? 1, error.column ?? 1),
    message: { zh: `MDX 语法错误：${error.reason}`, en: `MDX syntax error: ${error.reason}` },
    hint: {
      zh: '“<”和“{”在 MDX 中有特殊含义：组件要成对或以 /> 结束，作为文字的“<”写 &lt;。',
      en: '“<” and “{” are special in MDX: close components or end them with />, and write &lt; for a literal “<”.',
    },
  };
}
