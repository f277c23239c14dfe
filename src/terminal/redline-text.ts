/** A redline as lines for the terminal: what was removed and added in colours, or in [-brackets-] and {+braces+}. */
import { diffArrays } from 'diff';
import type { RedlineBlock, RedlineGap, Word } from '../control/redline.ts';
import { painter } from '../checks/report/text.ts';

export interface RedlineStyle {
  language: 'zh' | 'en';
  colour: boolean;
}

type Shown = RedlineBlock | RedlineGap;

/** The blocks of a redline, each with a mark in the margin: `+`, `-`, `~` for changed inside, blank for the same. */
export function redlineLines(blocks: readonly Shown[], style: RedlineStyle): string[] {
  return blocks.flatMap((block): string[] => {
    if (block.kind === 'gap') {
      const { count } = block;
      const text = style.language === 'zh' ? `… ${count} 段未改动` : `… ${count} blocks unchanged`;
      return [painter(style.colour)('dim', `  ${text}`)];
    }
    return block.kind === 'code' ? codeLines(block, style) : [`${margin(block, style)} ${textOf(block, style)}`];
  });
}

const marks = { same: ' ', added: '+', removed: '-', changed: '~' } as const;

function margin({ change }: RedlineBlock, { colour }: RedlineStyle): string {
  const paint = painter(colour);
  const tones = { same: 'dim', added: 'green', removed: 'red', changed: 'yellow' } as const;
  return paint(tones[change], marks[change]);
}

function textOf(block: RedlineBlock, style: RedlineStyle): string {
  const inside = block.cells
    ? block.cells.map((cell) => runs(cell.words, block, style)).join(' │ ')
    : runs(block.words ?? [], block, style);
  const text =
    block.kind === 'heading'
      ? painter(style.colour)('bold', `${'#'.repeat(block.depth ?? 1)} ${inside}`)
      : block.kind === 'item'
        ? `${'  '.repeat((block.depth ?? 1) - 1)}• ${inside}`
        : block.cells
          ? `│ ${inside} │`
          : inside;
  // Lines that the author broke stay below their margin.
  return text.replaceAll('\n', '\n  ') + (block.moved ? ` ${movedNote(block, style)}` : '');
}

function movedNote({ change }: RedlineBlock, { language, colour }: RedlineStyle): string {
  const text =
    change === 'removed'
      ? { zh: '（移到别处，文字未改）', en: '(stands elsewhere now, word for word)' }
      : { zh: '（从别处移来，文字未改）', en: '(stood elsewhere, word for word)' };
  return painter(colour)('dim', text[language]);
}

/** Of a block that came or went as a whole the margin says so; marks around every text in it would only be in the way. */
function runs(words: readonly Word[], { change }: RedlineBlock, style: RedlineStyle): string {
  const isWhole = change === 'added' || change === 'removed';
  return words.map((word) => (isWhole && !style.colour ? word.text : wordText(word, style))).join('');
}

/** A run of words that stayed, went or came. */
export function wordText({ text, change }: Word, { colour }: RedlineStyle): string {
  if (change === 'same') return text;
  if (colour) return painter(true)(change === 'added' ? ['green', 'underline'] : ['red', 'strikethrough'], text);
  return change === 'added' ? `{+${text}+}` : `[-${text}-]`;
}

/** A diagram before and after, line by line, and any other code. */
function codeLines(block: RedlineBlock, style: RedlineStyle): string[] {
  const paint = painter(style.colour);
  const name = block.language === 'mermaid' ? { zh: '图', en: 'diagram' }[style.language] : (block.language ?? 'code');
  const head = `${margin(block, style)} ${paint('dim', `[${name}]`)}`;
  const lines = (text: string | undefined): string[] => (text === undefined ? [] : text.split('\n'));
  const changes = diffArrays(lines(block.before), lines(block.change === 'same' ? block.before : block.after));
  return [
    head,
    ...changes.flatMap(({ value, added, removed }) =>
      value.map((line) => {
        if (added) return paint('green', `+   ${line}`);
        return removed ? paint('red', `-   ${line}`) : paint('dim', `    ${line}`);
      }),
    ),
  ];
}
