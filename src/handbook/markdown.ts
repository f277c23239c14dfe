/** The Markdown of a body: one parser for what is checked and for what is shown. */
import type { Root } from 'mdast';
import type {} from 'mdast-util-mdx';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyGfmStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified, type Plugin } from 'unified';

/** A single tilde is a range in Chinese texts: `8~12 日、15~18 日` must not be struck out between the two. */
const strikethrough = { singleTilde: false };

const markdown = () =>
  unified()
    .use(remarkParse)
    .use(remarkMdx)
    .use(remarkGfm, strikethrough)
    .use(remarkCjkFriendly)
    .use(remarkCjkFriendlyGfmStrikethrough, strikethrough);
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

/**
 * The tree of a body, with MDX, tables, footnotes and strikethrough.
 * @throws {VFileMessage} if MDX refuses the text
 */
export function parseMarkdown(text: string): Root {
  return (perhapsAddress.test(text) ? parser : quickParser).parse(text);
}
