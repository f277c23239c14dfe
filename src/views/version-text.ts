/** A version of a document as plain data, to be compared with another one. */
import { textBlocks, type TextBlock } from '../control/redline.ts';
import type { PartText, VersionText } from '../control/version-changes.ts';
import type { Document, Handbook, Part } from '../handbook/graph.ts';
import { partTree } from '../markdown/tree.ts';
import { partPath, partTitle } from './parts.ts';
import { classificationName, departmentLink, named, personName, roleLink, type Cell, type View } from './view.ts';

/** What a version says, in the words of the page. Names are those of today in both versions, so that they compare. */
export function versionText(view: View, document: Document): VersionText<Cell> {
  return {
    fields: fieldsOf(view, document),
    parts: document.parts.map((part): PartText => ({
      key: part.data ? part.name : '',
      title: part.data ? partTitle(view, part) : '',
      section: part.data?.section ?? '',
      path: partPath(document, part, 'version'),
      ...(part.data && part.body.sections[0] && { heading: part.body.sections[0].title }),
      blocks: blocksOf(view.handbook, document, part),
    })),
  };
}

const known = new WeakMap<Part, TextBlock[]>();

/** Remembered, because a version is compared with the one before and the one after, in each language. */
function blocksOf(handbook: Handbook, document: Document, part: Part): TextBlock[] {
  const last = known.get(part);
  if (last) return last;
  const blocks = textBlocks(partTree(handbook, document, part));
  known.set(part, blocks);
  return blocks;
}

function fieldsOf(view: View, { data }: Document): [string, Cell][] {
  const { words } = view;
  const signed = (signature: { by: string; on: string } | undefined) =>
    signature ? `${personName(view, signature.by)} ${signature.on}` : words.none;
  return [
    [words.title, named(view, data.title)],
    [words.version, data.version],
    [words.owner, roleLink(view, data.owner)],
    [words.department, departmentLink(view, data.department)],
    [words.supportDepartments, data.support.map((id) => departmentLink(view, id))],
    [words.classification, classificationName(view, data.classification)],
    [words.control, words[data.control]],
    [words.meetsClauses, words.list([...data.clauses.primary, ...data.clauses.supporting])],
    [words.prepared, signed(data.prepared)],
    [words.reviewed, signed(data.reviewed)],
    [words.approved, signed(data.approved)],
    [words.released, data.released ?? ''],
    [words.effective, data.effective ?? ''],
    [words.nextReview, words.reviewEvery(data.reviewMonths)],
  ];
}
