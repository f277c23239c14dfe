/** A redline as HTML elements. One for the pages made at build and for what the browser compares. */
import type { Element, ElementContent } from 'hast';
import type { RedlineBlock, Word } from '../control/redline.ts';
import type { ShownBlock } from '../control/version-changes.ts';
import { headingLevels } from './heading-levels.ts';

/** What a redline shows besides its blocks, in the language of the page. */
export interface RedlineTexts {
  language: string;
  /** Stands for blocks that did not change and are left out, by their number. */
  gap: (count: number) => string;
  before: string;
  after: string;
  /** Opens the code of a diagram. */
  code: string;
}

/** Code of a diagram → its picture, an SVG element that our own renderer made. */
export type Pictures = Readonly<Record<string, string>>;

/**
 * The elements of a redline. Headings stand below an `h2` and skip no level.
 * @param pictures a diagram without one is shown as its code alone
 */
export function redlineTree(blocks: readonly ShownBlock[], texts: RedlineTexts, pictures: Pictures): Element[] {
  const levels = headingLevels(
    blocks.map((block) => (block.kind === 'heading' ? (block.depth ?? 2) : undefined)),
    2,
  );
  return blocks.map((block, index) =>
    block.kind === 'gap'
      ? element('p', ['gap'], text(texts.gap(block.count)))
      : block.kind === 'code'
        ? element('div', ['block', block.change], codeNodes(block, texts, pictures))
        : blockElement(block, levels[index] ?? 3),
  );
}

function blockElement(block: RedlineBlock, level: number): Element {
  const { kind, change } = block;
  switch (kind) {
    case 'heading':
      return element(`h${level}`, ['block', change], wordNodes(block.words));
    case 'row': {
      const cells = (block.cells ?? []).map(({ words }) => element('div', [], wordNodes(words)));
      const row = element('div', ['block', change], [element('div', ['cells'], cells)]);
      // A long row scrolls inside itself, with the keyboard, too.
      return { ...row, properties: { ...row.properties, tabIndex: 0 } };
    }
    default:
      return element('p', ['block', kind, change], wordNodes(block.words));
  }
}

/** Diagrams as their readers see them, before and after; their code for those who want to know exactly. */
function codeNodes(block: RedlineBlock, texts: RedlineTexts, pictures: Pictures): Element[] {
  const { before, after, change } = block;
  const codes =
    change === 'same'
      ? [element('pre', [], text(before ?? ''))]
      : [
          ...(before === undefined ? [] : [element('pre', [], [element('del', [], text(before))])]),
          ...(after === undefined ? [] : [element('pre', [], [element('ins', [], text(after))])]),
        ];
  const label = (words: string): Element => ({
    ...element('figcaption', [], text(words)),
    properties: { lang: texts.language },
  });
  const shown: [code: string | undefined, caption: Element[]][] =
    change === 'same'
      ? [[before, []]]
      : [
          [before, [label(texts.before)]],
          [after, [label(texts.after)]],
        ];
  const figures = shown.flatMap(([code, caption]) => {
    const picture = code === undefined ? undefined : pictures[code];
    return picture === undefined ? [] : [element('figure', ['diagram'], [...caption, raw(picture)])];
  });
  if (figures.length === 0) return codes;
  const summary = { ...element('summary', [], text(texts.code)), properties: { lang: texts.language } };
  return [element('div', ['diagrams'], figures), element('details', [], [summary, ...codes])];
}

/** Markup that is our own; `hast` knows the type of such nodes only where it is extended. */
function raw(value: string): ElementContent {
  return { type: 'raw', value } as unknown as ElementContent;
}

const tags = { added: 'ins', removed: 'del' } as const;

function wordNodes(words: readonly Word[] = []): ElementContent[] {
  return words.flatMap((word) =>
    word.change === 'same' ? text(word.text) : [element(tags[word.change], [], text(word.text))],
  );
}

function element(tagName: string, className: string[], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: className.length ? { className } : {}, children };
}

function text(value: string): ElementContent[] {
  return [{ type: 'text', value }];
}
