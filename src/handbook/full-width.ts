/** Full-width punctuation in YAML, which knows “:” and “,” only: the commonest slip of a Chinese keyboard. */
import type { Bilingual } from '../schema/primitives.ts';
import type { Fault } from './finding.ts';
import { SourceFile } from './source.ts';

/** How far a text is from being right: the first number that differs decides, less is better. */
export type Wrongness = readonly number[];

/** A line with full-width punctuation put right. */
interface Mended {
  text: string;
  /** What was replaced, in the order of the columns (1-based, of the line as it was). */
  marks: { column: number; mark: string; withBlank: boolean }[];
}

/** Behind a key, at the beginning of a line or within braces. */
const colon = /(?<=(?:^\s*(?:-\s+)*|[{,，、]\s*)["']?[A-Za-z][\w.-]*["']?\s*)： ?/g;
const comma = /[，、] ?/g;

/**
 * What is wrong with a text because of full-width punctuation, and what is wrong with it besides. A colon or comma counts
 * only if the text is less wrong without it: in the words of a value both are right.
 * @param source a text that is wrong
 * @param wrongness judges a text
 * @param faultsOf all faults of a text
 * @returns undefined if the text is not wrong because of full-width punctuation
 */
export function fullWidthFaults(
  source: SourceFile,
  wrongness: (source: SourceFile) => Wrongness,
  faultsOf: (source: SourceFile) => Fault[],
): Fault[] | undefined {
  const lines = source.text.split('\n');
  const to = source.yamlLine + source.yaml.split('\n').length;
  let best = source;
  let least = wrongness(source);
  const mended = new Map<number, Mended>();
  // What is wrong with values shows only once the syntax is right: then once more from the beginning.
  for (let before: Wrongness = []; before !== least && least.some((value) => value !== 0);) {
    before = least;
    for (let line = source.yamlLine; line < to; line += 1) {
      for (const variant of variants(lines[line - 1] ?? '')) {
        const changed = new SourceFile(
          source.file,
          best.text
            .split('\n')
            .with(line - 1, variant.text)
            .join('\n'),
        );
        const now = wrongness(changed);
        if (!isLess(now, least)) continue;
        [best, least] = [changed, now];
        mended.set(line, variant);
      }
    }
  }
  if (!mended.size) return undefined;
  const own = [...mended].map(([line, variant]) => faultAt(source.file, line, variant));
  return [...own, ...faultsOf(best).map((fault) => inOriginal(fault, mended))];
}

function isLess(a: Wrongness, b: Wrongness): boolean {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at >= 0 && a[at]! < (b[at] ?? 0);
}

/** The ways to put a line right; the one that changes least first, because a comma may belong to the words. */
function variants(line: string): Mended[] {
  if (!/[：，、]/.test(line)) return [];
  const colons = marksIn(line, colon);
  const commas = /[[{]/.test(line) ? marksIn(line, comma) : [];
  const choices = [colons, commas, colons.length && commas.length ? [...colons, ...commas] : []];
  return choices
    .filter(({ length }) => length)
    .map((choice) => {
      const marks = choice.sort((a, b) => a.column - b.column);
      return { text: replaced(line, marks), marks };
    });
}

function marksIn(line: string, pattern: RegExp): Mended['marks'] {
  return [...line.matchAll(pattern)].map(({ 0: found, index }) => ({
    column: index + 1,
    mark: found[0]!,
    withBlank: found.length > 1,
  }));
}

const halfWidth = (mark: string): string => (mark === '：' ? ':' : ',');

function replaced(line: string, marks: Mended['marks']): string {
  let text = line;
  for (const { column, mark, withBlank } of marks.toReversed()) {
    text = `${text.slice(0, column - 1)}${halfWidth(mark)}${withBlank ? '' : ' '}${text.slice(column)}`;
  }
  return text.trimEnd();
}

const names: Record<string, Bilingual> = {
  '：': { zh: '全角冒号“：”', en: 'full-width colon “：”' },
  '，': { zh: '全角逗号“，”', en: 'full-width comma “，”' },
  '、': { zh: '顿号“、”', en: 'Chinese comma “、”' },
};

/** One fault a line. */
function faultAt(file: string, line: number, { text, marks }: Mended): Fault {
  const found = [...new Set(marks.map(({ mark }) => mark))];
  const right = [...new Set(found.map(halfWidth))].map((mark) => `“${mark}”`);
  const written = text.trim().length > 100 ? undefined : text.trim();
  const zh = found.map((mark) => names[mark]!.zh).join('和');
  const en = found.map((mark) => names[mark]!.en).join(' and a ');
  return {
    rule: 'SRC-02',
    file,
    line,
    column: marks[0]!.column,
    message: { zh: `这里用了${zh}，应当用半角`, en: `A ${en} stands where a half-width one is needed` },
    hint: {
      zh: `改成半角的${right.join('和')}，后面空一格${written ? `：${written}` : '。'}`,
      en: `Write the half-width ${right.join(' and ')} with a blank after it${written ? `: ${written}` : '.'}`,
    },
  };
}

/** A fault of the text that was put right, at its place in the text as it is. */
function inOriginal(fault: Fault, mended: ReadonlyMap<number, Mended>): Fault {
  let { column } = fault;
  // Where a blank was put in, what follows stands one column further right.
  for (const mark of mended.get(fault.line)?.marks ?? []) {
    if (!mark.withBlank && column > mark.column + 1) column -= 1;
  }
  return { ...fault, column };
}
