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
  marks: { column: number; mark: string; /** Or where none is wanted. */ withBlank: boolean }[];
}

/** Behind a key, at the beginning of a line or within braces. */
const colon = /(?<=(?:^\s*(?:-\s+)*|[{,，、]\s*)["']?[A-Za-z][\w.-]*["']?\s*)： ?/g;
const comma = /[，、] ?/g;

/** Of a line on which a value is quoted with curly marks, or with one straight and one curly mark. */
const quote = /[“”‘’]/g;
const quotedValue = /[:,[{-]\s*(?:[“‘].*["'”’]|["'].*[”’])\s*(?:[,\]}]|$)/;

/** So many ways to put a line right are tried in a file, because each takes a look at the whole text. */
const most = 200;

/** The syntax fails below the slip: at the end of the words that a key without its colon begins. */
const above = 10;

/**
 * All faults of a text, those of full-width punctuation as such, at the very character. A colon or comma counts only if
 * the text is less wrong without it: in the words of a value both are right. Only lines are tried where there is a fault.
 * @param source a text that is wrong
 * @param wrongness judges a text
 * @param faultsOf the faults of a text as the parser and the schema tell them
 */
export function faultsByMark(
  source: SourceFile,
  wrongness: (source: SourceFile) => Wrongness,
  faultsOf: (source: SourceFile) => Fault[],
): Fault[] {
  const written = source.text.split('\n');
  const marked = markedLines(source, written);
  const mended = new Map<number, Mended>();
  let lines = written;
  let least = wrongness(source);
  let faults = faultsOf(source);
  let tries = 0;
  // What is wrong with values shows only once the syntax is right, and of the syntax only the first fault.
  for (let isBetter = true; isBetter;) {
    isBetter = false;
    for (const line of suspects(marked, faults)) {
      for (const variant of variants(written[line - 1]!)) {
        if ((tries += 1) > most) break;
        const changed = lines.with(line - 1, variant.text);
        const now = wrongness(new SourceFile(source.file, changed.join('\n')));
        if (!isLess(now, least)) continue;
        [lines, least, isBetter] = [changed, now, true];
        mended.set(line, variant);
      }
      if (isBetter && faults[0]?.rule === 'SRC-02') break;
    }
    if (isBetter) faults = faultsOf(new SourceFile(source.file, lines.join('\n')));
  }
  const own = [...mended].map(([line, variant]) => faultAt(source.file, line, variant));
  return [...own, ...faults.map((fault) => inOriginal(fault, mended))];
}

/** The lines of the YAML of a file that have full-width punctuation. */
function markedLines({ yaml, yamlLine }: SourceFile, lines: readonly string[]): number[] {
  const end = yamlLine + yaml.split('\n').length;
  return lines.flatMap((text, index) => {
    const line = index + 1;
    return line >= yamlLine && line < end && variants(text).length ? [line] : [];
  });
}

/** The marked lines that faults may come from, of each fault the nearest first. */
function suspects(marked: readonly number[], faults: readonly Fault[]): Set<number> {
  return new Set(
    faults.flatMap(({ rule, line }) =>
      rule === 'SRC-02'
        ? marked
            .filter((number) => number <= line)
            .slice(-above)
            .reverse()
        : marked.filter((number) => number === line),
    ),
  );
}

function isLess(a: Wrongness, b: Wrongness): boolean {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at >= 0 && a[at]! < (b[at] ?? 0);
}

/** The ways to put a line right; the one that changes least first, because a comma may belong to the words. */
function variants(line: string): Mended[] {
  if (!/[：，、“”‘’]/.test(line)) return [];
  const quotes = quotedValue.test(line) ? marksIn(line, quote) : [];
  const colons = marksIn(line, colon);
  const commas = /[[{]/.test(line) ? marksIn(line, comma) : [];
  const choices = [colons, commas, colons.length && commas.length ? [...colons, ...commas] : [], quotes];
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
    withBlank: found.length > 1 || /[“”‘’]/.test(found),
  }));
}

const halfWidths: Record<string, string> = { '：': ':', '“': '"', '”': '"', '‘': "'", '’': "'" };
const halfWidth = (mark: string): string => halfWidths[mark] ?? ',';

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
const curly: Bilingual = { zh: '全角引号', en: 'curly quotation mark' };

/** One fault a line. */
function faultAt(file: string, line: number, { text, marks }: Mended): Fault {
  const found = [...new Set(marks.map(({ mark }) => mark))];
  const right = [...new Set(found.map(halfWidth))].map((mark) => `“${mark}”`);
  const written = text.trim().length > 100 ? undefined : text.trim();
  const called = [...new Set(found.map((mark) => names[mark] ?? curly))];
  const zh = called.map((name) => name.zh).join('和');
  const en = called.map((name) => name.en).join(' and a ');
  const isQuoted = called.includes(curly);
  return {
    rule: 'SRC-02',
    file,
    line,
    column: marks[0]!.column,
    message: { zh: `这里用了${zh}，应当用半角`, en: `A ${en} stands where a half-width one is needed` },
    hint: {
      zh: `${isQuoted ? '改成半角引号' : `改成半角的${right.join('和')}，后面空一格`}${written ? `：${written}` : '。'}`,
      en: `${isQuoted ? 'Write straight quotes' : `Write the half-width ${right.join(' and ')} with a blank after it`}${written ? `: ${written}` : '.'}`,
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
