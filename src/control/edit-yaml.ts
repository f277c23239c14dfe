/** Changes values in YAML text and leaves every other character as its author wrote it. */
import { isMap, isScalar, isSeq, parse, parseDocument, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';

/** A top-level key, or the way to a value: keys, and indices of lists. */
export type EditPath = string | readonly (string | number)[];

export type Edit =
  /** Sets a key to a plain YAML value, in place, or adds it: after another key, or as the last of its mapping. */
  | { set: EditPath; to: string; after?: string }
  /** Adds an item (lines without indentation) at the end of a top-level list, which is begun if there is none. */
  | { append: string; item: string };

/**
 * The text with the edits made.
 * @throws {Error} if a value that must be there is not
 */
export function editYaml(yaml: string, edits: readonly Edit[]): string {
  return edits.reduce(applyEdit, yaml);
}

function applyEdit(yaml: string, edit: Edit): string {
  const contents = parseDocument(yaml, { uniqueKeys: false }).contents as Node | null;
  if ('append' in edit) return append(yaml, contents, edit);
  const path = typeof edit.set === 'string' ? [edit.set] : edit.set;
  let node: unknown = contents;
  for (const step of path.slice(0, -1)) {
    node = isSeq(node) ? node.items[Number(step)] : isMap(node) ? pairOf(node, step)?.value : undefined;
  }
  if (!isMap(node)) throw new Error(`“${path.slice(0, -1).join('.')}” is not a mapping`);
  const key = String(path.at(-1));
  const pair = pairOf(node, key);
  return pair ? replace(yaml, pair, edit.to) : insert(yaml, node, key, edit);
}

function pairOf(map: YAMLMap, key: string | number): Pair | undefined {
  return map.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
}

function replace(yaml: string, { key, value }: Pair, to: string): string {
  const keyEnd = (key as Node).range![1];
  const [from, end] = (value as Node).range!;
  // A value on lines of its own is replaced from behind its key to the end of its last line.
  if (yaml.slice(keyEnd, from).includes('\n')) {
    return `${yaml.slice(0, keyEnd)}: ${to}\n${yaml.slice(lineEnd(yaml, end - 1))}`;
  }
  // Of a key with nothing behind it, the value begins right after the colon.
  const blank = yaml[from - 1] === ':' ? ' ' : '';
  return yaml.slice(0, from) + blank + to + yaml.slice(end);
}

function insert(yaml: string, map: YAMLMap, key: string, { to, after }: { to: string; after?: string }): string {
  const line = `${key}: ${to}`;
  const anchor = (after === undefined ? undefined : pairOf(map, after)) ?? map.items.at(-1);
  const first = map.items[0];
  if (!anchor || !first) throw new Error('A key cannot be added to an empty mapping');
  const end = endOf(anchor);
  if (map.flow) return `${yaml.slice(0, end)}, ${line}${yaml.slice(end)}`;
  const indent = ' '.repeat(columnOf(yaml, (first.key as Node).range![0]));
  return withLine(yaml, lineEnd(yaml, end - 1), `${indent}${line}\n`);
}

function append(yaml: string, contents: Node | null, { append: key, item }: { append: string; item: string }): string {
  if (contents !== null && !isMap(contents)) throw new Error('The text is not a mapping');
  const pair = contents ? pairOf(contents, key) : undefined;
  if (!pair) return withLine(yaml, yaml.length, `${key}:\n${listItem(item, 2)}`);
  const list = pair.value as Node | null;
  if (isSeq(list) && list.items.length) return appendTo(yaml, list, item);
  if (!isSeq(list) && !(isScalar(list) && list.value === null)) throw new Error(`“${key}” is not a list`);
  // `entries: []` and `entries:` become a list; a comment behind them stays where it is.
  const begun = isSeq(list) ? yaml.slice(0, list.range![0]).trimEnd() + yaml.slice(list.range![1]) : yaml;
  return withLine(begun, lineEnd(begun, (pair.key as Node).range![1]), listItem(item, 2));
}

function appendTo(yaml: string, list: YAMLSeq, item: string): string {
  const last = list.items.at(-1) as Node;
  const end = endOf(last);
  if (list.flow) return `${yaml.slice(0, end)}, ${JSON.stringify(parse(item))}${yaml.slice(end)}`;
  const column = columnOf(yaml, yaml.lastIndexOf('-', last.range![0]));
  return withLine(yaml, lineEnd(yaml, end - 1), listItem(item, column));
}

function listItem(item: string, column: number): string {
  const indent = ' '.repeat(column);
  return item
    .split('\n')
    .map((line, index) => `${indent}${index === 0 ? '- ' : '  '}${line}`.trimEnd() + '\n')
    .join('');
}

/** The text with a line put in, on a line of its own even where the text before it does not end with one. */
function withLine(text: string, at: number, line: string): string {
  const before = text.slice(0, at);
  return `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${line}${text.slice(at)}`;
}

/** The place after the last character of a node or a pair; a list may claim the blank lines below it, its last item does not. */
function endOf(node: Node | Pair): number {
  if ('key' in node) return endOf((node.value as Node | null) ?? (node.key as Node));
  const last = isMap(node) || isSeq(node) ? (node.items.at(-1) as Node | Pair | undefined) : undefined;
  return last && !(node as YAMLMap | YAMLSeq).flow ? endOf(last) : node.range![1];
}

/** The place after the line break that ends the line of an offset. */
function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}
