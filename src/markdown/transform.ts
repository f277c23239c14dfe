/** Makes the tree of a part ready for HTML: section ids, links, diagrams, Chinese line breaks. */
import { fromHtml } from 'hast-util-from-html';
import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import type { Code, Root } from 'mdast';
import { toString as toText } from 'hast-util-to-string';
import { toString } from 'mdast-util-to-string';
import { visit } from './visit.ts';
import { looksLikeNumber } from '../handbook/number-pattern.ts';
import { sectionId } from '../handbook/section-id.ts';
import { joinCjkLines } from './cjk-lines.ts';
import { checkDiagram, renderDiagram } from './diagrams.ts';
import { isSignedFigure, longCell } from './long-cell.ts';
import { linkMentions, resolveLinks, type LinkContext } from './links.ts';

export interface TransformContext extends LinkContext {
  /** Folder in which drawn diagrams are kept between builds. */
  cacheFolder: string;
  /** True while a text is being written: a diagram that cannot be drawn yet is shown as its code. */
  draft?: boolean;
}

/** Changes the tree in place. */
export async function transform(tree: Root, context: TransformContext): Promise<void> {
  joinCjkLines(tree);
  const taken = new Map<string, number>();
  visit(tree, 'heading', (node) => {
    node.data = { ...node.data, hProperties: { id: sectionId(toString(node), taken) } };
  });
  resolveLinks(tree, context);
  linkMentions(tree, context);
  const diagrams: { node: Code; title: string | undefined }[] = [];
  let section: string | undefined;
  visit(tree, (node) => {
    if (node.type === 'heading') section = toString(node);
    if (node.type === 'code' && node.lang === 'mermaid') diagrams.push({ node, title: section });
  });
  for (const { node, title } of diagrams) {
    const { cacheFolder, draft } = context;
    if (draft && (await checkDiagram(node.value, { cacheFolder }))) continue;
    const svg = await renderDiagram(node.value, { cacheFolder, ...(title ? { title } : {}) });
    const { children } = fromHtml(svg, { fragment: true });
    node.data = {
      hName: 'figure',
      hProperties: { className: ['diagram'] },
      hChildren: children as ElementContent[],
    };
  }
}

/** rehype: a table scrolls inside its own frame, which the keyboard can reach. */
export function wrapTables(tree: HtmlRoot): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'table' || !parent || index === undefined) return undefined;
    if (parent.type === 'element' && parent.properties['className']?.toString() === 'table') return undefined;
    const columns = firstRow(node)?.children.filter((child) => child.type === 'element').length ?? 0;
    const wrapper: Element = {
      type: 'element',
      tagName: 'div',
      properties: { className: ['table'], tabIndex: 0, dataColumns: String(columns) },
      children: [node],
    };
    visit(node, 'element', (cell) => {
      if (cell.tagName !== 'td') return;
      const text = toText(cell);
      if (text.length > longCell) cell.properties['className'] = ['long'];
      else if (looksLikeNumber(text) || isSignedFigure(text)) cell.properties['className'] = ['fixed'];
      if (!looksLikeNumber(text)) keepNumbersWhole(cell);
    });
    parent.children[index] = wrapper;
    return index + 1;
  });
}

/** Numbers of documents in the text of a cell: browsers break at each hyphen, and half a number looks like another one. */
function keepNumbersWhole(cell: Element): void {
  visit(cell, 'text', (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const pieces = node.value.split(/((?:[A-Z0-9]+-){2,}[A-Z0-9]+)/);
    if (pieces.length === 1) return undefined;
    const children = pieces.filter(Boolean).map((value): ElementContent =>
      looksLikeNumber(value)
        ? {
            type: 'element',
            tagName: 'span',
            properties: { className: ['nowrap'] },
            children: [{ type: 'text', value }],
          }
        : { type: 'text', value },
    );
    (parent.children as ElementContent[]).splice(index, 1, ...children);
    return index + children.length;
  });
}

function firstRow(table: Element): Element | undefined {
  for (const child of table.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'tr') return child;
    const row = firstRow(child);
    if (row) return row;
  }
  return undefined;
}
