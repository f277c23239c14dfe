/** Texts: sentences from patterns, sections from sentences, and small changes from version to version. */
import type { Random } from './random.ts';
import { fillers, patterns, situations } from './vocabulary.ts';

/** What the places in a pattern are filled with, besides the general lists: `role`, `thing`, `form`, `doc`, `link` … */
export type Subjects = Readonly<Record<string, readonly string[]>>;

type Block =
  | { kind: 'paragraph'; sentences: string[] }
  | { kind: 'list'; isOrdered: boolean; items: string[] }
  | { kind: 'table'; header: string[]; rows: string[][] }
  | { kind: 'diagram'; code: string };

export interface TextSection {
  depth: 2 | 3;
  /** Heading with its number: `5.1 受理与登记`. */
  title: string;
  blocks: Block[];
}

/** How many sentences stand in one paragraph. */
const paragraphLength = 5;

/** One sentence about the subjects. */
export function sentence(random: Random, subjects: Subjects): string {
  const used = new Set<string>();
  return random.pick(patterns).replace(/\{(\w+)\}/g, (_, slot: string) => {
    if (slot === 'number') return String(random.whole(2, 30));
    const all = [...(subjects[slot] ?? fillers[slot] ?? [])];
    const fresh = all.filter((word) => !used.has(word));
    const word = random.pick(fresh.length ? fresh : all);
    used.add(word);
    return word;
  });
}

/** A paragraph of some sentences. */
export function paragraph(random: Random, subjects: Subjects, count: number): Block {
  return { kind: 'paragraph', sentences: Array.from({ length: count }, () => sentence(random, subjects)) };
}

/** A list of some items. */
export function bullets(random: Random, subjects: Subjects, count: number, isOrdered = false): Block {
  return { kind: 'list', isOrdered, items: Array.from({ length: count }, () => sentence(random, subjects)) };
}

/** A table of situations: level, what to do, until when. */
export function table(random: Random, subjects: Subjects, rows: number): Block {
  const fill = (slot: string) => random.pick(subjects[slot] ?? fillers[slot]!);
  return {
    kind: 'table',
    header: ['情形', '级别', '处理', '期限', '记录'],
    rows: random
      .sample(situations, rows)
      .map((situation) => [
        situation,
        fill('level'),
        `${fill('role')}${fill('act')}${fill('thing')}`,
        fill('limit'),
        fill('form'),
      ]),
  };
}

/** A flowchart of steps with a way back. */
export function flowchart(title: string, steps: readonly string[]): Block {
  const nodes = steps.map((step, index) => `  S${index}["${step}"]`);
  const arrows = steps
    .slice(1)
    .map((_, index) => `  S${index} --> ${index + 2 === steps.length ? 'Q' : `S${index + 1}`}`);
  const last = steps.length - 1;
  const code = [
    'flowchart TD',
    `  accTitle: ${title}`,
    ...nodes,
    '  Q{"是否符合要求？"}',
    ...arrows,
    `  Q -->|是| S${last}`,
    '  Q -->|否| S0',
  ];
  return { kind: 'diagram', code: code.join('\n') };
}

/** Adds sentences, each to the section that says least, until the text has so many words. */
export function lengthen(random: Random, sections: TextSection[], subjects: Subjects, words: number): void {
  const lengths = sections.map((section) => wordsIn(render([section])));
  let total = lengths.reduce((sum, length) => sum + length, 0);
  while (total < words) {
    const index = lengths.indexOf(Math.min(...lengths));
    const added = sentence(random, subjects);
    const { blocks } = sections[index]!;
    const last = blocks.at(-1);
    if (last?.kind === 'paragraph' && last.sentences.length < paragraphLength) last.sentences.push(added);
    else blocks.push({ kind: 'paragraph', sentences: [added] });
    const count = wordsIn(added);
    lengths[index]! += count;
    total += count;
  }
}

/**
 * Changes a sentence, an item or a cell in some sections, as a revision does.
 * @returns the numbers of the sections that were changed
 */
export function revise(random: Random, sections: TextSection[], subjects: Subjects): string[] {
  const chosen = random.sample(
    sections.filter(({ blocks }) => blocks.some(({ kind }) => kind !== 'diagram')),
    random.whole(1, 3),
  );
  for (const { blocks } of chosen) {
    const block = random.pick(blocks.filter(({ kind }) => kind !== 'diagram'));
    if (block.kind === 'table') replace(random.pick(block.rows), 3, () => random.pick(fillers['limit']!));
    else if (block.kind === 'list') {
      replace(block.items, random.whole(0, block.items.length - 1), () => sentence(random, subjects));
    } else if (block.kind === 'paragraph') {
      replace(block.sentences, random.whole(0, block.sentences.length - 1), () => sentence(random, subjects));
    }
  }
  return chosen.map(({ title }) => /^[\d.]+/.exec(title)?.[0] ?? title);
}

/** Puts something else in the place of a text, so that what is called changed did change. */
function replace(texts: string[], index: number, make: () => string): void {
  const before = texts[index];
  do texts[index] = make();
  while (texts[index] === before);
}

/** The MDX of sections. */
export function render(sections: readonly TextSection[]): string {
  return sections
    .flatMap(({ depth, title, blocks }) => [`${'#'.repeat(depth)} ${title}`, ...blocks.map(renderBlock)])
    .join('\n\n')
    .concat('\n');
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.sentences.join('');
    case 'list':
      return block.items.map((item, index) => `${block.isOrdered ? `${index + 1}.` : '-'} ${item}`).join('\n');
    case 'table':
      return [block.header, block.header.map(() => '---'), ...block.rows]
        .map((row) => `| ${row.join(' | ')} |`)
        .join('\n');
    case 'diagram':
      return `\`\`\`mermaid\n${block.code}\n\`\`\``;
  }
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The number of words, as a Chinese dictionary cuts them; diagrams do not count. */
export function wordsIn(text: string): number {
  let count = 0;
  const read = text.replace(/^```[\s\S]*?^```$/gm, '');
  for (const { isWordLike } of segmenter.segment(read)) if (isWordLike) count += 1;
  return count;
}
