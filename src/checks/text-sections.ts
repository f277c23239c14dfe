/** A text cut at its headings, line by line: enough to see which sections differ between two versions. */

export interface TextSection {
  /** What it is called in a change record: `5.3`, `附件2`, or the title where there is no number. */
  name: string;
  /** The title without the number; empty for what stands before the first heading. */
  title: string;
  /** The names and titles of the sections that it stands in, the outermost first. */
  within: string[];
  /** Heading and text up to the next heading of any level, without what only the source shows. */
  text: string;
  /** The same without the number, by which a section is known that was only renumbered. */
  unnumbered: string;
}

const heading = /^(#{1,6})[ \t]+(.*?)[ \t]*#*$/;
const fence = /^[ \t]*(`{3,}|~{3,})/;
const leadingNumber = /^(?:附件|附录)?[ \t]*\d+(?:\.\d+)*/;

/**
 * The sections of a text, in order.
 * @param body MDX without front matter
 * @param within the part of the document that the text is, if it is one of several
 */
export function textSections(body: string, within: readonly string[] = []): TextSection[] {
  const sections: TextSection[] = [];
  const open: { depth: number; names: string[] }[] = [];
  let current = { name: within[0] ?? '', title: within[1] ?? '', within: [...within], lines: [] as string[] };
  const close = () => {
    const { name, title } = current;
    const text = comparable(current.lines.join('\n'));
    const isEmptyStart = sections.length === 0 && open.length === 0 && !text;
    if (isEmptyStart) return;
    sections.push({
      name,
      title,
      within: current.within,
      text: `${name} ${title}\n${text}`,
      unnumbered: `${title}\n${text}`,
    });
  };
  let closing = '';
  for (const line of body.split('\n')) {
    const mark = fence.exec(line)?.[1];
    if (mark && !closing) closing = mark;
    else if (mark && mark.startsWith(closing)) closing = '';
    const found = closing || mark ? null : heading.exec(line);
    if (!found) {
      current.lines.push(line);
      continue;
    }
    close();
    const depth = found[1]!.length;
    while (open.length && open.at(-1)!.depth >= depth) open.pop();
    const { name, title } = named(found[2]!);
    current = { name, title, within: [...within, ...open.flatMap(({ names }) => names)], lines: [] };
    open.push({ depth, names: [name, title].filter(Boolean) });
  }
  close();
  return sections;
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
