/** Lines that were meant to be headings: full-width marks or figures of a Chinese keyboard, no blank behind the “#”. */
import { linesOutsideCode } from '../handbook/code-lines.ts';
import type { Place } from '../handbook/finding.ts';
import type { SourceFile } from '../handbook/source.ts';

export interface NearHeading {
  /** `### 5.1 受理与记录`, as it should be written. */
  right: string;
  /** `5.1` */
  number: string | undefined;
  /** False if the line became a heading, only with another number than was meant. */
  isText: boolean;
  place: Place;
}

/** All such lines of a body outside code, in order. */
export function nearHeadings(source: SourceFile): NearHeading[] {
  if (!/^ {0,3}[#＃]/m.test(source.body)) return [];
  return [...linesOutsideCode(source.body)].flatMap(({ text: line, index }): NearHeading[] => {
    const [, marks = '', rest = ''] = /^ {0,3}([#＃]{2,6})[ \t\u3000]*([^\s#＃].*)$/.exec(line) ?? [];
    if (!marks) return [];
    const title = rest.trim().replace(/^[\d０-９][\d０-９.．。]*(?:\u3000)?/, halfWidth);
    const number = /^\d+(?:\.\d+)*/.exec(title)?.[0];
    const right = `${'#'.repeat(marks.length)} ${title}`;
    if (line.trim() === right) return [];
    const isText = !/^ {0,3}#{2,6}[ \t]/.test(line);
    if (!isText && title === rest.trim()) return [];
    return [{ right, number, isText, place: source.bodyPlace(index + 1, 1) }];
  });
}

function halfWidth(text: string): string {
  return text
    .replace(/[０-９]/g, (figure) => String.fromCharCode(figure.charCodeAt(0) - 0xfee0))
    .replace(/[．。]/g, '.')
    .replace('\u3000', ' ');
}
