/** A redline as HTML elements. One for the pages made at build and for what the browser compares. */
import type { Element, ElementContent } from 'hast';
import type { RedlineBlock, Word } from '../control/redline.ts';
import type { ShownBlock } from '../control/version-changes.ts';
import { headingLevels } from './heading-levels.ts';

/**
 * The elements of a redline. Headings stand below an `h2` and skip no level.
 * @param gap what stands for blocks that did not change and are left out, by their number
 */
export function redlineTree(blocks: readonly ShownBlock[], gap: (count: number) => string): Element[] {
  const levels = headingLevels(
    blocks.map((block) => (block.kind === 'heading' ? (block.depth ?? 2) : undefined)),
    2,
  );
  return blocks.map((block, index) =>
    block.kind === 'gap' ? element('p', ['gap'], text(gap(block.count))) : blockElement(block, levels[index] ?? 3),
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
    case 'code':
      return element('div', ['block', change], codeNodes(block));
    default:
      return element('p', ['block', kind, change], wordNodes(block.words));
  }
}

function codeNodes({ before, after, change }: RedlineBlock): Element[] {
  if (change === 'same') return [element('pre', [], text(before ?? ''))];
  return [
    ...(before === undefined ? [] : [element('pre', [], [element('del', [], text(before))])]),
    ...(after === undefined ? [] : [element('pre', [], [element('ins', [], text(after))])]),
  ];
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
