/** A version of a document as plain data, to be compared with another one. */
import { metadataFields, partFields, type MetadataField } from '../control/metadata.ts';
import { textBlocks, type TextBlock } from '../control/redline.ts';
import type { PartText, VersionText } from '../control/version-changes.ts';
import type { Document, Handbook, Part } from '../handbook/graph.ts';
import { partTree } from '../markdown/tree.ts';
import { partPath, partTitle } from './parts.ts';
import { departmentLink, roleLink, type Cell, type Link, type View } from './view.ts';

/** What a version says, in the words of the page. Names are those of today in both versions, so that they compare. */
export function versionText(view: View, document: Document): VersionText<Cell> {
  return {
    fields: shownFields(view, metadataFields(view.handbook, document)),
    parts: document.parts.map((part): PartText<Cell> => ({
      key: part.data ? part.name : '',
      title: part.data ? partTitle(view, part) : '',
      section: part.data?.section ?? '',
      path: partPath(document, part, 'version'),
      fields: shownFields(view, partFields(view.handbook, part)),
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

/** Where a value is worth a link, that instead of its name. */
const links: Readonly<Record<string, (view: View, id: string) => Link>> = {
  owner: roleLink,
  department: departmentLink,
  support: departmentLink,
};

function shownFields(view: View, fields: readonly MetadataField[]): [string, Cell][] {
  const language = view.language === 'en' ? 'en' : 'zh';
  return fields
    .filter(({ shown }) => shown[language].length)
    .map(({ key, label, value, shown }) => {
      const link = links[key];
      if (link) return [label[language], [value].flat().map((id) => link(view, String(id)))];
      const [first, ...more] = shown[language];
      return [label[language], more.length ? [first!, ...more].map((text) => ({ text })) : first!];
    });
}
