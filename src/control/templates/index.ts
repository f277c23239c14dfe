/** The outline with which a document of each kind begins. */
import type { Handbook } from '../../handbook/graph.ts';
import type { Kind } from '../../schema/documents.ts';
import { wordsOf, type Draft, type TemplateFile, type Words } from './draft.ts';
import { formTemplate } from './form.ts';
import { manualTemplate } from './manual.ts';
import { matrixTemplate } from './matrix.ts';
import { procedureTemplate } from './procedure.ts';
import { instructionTemplate, planTemplate, policyTemplate } from './texts.ts';

export type { Draft, TemplateFile } from './draft.ts';

type Template = (draft: Draft, words: Words, handbook: Handbook) => TemplateFile[];

const templates: Record<Kind, Template> = {
  manual: manualTemplate,
  policy: policyTemplate,
  procedure: procedureTemplate,
  instruction: instructionTemplate,
  plan: planTemplate,
  form: formTemplate,
  matrix: matrixTemplate,
};

/** The files of a new document, complete but for what only its author knows; the main file first. */
export function filesOf(handbook: Handbook, draft: Draft): TemplateFile[] {
  return templates[draft.kind](draft, wordsOf(handbook), handbook);
}
