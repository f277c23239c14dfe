/** Sections that a procedure must have and whose headings did not become headings: STR-01 reports them. */
import type { Document, Handbook } from '../handbook/graph.ts';
import { outlineWords, type OutlineWords } from '../markdown/words.ts';
import { nearHeadings, type NearHeading } from './near-headings.ts';

export interface MissedSection {
  /** The heading as it should be written, `### 5.1 受理与记录`. */
  heading: string;
  line: NearHeading;
}

/** The chapters of a procedure that authors write; the others are generated. */
export function writtenSections(words: OutlineWords): string[] {
  return [`1 ${words.aim}`, `4 ${words.flow}`, `5 ${words.description}`];
}

/** The missed sections of a document; none if it is no procedure. */
export function missedSections({ settings }: Handbook, document: Document): MissedSection[] {
  if (document.data.kind !== 'procedure') return [];
  const { source, body } = document.parts[0]!;
  const lines = nearHeadings(source);
  if (!lines.length) return [];
  const isNear = (place: { line: number }) => lines.some((line) => line.place.line === place.line);
  const headings = body.sections.filter(({ place }) => !isNear(place));
  const chapters = writtenSections(outlineWords(settings.language)).map((title) => ({
    number: title[0],
    heading: `## ${title}`,
    isThere: headings.some((section) => section.depth === 2 && section.title === title),
  }));
  const steps = document.data.activities.map(({ name }, index) => ({
    number: `5.${index + 1}`,
    heading: `### 5.${index + 1} ${name}`,
    isThere: body.sections.some(({ number }) => number === `5.${index + 1}`),
  }));
  return [...chapters, ...steps].flatMap(({ number, heading, isThere }): MissedSection[] => {
    const line = isThere ? undefined : lines.find((miss) => miss.number === number);
    return line ? [{ heading, line }] : [];
  });
}
