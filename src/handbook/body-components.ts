/** The components of a body: which, with what props, and what is wrong with them; and what cannot stand in a body. */
import type { Nodes, Paragraph } from 'mdast';
import type {} from 'mdast-util-mdx';
import { toString } from 'mdast-util-to-string';
import type { Bilingual } from '../schema/primitives.ts';
import { componentSchemas } from '../schema/components.ts';
import { nodePlace } from './body-place.ts';
import type { Fault, Place } from './finding.ts';
import { schemaFaults } from './schema-faults.ts';
import type { SourceFile, YamlPath } from './source.ts';
import { nearest } from './suggest.ts';

/** What to write for a table of HTML. */
export const tableHint: Bilingual = {
  zh: '改写成 Markdown 表格，每行一条：| 列 1 | 列 2 |，第二行写 | --- | --- |。',
  en: 'Write a Markdown table, a line for each row: | Column 1 | Column 2 |, and | --- | --- | as the second line.',
};

/** A component as it stands in a body. */
export interface ComponentUse {
  name: string;
  /** The props that are text, as written. */
  props: Readonly<Record<string, string>>;
  place: Place;
  /** The places of the props. */
  propPlaces: Readonly<Record<string, Place>>;
}

export type JsxNode = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/** True if there is a component of this name. */
export function isComponent(name: string): boolean {
  return Object.hasOwn(componentSchemas, name);
}

/** True for a tag that is no component but looks like one of HTML. */
export function isHtml({ name }: JsxNode): boolean {
  return name !== null && /^[a-z]/.test(name) && !isComponent(name);
}

/** A component with its props. */
export function componentUse(source: SourceFile, node: JsxNode): ComponentUse {
  const props: Record<string, string> = {};
  const propPlaces: Record<string, Place> = {};
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') continue;
    propPlaces[attribute.name] ??= nodePlace(source, attribute);
    if (typeof attribute.value === 'string') props[attribute.name] = attribute.value;
  }
  return { name: node.name ?? '', props, place: nodePlace(source, node), propPlaces };
}

/** What is wrong with a component itself: its name, its props, code in them. */
export function componentFaults(source: SourceFile, node: JsxNode): Fault[] {
  const name = node.name ?? '';
  if (!isComponent(name)) return [unknownComponent(name, nodePlace(source, node))];
  const faults: Fault[] = [];
  const props: Record<string, unknown> = {};
  const places = new Map<string | number | undefined, Place>();
  for (const attribute of node.attributes) {
    const place = nodePlace(source, attribute);
    const isCode = attribute.type === 'mdxJsxExpressionAttribute' || typeof (attribute.value ?? '') !== 'string';
    if (isCode) {
      faults.push(codeFault(place));
    } else {
      props[attribute.name] = attribute.value ?? true;
      places.set(attribute.name, place);
    }
  }
  const locate = ([prop]: YamlPath) => places.get(prop) ?? nodePlace(source, node);
  const schema = componentSchemas[name as keyof typeof componentSchemas];
  const { error } = schema.safeParse(props);
  const wrong = error ? schemaFaults({ source, schema, value: props, rule: 'SRC-05', locate }, error) : [];
  return [...faults, ...wrong.map((fault) => ({ ...fault, message: prefixed(name, fault.message) }))];
}

function prefixed(name: string, message: Fault['message']): Fault['message'] {
  return { zh: `组件 <${name}>：${message.zh}`, en: `Component <${name}>: ${message.en}` };
}

/** A tag that names no component. */
export function unknownComponent(name: string, place: Place): Fault {
  const known = Object.keys(componentSchemas);
  const near = nearest(name, known);
  const markdown = insteadOf(name);
  if (markdown && !near) {
    return {
      rule: 'SRC-05',
      ...place,
      message: { zh: `不能使用 HTML 标签 <${name}>`, en: `The HTML tag <${name}> is not allowed` },
      hint: markdown,
    };
  }
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

/** What to write for a tag of HTML. */
function insteadOf(name: string): Bilingual | undefined {
  return tags.find(([names]) => names.test(name))?.[1];
}

const tags: readonly [RegExp, Bilingual][] = [
  [/^(?:table|thead|tbody|tfoot|tr|th|td|caption|colgroup|col)$/, tableHint],
  [/^(?:b|strong)$/, { zh: '粗体写成 **文字**。', en: 'Write **text** for bold text.' }],
  [/^(?:i|em)$/, { zh: '斜体写成 *文字*。', en: 'Write *text* for italics.' }],
  [/^(?:ul|ol|li)$/, { zh: '列表的每一项以“- ”或“1. ”开头。', en: 'Begin each entry of a list with “- ” or “1. ”.' }],
  [/^h[1-6]$/, { zh: '标题写成 ## 标题。', en: 'Write a heading as ## heading.' }],
  [/^a$/, { zh: '链接写成 [文字](网址)。', en: 'Write a link as [text](address).' }],
  [
    /^(?:p|div|span|font|section|center|u|o:p|sup|sub)$/,
    {
      zh: '删除标签，留下文字；段落之间空一行。',
      en: 'Drop the tags and keep the text, with a blank line between paragraphs.',
    },
  ],
];

/** What a component stands for is a table or a block, which has no place within a line of text. */
export function inlineComponents(source: SourceFile, paragraph: Paragraph): Fault[] {
  const isAlone = paragraph.children.every((node) => node.type === 'mdxJsxTextElement' || !toString(node).trim());
  if (isAlone) return [];
  return paragraph.children.flatMap((node): Fault[] => {
    if (node.type !== 'mdxJsxTextElement' || !isComponent(node.name ?? '')) return [];
    return [
      {
        rule: 'SRC-05',
        ...nodePlace(source, node),
        message: {
          zh: `组件 <${node.name}> 要单独成段`,
          en: `The component <${node.name}> must stand on lines of its own`,
        },
        hint: { zh: '在它前后各空一行。', en: 'Leave an empty line before and after it.' },
      },
    ];
  });
}

/** What the search for traps, which goes by lines, did not take for code, but the parser does. */
export function codeFault(place: Place): Fault {
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

/** Pictures would have to be frozen and hashed with the text, which a release does not do yet. */
export function imageFault(place: Place): Fault {
  return {
    rule: 'SRC-05',
    ...place,
    message: { zh: '正文中不能放图片', en: 'Pictures cannot stand in a text' },
    hint: {
      zh: '流程和结构用 Mermaid 画（```mermaid）；照片和截图不能发布，用文字说明，并写明原件存放在哪里。',
      en: 'Draw processes and structures with Mermaid (```mermaid); photographs and screenshots cannot be published: say in words what they show, and where they are kept.',
    },
  };
}
