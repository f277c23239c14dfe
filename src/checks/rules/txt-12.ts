import { placeWithin } from '../../handbook/body-place.ts';
import type { Block } from '../../handbook/body.ts';
import type { Place } from '../../handbook/finding.ts';
import type { SourceFile } from '../../handbook/source.ts';
import { texts } from '../texts.ts';
import type { Rule } from '../rule.ts';

/** What was a list in Word is one on the page: lines of one paragraph run together. */
export const txt12: Rule = {
  id: 'TXT-12',
  severity: 'warning',
  title: { zh: '列举写成列表，不连成一段', en: 'Enumerated lines are a list and do not run together' },
  reason: {
    zh: '只换行不空行的几行是一段，网页上连成一片：“（1）先问人数；（2）再问业务”，步骤就看不清了。从 Word 粘贴时最常见。',
    en: 'Lines without an empty line between them are one paragraph: on the page “(1) … (2) …” run together, and the steps are hard to see. It mostly comes from Word.',
  },
  remedy: {
    zh: '写成列表：前面空一行，每行以“1. ”“2. ”开头（点后有空格）；要保留（1）、①的样子，每项之间空一行。',
    en: 'Write a list: an empty line before it, and each line beginning with “1. ”, “2. ” … (a blank behind the dot); to keep (1) or ①, put an empty line between the items.',
  },
  example: {
    file: 'instructions/HC-ITSM-C-01.mdx',
    wrong: '接到电话时：\n（1）先问受影响的人数；\n（2）再问受影响的业务。',
    right: '接到电话时：\n\n1. 先问受影响的人数；\n2. 再问受影响的业务。',
  },
  *check(handbook) {
    for (const { source, body, document } of texts(handbook)) {
      for (const block of body.blocks) {
        const [first, second] = block.kind === 'paragraph' ? enumerated(source, block) : [];
        if (!first || !second) continue;
        yield {
          place: first.place,
          document,
          message: {
            zh: `“${first.mark}”“${second.mark}”开头的几行不是列表，网页上会连成一段`,
            en: `The lines that begin with “${first.mark}” and “${second.mark}” are no list: they run together on the page`,
          },
        };
      }
    }
  },
};

interface Line {
  mark: string;
  kind: string;
  number: number;
  place: Place;
}

const figures = '一二三四五六七八九十';
const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** `（1）`, `1、`, `2. `, `①` or `一、` where a line begins, behind the marks of quotations and bold text. */
const begins = new RegExp(
  String.raw`^([ \t>]*[*_]{0,3})((?:[（(](\d{1,2}|[${figures}])[)）])|(\d{1,2}|[${figures}])、|(\d{1,2})[.．](?!\d)|([${circled}]))`,
);

/** The first two lines of a paragraph that begin as the items of one list do; none where the page keeps them apart. */
function enumerated(source: SourceFile, { place, range: [from, to] }: Block): Line[] {
  const lines: Line[] = [];
  let offset = from;
  let before = '';
  for (const line of source.body.slice(from, to).split('\n')) {
    const [, indent = '', mark, ...numbers] = begins.exec(line) ?? [];
    // Two blanks or a backslash at the end of a line break it on the page too.
    if (mark !== undefined && !/(?: {2}|\\)$/.test(before)) {
      const at = offset + indent.length;
      lines.push({ mark, ...numbered(mark, numbers), place: placeWithin(source, place, from, at) });
    }
    offset += line.length + 1;
    before = line;
  }
  for (const [index, first] of lines.entries()) {
    const second = lines.slice(index + 1).find(({ kind, number }) => kind === first.kind && number > first.number);
    if (second) return [first, second];
  }
  return [];
}

/** @param numbers as the groups of {@link begins} give them: all but one are undefined */
function numbered(mark: string, numbers: readonly (string | undefined)[]): Pick<Line, 'kind' | 'number'> {
  const which = numbers.findIndex((number) => number !== undefined);
  const number = numbers[which]!;
  const kind = `${which} ${/\d/.test(mark)}`;
  return { kind, number: Number(number) || Math.max(figures.indexOf(number), circled.indexOf(number)) + 1 };
}
