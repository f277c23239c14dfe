/** Gives links their addresses and turns 《titles》 into links. */
import type { Link, PhrasingContent, Root, Text } from 'mdast';
import { SKIP, visit } from './visit.ts';
import { documentPath, versionPath } from '../handbook/address.ts';
import { addressEnd } from '../handbook/autolink.ts';
import type { Document, Handbook, Part } from '../handbook/graph.ts';
import { anchorsOf, pageOf, resolveLink } from '../handbook/link.ts';

export interface LinkContext {
  handbook: Handbook;
  document: Document | undefined;
  /** The part that the text is; undefined for a text that is no part. */
  part?: Part | undefined;
  /** Path under which the site stands, without a slash at the end: empty, or `/handbook`. */
  base: string;
}

/** Resolves every link of the tree. A link that leads nowhere (possible in an old version only) becomes plain text. */
export function resolveLinks(tree: Root, context: LinkContext): void {
  splitAutolinks(tree);
  visit(tree, 'link', (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const target = resolveLink(context.handbook, context.document, node.url);
    if (target.kind === 'internal') {
      node.url = ownSection(node.url, context) ?? context.base + target.path;
      if (target.document !== undefined) markToday(node, target.document, context.handbook);
    } else if (target.kind === 'external') {
      node.data = { hProperties: { rel: ['noopener'] } };
    } else {
      parent.children.splice(index, 1, ...node.children);
      return index;
    }
    return SKIP;
  });
}

/**
 * The address of a section of the same document (`#5.3`): on the same page, or on the page of another part of the
 * same version. An old version must not lead into the one in force, which may have lost the section.
 */
function ownSection(url: string, { handbook, document, part, base }: LinkContext): string | undefined {
  if (!url.startsWith('#') || !document) return undefined;
  const page = anchorsOf(document).get(decodeURIComponent(url.slice(1)));
  if (page === (part?.data ? part.name : undefined)) return url;
  const { number, release } = document;
  const isInForce = handbook.documents.get(number)?.release === release;
  const path = release && !isInForce ? versionPath(number, release.version, page) : documentPath(number, page);
  return `${base}${path}${url}`;
}

/** Links each 《title》 outside headings and links to its document. A document does not link to itself. */
export function linkMentions(tree: Root, { handbook, document, base }: LinkContext): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'heading' || node.type === 'link') return SKIP;
    if (node.type !== 'text' || !parent || index === undefined) return undefined;
    const pieces = mentionPieces(node, handbook, document, base);
    if (!pieces) return undefined;
    (parent.children as PhrasingContent[]).splice(index, 1, ...pieces);
    return index + pieces.length;
  });
}

function mentionPieces(
  node: Text,
  handbook: Handbook,
  document: Document | undefined,
  base: string,
): PhrasingContent[] | undefined {
  const pieces: PhrasingContent[] = [];
  let from = 0;
  for (const match of node.value.matchAll(/《([^《》]+)》/g)) {
    const number = handbook.numberByTitle.get(match[1] as string);
    const named = number === undefined || number === document?.number ? undefined : handbook.documents.get(number);
    if (!named) continue;
    if (match.index > from) pieces.push({ type: 'text', value: node.value.slice(from, match.index) });
    const url = base + pageOf(handbook, named);
    const link: Link = { type: 'link', url, title: named.number, children: [{ type: 'text', value: match[0] }] };
    markToday(link, named.number, handbook);
    pieces.push(link);
    from = match.index + match[0].length;
  }
  if (from === 0) return undefined;
  if (from < node.value.length) pieces.push({ type: 'text', value: node.value.slice(from) });
  return pieces;
}

/** In an old version, what was not yet in force then is shown as it is today, and marked. */
function markToday(link: Link, number: string, { former, settings }: Handbook): void {
  if (!former || former.inForce(number)) return;
  link.title =
    settings.language === 'zh-CN'
      ? `${number}：当时尚未实施，链接到现行版本`
      : `${number}: not in force then; this is today’s version`;
  link.data = { ...link.data, hProperties: { className: ['today'] } };
}

/** GFM takes the Chinese punctuation after an address into the link: gives it back to the text. */
function splitAutolinks(tree: Root): void {
  visit(tree, 'link', (node: Link, index, parent) => {
    const [text] = node.children;
    if (!parent || index === undefined || text?.type !== 'text' || !/^(https?:\/\/|www\.)/.test(text.value)) return;
    const end = addressEnd(text.value);
    if (end === text.value.length) return;
    const rest = text.value.slice(end);
    node.url = node.url.slice(0, node.url.length - encodedLength(node.url, rest));
    text.value = text.value.slice(0, end);
    parent.children.splice(index + 1, 0, { type: 'text', value: rest });
  });
}

function encodedLength(url: string, rest: string): number {
  return url.endsWith(rest) ? rest.length : encodeURI(rest).length;
}
