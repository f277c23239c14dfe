/** The whole text of a part as one mdast tree: what its author wrote and what its front matter says, in order. */
import type { Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Document, Handbook, Part } from '../handbook/graph.ts';
import { parseMarkdown } from '../handbook/markdown.ts';
import { expandComponents } from './components.ts';
import { activityTable, formText, matrixTable, processDefinition, references, terms } from './generated.ts';

/** The tree of one part, with links as authors write them. */
export function partTree(handbook: Handbook, document: Document, part: Part): Root {
  const tree = parseMarkdown(part.source.body);
  return assemble(handbook, document, part, tree);
}

/** The tree of a text that is no part of a document, such as a role’s. */
export function textTree(body: string): Root {
  return parseMarkdown(body);
}

/** Adds what is generated: components everywhere, sections from the document’s front matter in its main part. */
function assemble(handbook: Handbook, document: Document, part: Part, tree: Root): Root {
  expandComponents(tree, handbook, document);
  if (part.data) return tree;
  const { data } = document;
  if (data.kind === 'form') tree.children = formText(handbook, data);
  if (data.kind === 'matrix') tree.children.push(...matrixTable(handbook, data));
  if (data.kind === 'procedure') {
    insertBefore(tree, '4', [...processDefinition(handbook, data), ...terms(handbook, data)]);
    insertAfterHeading(tree, '5', activityTable(handbook, data));
    tree.children.push(...references(handbook, data));
  }
  return tree;
}

function headingIndex(tree: Root, number: string): number {
  return tree.children.findIndex(
    (node) => node.type === 'heading' && node.depth === 2 && toString(node).startsWith(`${number} `),
  );
}

function insertBefore(tree: Root, number: string, nodes: RootContent[]): void {
  const index = headingIndex(tree, number);
  tree.children.splice(index < 0 ? tree.children.length : index, 0, ...nodes);
}

function insertAfterHeading(tree: Root, number: string, node: RootContent): void {
  const index = headingIndex(tree, number);
  if (index >= 0) tree.children.splice(index + 1, 0, node);
}
