/** Reads the body of an MDX file: what the checks and views need to know of it, and every fault in it. */
import type { Nodes, Root } from 'mdast';
import type {} from 'mdast-util-mdx';
import { VFileMessage } from 'vfile-message';
import {
  block,
  brokenTable,
  diagram,
  numberedList,
  sections,
  table,
  type Block,
  type BrokenTable,
  type Diagram,
  type NumberedList,
  type Section,
  type Table,
} from './body-blocks.ts';
import {
  codeFault,
  componentFaults,
  componentUse,
  imageFault,
  inlineComponents,
  isHtml,
  type ComponentUse,
} from './body-components.ts';
import { nodePlace } from './body-place.ts';
import { syntaxFault } from './body-syntax.ts';
import {
  accidentalEmphasis,
  bareAddress,
  literalMarks,
  mentions,
  type BareAddress,
  type Mark,
  type Mention,
} from './body-text.ts';
import type { Fault, Place } from './finding.ts';
import { parseMarkdown } from './markdown.ts';
import { findTraps } from './mdx-traps.ts';
import type { SourceFile } from './source.ts';

export { placeInBlock, placeInDiagram } from './body-blocks.ts';
export type { Block, BrokenTable, Diagram, NumberedList, Section, Table } from './body-blocks.ts';
export type { ComponentUse } from './body-components.ts';
export type { BareAddress, Mark, Mention } from './body-text.ts';

export interface Link {
  url: string;
  place: Place;
}

/** Plain data: it is kept between runs. */
export interface Body {
  sections: Section[];
  links: Link[];
  mentions: Mention[];
  diagrams: Diagram[];
  components: ComponentUse[];
  blocks: Block[];
  /** Those with numbers. */
  lists: NumberedList[];
  tables: Table[];
  brokenTables: BrokenTable[];
  marks: Mark[];
  bareAddresses: BareAddress[];
  faults: Fault[];
}

/** The body of a file that has none. */
export function emptyBody(faults: Fault[] = []): Body {
  return {
    sections: [],
    links: [],
    mentions: [],
    diagrams: [],
    components: [],
    blocks: [],
    lists: [],
    tables: [],
    brokenTables: [],
    marks: [],
    bareAddresses: [],
    faults,
  };
}

/** What the body of a file holds. A body that does not parse gives only its faults. */
export function readBody(source: SourceFile): Body {
  // The front matter would be read as text, with a fault at each of its braces.
  if (source.isFrontMatterOpen) return emptyBody();
  const traps = findTraps(source);
  if (traps.length) return emptyBody(traps);
  let tree: Root;
  try {
    tree = parseMarkdown(source.body);
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error;
    return emptyBody([syntaxFault(source, error)]);
  }
  const body = emptyBody();
  const headings = new Map(sections(source, tree).map(({ node, section }) => [node as Nodes, section]));
  body.sections = [...headings.values()];
  let section: string | undefined;
  for (const node of tree.children) {
    section = headings.get(node)?.id ?? section;
    collect(body, source, node, { section, lists: 0, inAddress: false, inHtml: false });
  }
  return body;
}

/** Where in the body a node stands. */
interface Context {
  section: string | undefined;
  /** How many lists it is in. */
  lists: number;
  /** True in an address that runs on into the text: there the parser does not look for marks. */
  inAddress: boolean;
  /** True in a tag of HTML. */
  inHtml: boolean;
}

/** Adds what a node and all within it are to the body. */
function collect(body: Body, source: SourceFile, node: Nodes, context: Context): void {
  const { section, lists } = context;
  let { inAddress, inHtml } = context;
  switch (node.type) {
    case 'image':
      body.faults.push(imageFault(nodePlace(source, node)));
      break;
    case 'link':
      inAddress = add(body.bareAddresses, bareAddress(source, node));
      body.links.push({ url: node.url, place: nodePlace(source, node) });
      break;
    case 'definition':
      body.links.push({ url: node.url, place: nodePlace(source, node) });
      break;
    case 'text':
      if (node.value.includes('《')) body.mentions.push(...mentions(source, node));
      if (!inAddress && /[*_~]/.test(node.value)) body.marks.push(...literalMarks(source, node));
      break;
    case 'emphasis':
      add(body.marks, accidentalEmphasis(source, node));
      break;
    case 'code':
      add(body.diagrams, diagram(source, node, section));
      break;
    case 'paragraph':
      body.faults.push(...inlineComponents(source, node));
      add(body.brokenTables, brokenTable(source, node));
      add(body.blocks, block(source, node, section));
      break;
    case 'tableCell':
      add(body.blocks, block(source, node, section));
      break;
    case 'table':
      body.tables.push(table(source, node));
      break;
    case 'list':
      add(body.lists, numberedList(source, node, section, lists));
      break;
    case 'mdxJsxTextElement':
    case 'mdxJsxFlowElement':
      if (node.name) body.components.push(componentUse(source, node));
      // Of HTML that was pasted the outermost tag is enough.
      if (!(inHtml && isHtml(node))) body.faults.push(...componentFaults(source, node));
      inHtml ||= isHtml(node);
      break;
    case 'mdxjsEsm':
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      body.faults.push(codeFault(nodePlace(source, node)));
      break;
  }
  if (!('children' in node)) return;
  const within = { section, lists: node.type === 'list' ? lists + 1 : lists, inAddress, inHtml };
  for (const child of node.children) {
    // Where GFM cuts a web address out of a text, the pieces have no place of their own.
    child.position ??= node.position;
    collect(body, source, child, within);
  }
}

/** Adds an item if there is one, and says whether there was. */
function add<T>(list: T[], item: T | undefined): boolean {
  if (item !== undefined) list.push(item);
  return item !== undefined;
}
