/** The text of the steps of procedures, line by line: what section `5.<n>` says, without diagrams and headings. */
import type { Place } from '../handbook/finding.ts';
import type { ActivityNode, Document, Handbook } from '../handbook/graph.ts';

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
  const lines = new Map<Document, string[]>();
  return handbook.activities.flatMap((activity) => {
    const { document } = activity;
    let known = lines.get(document);
    if (!known) lines.set(document, (known = document.parts[0]!.source.text.split('\n')));
    const text = stepText(activity, known);
    return text ? [text] : [];
  });
}

const fence = /^\s*(```|~~~)/;

function stepText(activity: ActivityNode, text: readonly string[]): StepText | undefined {
  const { source, body } = activity.document.parts[0]!;
  const index = body.sections.findIndex(({ number }) => number === `5.${activity.step}`);
  const section = body.sections[index];
  if (!section) return undefined;
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
  return { activity, lines };
}
