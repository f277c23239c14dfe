/** Changes values in YAML text and leaves every other character as its author wrote it. */
import { isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml';

export type Edit =
  /** Sets a top-level key to a plain YAML value, in place, or adds it after another key. */
  | { set: string; to: string; after?: string }
  /** Adds an item (lines without indentation) at the end of a top-level list. */
  | { append: string; item: string };

/**
 * The text with the edits made.
 * @throws {Error} if a key that must be there is not
 */
export function editYaml(yaml: string, edits: readonly Edit[]): string {
  return edits.reduce(applyEdit, yaml);
}

function applyEdit(yaml: string, edit: Edit): string {
  const { contents } = parseDocument(yaml, { uniqueKeys: false });
  if (!isMap(contents)) throw new Error('The front matter is not a mapping');
  const find = (key: string) => contents.items.find((item) => isScalar(item.key) && item.key.value === key);
  if ('append' in edit) {
    const list = find(edit.append)?.value;
    if (!isSeq(list)) throw new Error(`“${edit.append}” is not a list`);
    const end = lineEnd(yaml, (list.range?.[1] ?? yaml.length) - 1);
    const last = list.items.at(-1) as Node;
    const indent = ' '.repeat(columnOf(yaml, yaml.lastIndexOf('-', last.range![0])));
    const lines = edit.item.split('\n').map((line, index) => `${indent}${index === 0 ? '- ' : '  '}${line}`);
    return `${yaml.slice(0, end)}${lines.join('\n')}\n${yaml.slice(end)}`;
  }
  const pair = find(edit.set);
  if (pair) {
    const [from, to] = (pair.value as Node).range!;
    const keyEnd = (pair.key as Node).range![1];
    // A value on lines of its own is replaced from behind its key to the end of its last line.
    if (yaml.slice(keyEnd, from).includes('\n')) {
      return `${yaml.slice(0, keyEnd)}: ${edit.to}\n${yaml.slice(lineEnd(yaml, to - 1))}`;
    }
    return yaml.slice(0, from) + edit.to + yaml.slice(to);
  }
  const anchor = edit.after === undefined ? undefined : find(edit.after);
  const at = anchor ? lineEnd(yaml, (anchor.value as Node).range![1] - 1) : yaml.length;
  return `${yaml.slice(0, at)}${edit.set}: ${edit.to}\n${yaml.slice(at)}`;
}

/** The place after the line break that ends the line of an offset. */
function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}
