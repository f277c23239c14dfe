/** The text of the steps of procedures, line by line: what section `5.<n>` says, without diagrams and headings. */
import type { Place } from '../handbook/finding.ts';
import type { ActivityNode, Handbook, Part } from '../handbook/graph.ts';

export interface StepLine {
  text: string;
  /** The place of the character at an index of the line. */
  at: (index: number) => Place;
}

export interface StepText {
  activity: ActivityNode;
  lines: StepLine[];
}

/** The texts of all steps that have a section, in the order of the documents and steps. */
export function stepTexts(handbook: Handbook): StepText[] {
  return handbook.activities.flatMap((activity) => {
    const lines = linesBySection(activity.document.parts[0]!).get(`5.${activity.step}`);
    return lines ? [{ activity, lines }] : [];
  });
}

/** What was read before: both graphs share the parts. */
const known = new WeakMap<Part, ReadonlyMap<string, StepLine[]>>();

/** Number of a section → its lines. */
function linesBySection(part: Part): ReadonlyMap<string, StepLine[]> {
  const before = known.get(part);
  if (before) return before;
  const text = part.source.text.split('\n');
  const sections = new Map<string, StepLine[]>();
  for (const [index, { number }] of part.body.sections.entries()) {
    if (number?.startsWith('5.') && !sections.has(number)) sections.set(number, linesOf(part, index, text));
  }
  known.set(part, sections);
  return sections;
}

const fence = /^\s*(```|~~~)/;

function linesOf({ source, body }: Part, index: number, text: readonly string[]): StepLine[] {
  const section = body.sections[index]!;
  const next = body.sections.slice(index + 1).find(({ depth }) => depth <= section.depth);
  const lines: StepLine[] = [];
  let isCode = false;
  for (let line = section.place.line; line < (next?.place.line ?? text.length + 1) - 1; line += 1) {
    const content = text[line] as string;
    const isFence = fence.test(content);
    if (isFence) isCode = !isCode;
    if (isFence || isCode || /^#+\s/.test(content) || !content.trim()) continue;
    lines.push({ text: content, at: (column) => ({ file: source.file, line: line + 1, column: column + 1 }) });
  }
  return lines;
}
