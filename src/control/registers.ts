/** Registers as text: what commands add to them, with everything else left as people wrote it. */
import { Document as YamlDocument, isMap, isSeq } from 'yaml';
import type { RegisterName } from '../schema/registers/index.ts';
import { editYaml } from './edit-yaml.ts';

/** Where a register stands, below the content folder. */
export function registerPath(name: RegisterName): string {
  return `registers/${name}.yaml`;
}

/** A register with more entries at its end. @param text empty for a register that does not exist yet */
export function withEntries(text: string, entries: readonly object[]): Buffer {
  const edits = entries.map((entry) => ({ append: 'entries', item: entryText(entry) }));
  return Buffer.from(editYaml(text, edits));
}

/** Lists stand in brackets, as in registers written by hand. */
function entryText(entry: object): string {
  const document = new YamlDocument(entry);
  if (isMap(document.contents)) {
    for (const { value } of document.contents.items) if (isSeq(value)) value.flow = true;
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd();
}
