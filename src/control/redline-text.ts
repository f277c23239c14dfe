/** The text of a block: what a reader sees, and the marks in it. */
import type { Nodes, PhrasingContent } from 'mdast';
import type {} from 'mdast-util-mdx';

/**
 * Text of a block, or a mark in it: emphasis, the address of a link. A redline shows a mark only where it was
 * changed, so that a reader sees text and not its markup, and yet no change goes unseen.
 */
export interface Piece {
  text: string;
  mark?: true;
}

const mark = (text: string): Piece => ({ text, mark: true });

/** Stands for a line break that the author wants, while those of the source are taken out. */
const BREAK = '\u2028';

/** The pieces of inline nodes. Line breaks of the source become blanks, or nothing beside Chinese, as on the page. */
export function inlinePieces(nodes: readonly PhrasingContent[]): Piece[] {
  const pieces: Piece[] = [];
  for (const piece of nodes.flatMap(pieceOf)) {
    const last = pieces.at(-1);
    if (last && !last.mark && !piece.mark) last.text += piece.text;
    else pieces.push({ ...piece });
  }
  for (const piece of pieces) piece.text = joinLines(piece.text);
  return pieces;
}

function pieceOf(node: PhrasingContent): Piece[] {
  switch (node.type) {
    case 'text':
      return [{ text: node.value }];
    case 'strong':
      return [mark('**'), ...node.children.flatMap(pieceOf), mark('**')];
    case 'emphasis':
      return [mark('*'), ...node.children.flatMap(pieceOf), mark('*')];
    case 'delete':
      return [mark('~~'), ...node.children.flatMap(pieceOf), mark('~~')];
    case 'inlineCode':
      return [mark('`'), { text: node.value }, mark('`')];
    case 'link':
      return [...node.children.flatMap(pieceOf), mark(` (${node.url})`)];
    case 'linkReference':
      return [...node.children.flatMap(pieceOf), mark(` [${node.identifier}]`)];
    case 'image':
      return [{ text: node.alt ?? '' }, mark(` (${node.url})`)];
    case 'imageReference':
      return [{ text: node.alt ?? '' }, mark(` [${node.identifier}]`)];
    case 'break':
      return [{ text: BREAK }];
    case 'footnoteReference':
      return [{ text: `[^${node.identifier}]` }];
    case 'mdxJsxTextElement':
      return node.children.length ? [mark(tag(node)), ...node.children.flatMap(pieceOf)] : [{ text: tag(node) }];
    case 'html':
    case 'mdxTextExpression':
      return [{ text: node.value }];
    default:
      // Math and directives, which the types of Sätteri know and which are not switched on.
      return [];
  }
}

const CHINESE = String.raw`[\p{Script=Han}\u3000-\u303f\uff01-\uff60]`;
const lineEnd = new RegExp(
  String.raw`(?<=${CHINESE})[ \t]*\n[ \t]*(?=${CHINESE}|$)|^[ \t]*\n[ \t]*(?=${CHINESE})`,
  'gu',
);

function joinLines(text: string): string {
  return text
    .replace(lineEnd, '')
    .replace(/[ \t]*\n[ \t]*/g, ' ')
    .replaceAll(BREAK, '\n');
}

/** What a reader sees. */
export function plainText(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (piece.mark ? '' : piece.text)).join('');
}

type Component = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/** The opening tag, as it would be written: `<Note kind="caution">`, `<ChangeRecord />`. */
export function tag(component: Component): string {
  const attributes = component.attributes.map((attribute) => {
    if (attribute.type === 'mdxJsxExpressionAttribute') return ` {${attribute.value}}`;
    const { name, value } = attribute;
    if (value === null || value === undefined) return ` ${name}`;
    return typeof value === 'string' ? ` ${name}="${value}"` : ` ${name}={${value.value}}`;
  });
  return `<${component.name ?? ''}${attributes.join('')}${component.children.length ? '>' : ' />'}`;
}
