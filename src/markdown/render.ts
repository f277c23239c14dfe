/** Markdown → HTML without a bundler, for every part that uses no component. */
import { toHtml } from 'hast-util-to-html';
import type { Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import remarkRehype, { type Options } from 'remark-rehype';
import { unified } from 'unified';
import { toString } from 'hast-util-to-string';
import { visit } from './visit.ts';
import type { Document, Handbook, Part } from '../handbook/graph.ts';
import { transform, wrapTables, type TransformContext } from './transform.ts';
import { partTree, textTree } from './tree.ts';
import { outlineWords } from './words.ts';

export interface RenderOptions {
  base: string;
  cacheFolder: string;
  /** True while texts are being written; see {@link TransformContext}. */
  draft?: boolean;
}

export interface RenderedHeading {
  depth: number;
  slug: string;
  text: string;
}

export interface Rendered {
  html: string;
  headings: RenderedHeading[];
}

function remarkRehypeOptions({ settings }: Handbook): Options {
  const { footnotes, backToText } = outlineWords(settings.language);
  return { footnoteLabel: footnotes, footnoteBackLabel: backToText };
}

/**
 * Renders a part of a document.
 * @param handbook the graph that names and links are taken from
 */
export async function renderPart(
  handbook: Handbook,
  document: Document,
  part: Part,
  options: RenderOptions,
): Promise<Rendered> {
  return renderTree(partTree(handbook, document, part), { handbook, document, part, ...options });
}

/**
 * Renders a text that is no part of a document, such as a role’s or a translation.
 * @param within the document whose sections its links may name
 */
export async function renderText(
  handbook: Handbook,
  body: string,
  options: RenderOptions,
  within?: Document,
): Promise<Rendered> {
  return renderTree(textTree(body), { handbook, document: within, ...options });
}

async function renderTree(tree: Root, context: TransformContext): Promise<Rendered> {
  await transform(tree, context);
  const html = (await unified().use(remarkRehype, remarkRehypeOptions(context.handbook)).run(tree)) as HtmlRoot;
  wrapTables(html);
  return { html: toHtml(html), headings: headingsOf(html) };
}

/** The headings of a text; not that of its footnotes, which is no section of it. */
function headingsOf(tree: HtmlRoot): RenderedHeading[] {
  const headings: RenderedHeading[] = [];
  visit(tree, 'element', (node) => {
    const depth = /^h([1-6])$/.exec(node.tagName)?.[1];
    const { id } = node.properties;
    if (depth && typeof id === 'string' && id !== 'footnote-label')
      headings.push({ depth: Number(depth), slug: id, text: toString(node) });
  });
  return headings;
}
