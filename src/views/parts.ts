/** The parts of a document that has several: their chapters, titles and paths. */
import { documentPath, versionPath } from '../handbook/address.ts';
import type { Document, Part } from '../handbook/graph.ts';
import { named, type Link, type View } from './view.ts';

export interface PartGroup {
  chapter: string;
  title: string;
  links: Link[];
}

/** The parts of a document by chapter: front matter, chapters, attachments. */
export function partGroups(view: View, document: Document, shown: Shown): PartGroup[] {
  const groups = new Map<string, Part[]>();
  for (const part of document.parts.slice(1)) {
    const chapter = chapterOf(part.data?.section ?? part.name);
    groups.set(chapter, [...(groups.get(chapter) ?? []), part]);
  }
  return [...groups].map(([chapter, parts]) => ({
    chapter,
    title: chapterTitle(view, chapter, parts),
    links: parts.map((part) => ({ text: partTitle(view, part), href: partPath(document, part, shown) })),
  }));
}

/** The number and title of a part. */
export function partTitle(view: View, part: Part): string {
  if (!part.data) return named(view, part.title);
  return `${part.data.section.replace(/^附件/, view.words.attachment)} ${named(view, part.title)}`;
}

function chapterTitle(view: View, chapter: string, parts: readonly Part[]): string {
  const { words, handbook } = view;
  if (chapter === '0') return words.front;
  if (chapter === 'attachments') return words.attachments;
  const [first] = parts;
  if (first && first.data?.section === chapter) return partTitle(view, first);
  const clause = handbook.standardsInForce[0]?.byNumber.get(chapter);
  return clause ? `${chapter} ${named(view, clause.data.title)}` : chapter;
}

/** `8.6` → `8`; `附件2` → `attachments`. */
export function chapterOf(section: string): string {
  return /^\d/.test(section) ? (section.split('.')[0] as string) : 'attachments';
}

/** Whether a text is shown as the document in force, or as one version of its history. */
export type Shown = 'in-force' | 'version';

/** The path of a part. */
export function partPath(document: Document, part: Part, shown: Shown): string {
  const name = part.data ? part.name : undefined;
  return shown === 'version' && document.release
    ? versionPath(document.number, document.release.version, name)
    : documentPath(document.number, name);
}

/**
 * Takes the first heading off the text of a part, because the page shows it as its title.
 * @returns the anchor of that heading, and the rest, its headings one level higher
 */
export function withoutTitle(html: string, title: string): { id: string | undefined; html: string } {
  const match = /^\s*<h2 id="([^"]*)">([^<]*)<\/h2>/.exec(html);
  if (!match || match[2] !== title) return { id: undefined, html };
  // What stood below that heading now stands below the title of the page: no level is skipped.
  const rest = html.slice(match[0].length).replaceAll(/(<\/?h)([3-6])(?=[ >])/g, (_, tag, level) => tag + (level - 1));
  return { id: match[1], html: rest };
}
