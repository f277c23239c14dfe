/** A text cut at its headings, line by line: enough to see which sections differ between two versions. */
import { linesOutsideCode } from '../handbook/code-lines.ts';

export interface TextSection {
  /** What it is called in a change record: `5.3`, `附件2`, or the title where there is no number. */
  name: string;
  /** The title without the number; empty for what stands before the first heading. */
  title: string;
  /** The names and titles of the sections that it stands in, the outermost first. */
  within: string[];
  /** What stands between its heading and the next one of any level, as the source has it. */
  source: string;
}

/** A heading, with its marks and its text. */
const heading = /^(#{1,6})[ \t]+(.*?)[ \t]*#*$/;
const leadingNumber = /^(?:附件|附录)?[ \t]*\d+(?:\.\d+)*/;

/**
 * The sections of a text, in order.
 * @param body MDX without front matter
 * @param within the part of the document that the text is, if it is one of several
 */
export function textSections(body: string, within: readonly string[] = []): TextSection[] {
  const sections: TextSection[] = [];
  const open: { depth: number; names: string[] }[] = [];
  let current = { name: within[0] ?? '', title: within[1] ?? '', within: [...within], from: 0 };
  const close = (until: number) => {
    const { from, ...names } = current;
    const source = body.slice(from, until);
    const isEmptyStart = sections.length === 0 && open.length === 0 && !source.trim();
    if (!isEmptyStart) sections.push({ ...names, source });
  };
  for (const { text: line, offset } of linesOutsideCode(body)) {
    const [, marks, text = ''] = heading.exec(line) ?? [];
    if (marks === undefined) continue;
    close(offset);
    const depth = marks.length;
    while (open.length && open.at(-1)!.depth >= depth) open.pop();
    const { name, title } = named(text);
    const outer = open.flatMap(({ names }) => names);
    current = { name, title, within: [...within, ...outer], from: offset + line.length };
    open.push({ depth, names: [name, title].filter(Boolean) });
  }
  close(body.length);
  return sections;
}

/** True if two sections say the same to a reader, whatever their numbers are. */
export function saysTheSame(a: TextSection, b: TextSection): boolean {
  return a.title === b.title && (a.source === b.source || comparable(a.source) === comparable(b.source));
}

/** `5.3 升级` → `5.3` and `升级`; a heading without a number is called by its text. */
export function named(text: string): { name: string; title: string } {
  const plain = text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`~]/g, '')
    .trim();
  const number = leadingNumber.exec(plain)?.[0];
  const title = number === undefined ? plain : plain.slice(number.length).trim();
  return { name: number?.replace(/\s/g, '') ?? plain, title };
}

const chinese = String.raw`[\p{Script=Han}\u3000-\u303f\uff01-\uff60]`;
const besideChinese = new RegExp(`(?<=${chinese}) | (?=${chinese})`, 'gu');

/** A text as a reader sees it: broken into lines or not, with its tables drawn wide or narrow. */
function comparable(text: string): string {
  return text
    .replace(/-{3,}/g, '---')
    .replace(/\s+/g, ' ')
    .replace(/ ?\| ?/g, '|')
    .replace(besideChinese, '')
    .trim();
}
