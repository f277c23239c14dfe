/** The text of the steps of procedures, line by line: what section `5.<n>` says, without diagrams and headings. */
import { linesOutsideCode } from '../handbook/code-lines.ts';
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
  const { source, body } = part;
  const lines = [...linesOutsideCode(source.body)]
    .filter(({ text }) => text.trim() && !/^#+\s/.test(text))
    .map(({ text, index }) => ({ text, line: index + source.bodyLine }));
  const sections = new Map<string, StepLine[]>();
  for (const [index, { number, depth, place }] of body.sections.entries()) {
    if (!number?.startsWith('5.') || sections.has(number)) continue;
    const end = body.sections.slice(index + 1).find((next) => next.depth <= depth)?.place.line ?? Infinity;
    const own = lines.filter(({ line }) => line > place.line && line < end);
    const at = (line: number) => (column: number) => ({ file: source.file, line, column: column + 1 });
    sections.set(
      number,
      own.map(({ text, line }) => ({ text, at: at(line) })),
    );
  }
  known.set(part, sections);
  return sections;
}
