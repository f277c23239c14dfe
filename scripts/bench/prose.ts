/** Texts: sentences from patterns, sections from sentences, and small changes from version to version. */
import type { Random } from './random.ts';
import { fillers, patterns, situations } from './phrases.ts';

/** What the places in a pattern are filled with, besides the general lists: `role`, `thing`, `form`, `doc`, `link` … */
export type Subjects = Readonly<Record<string, readonly string[]>>;

export type Block =
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

/** Up to this length the same words may well be needed twice. */
const longestPhrase = 12;

/** How many sentences stand in one paragraph. */
const paragraphLength = 5;

/** Writes the sentences of one document. */
export interface Writer {
  random: Random;
  subjects: Subjects;
  /** A sentence that the document does not have yet. */
  sentence: () => string;
}

/** A writer of sentences about the subjects. It says nothing twice, up to a full stop or a semicolon (TXT-02). */
export function writer(random: Random, subjects: Subjects): Writer {
  const said = new Set<string>();
  const sentence = (): string => {
    for (;;) {
      const text = fill(random, random.pick(patterns), subjects);
      const pieces = withoutLinks(text).split(/(?<=；)/);
      if (pieces.some((piece) => said.has(piece))) continue;
      for (const piece of pieces) if (piece.length > longestPhrase) said.add(piece);
      return text;
    }
  };
  return { random, subjects, sentence };
}

/** A pattern with its places filled: from the subjects where they have such words, else from the general lists. */
export function fill(random: Random, pattern: string, subjects: Subjects): string {
  const used = new Set<string>();
  return pattern.replace(/\{(\w+)\}/g, (_, slot: string) => {
    if (slot === 'number') return String(random.whole(2, 30));
    const all = [...(subjects[slot] ?? fillers[slot] ?? [])];
    const fresh = all.filter((word) => !used.has(word));
    const word = random.pick(fresh.length ? fresh : all);
    used.add(word);
    return word;
  });
}

/** What is read of a sentence with links. */
export function withoutLinks(text: string): string {
  return text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
}

/** A paragraph of some sentences. */
export function paragraph({ sentence }: Writer, count: number): Block {
  return { kind: 'paragraph', sentences: Array.from({ length: count }, sentence) };
}

/** A list of some items. */
export function bullets({ sentence }: Writer, count: number, isOrdered = false): Block {
  return { kind: 'list', isOrdered, items: Array.from({ length: count }, sentence) };
}

/** A table of situations: level, what to do, until when. */
export function table({ random, subjects }: Writer, rows: number): Block {
  const one = (slot: string) => random.pick(subjects[slot] ?? fillers[slot]!);
  return {
    kind: 'table',
    header: ['情形', '级别', '处理', '期限', '记录'],
    rows: random
      .sample(situations, rows)
      .map((situation) => [
        situation,
        one('level'),
        `${one('role')}${one('act')}${one('thing')}`,
        one('limit'),
        one('form'),
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
export function lengthen(write: Writer, sections: TextSection[], words: number): void {
  const lengths = sections.map((section) => wordsIn(render([section])));
  let total = lengths.reduce((sum, length) => sum + length, 0);
  while (total < words) {
    const index = lengths.indexOf(Math.min(...lengths));
    const added = write.sentence();
    append(sections[index]!, added);
    const count = wordsIn(added);
    lengths[index]! += count;
    total += count;
  }
}

/** Adds a sentence at the end of a section. */
export function append({ blocks }: TextSection, sentence: string): void {
  const last = blocks.at(-1);
  if (last?.kind === 'paragraph' && last.sentences.length < paragraphLength) last.sentences.push(sentence);
  else blocks.push({ kind: 'paragraph', sentences: [sentence] });
}

/**
 * Changes a sentence, an item or a cell in some sections, as a revision does.
 * @returns the numbers of the sections that were changed
 */
export function revise(write: Writer, sections: readonly TextSection[]): string[] {
  const { random } = write;
  const chosen = random.sample(
    sections.map((section) => ({ section, places: changeable(section, write) })).filter(({ places }) => places.length),
    random.whole(1, 3),
  );
  return chosen.map(({ section: { title }, places }) => {
    const { texts, index, make } = random.pick(places);
    replace(texts, index, make);
    return /^[\d.]+/.exec(title)?.[0] ?? title;
  });
}

/** A text that a revision may replace. */
interface Changeable {
  texts: string[];
  index: number;
  make: () => string;
}

/** What others rely on stays: sentences that name another document, and quotations. */
function changeable({ blocks }: TextSection, { random, sentence }: Writer): Changeable[] {
  return blocks.flatMap((block): Changeable[] => {
    if (block.kind === 'diagram') return [];
    if (block.kind === 'table') {
      const column = block.header.indexOf('期限');
      const make = () => random.pick(fillers['limit']!);
      return column < 0 ? [] : block.rows.map((texts) => ({ texts, index: column, make }));
    }
    const texts = block.kind === 'list' ? block.items : block.sentences;
    return texts.flatMap((text, index) => (/[《“]|\]\(/.test(text) ? [] : [{ texts, index, make: sentence }]));
  });
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
