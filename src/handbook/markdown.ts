/** The Markdown of a body: the same tree for what is checked and for what is shown. */
import type { Root } from 'mdast';
import type {} from 'mdast-util-mdx';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyGfmStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { mdxToMdast } from 'satteri';
import { unified } from 'unified';
import { isPlain } from './plain-markdown.ts';

/** A single tilde is a range in Chinese texts: `8~12 日、15~18 日` must not be struck out between the two. */
const strikethrough = { singleTilde: false };

const parser = unified()
  .use(remarkParse)
  .use(remarkMdx)
  .use(remarkGfm, strikethrough)
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyGfmStrikethrough, strikethrough)
  .freeze();

/**
 * The tree of a body, with MDX, tables, footnotes and strikethrough.
 * @throws {VFileMessage} if MDX refuses the text
 */
export function parseMarkdown(text: string): Root {
  if (isPlain(text)) {
    try {
      return mdxToMdast(text, { features: { frontmatter: false } }) as Root;
    } catch {
      // Why and where, micromark says below.
    }
  }
  return parseFully(text);
}

/**
 * The same by micromark alone, which reads all texts.
 * @throws {VFileMessage} if MDX refuses the text
 */
export function parseFully(text: string): Root {
  return parser.parse(text);
}
