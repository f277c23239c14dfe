/** Small constructors of mdast nodes, for text that is generated from front matter. */
import type { Heading, Link, List, Paragraph, PhrasingContent, Root, RootContent, Table } from 'mdast';

/** A piece of inline text: plain, or a link as authors write it (`HC-ITSM-B-21`, `role:incident-mgr`). */
export type Inline = string | PhrasingContent;
export type Cell = Inline | Inline[];

export function link(url: string, text: string): Link {
  return { type: 'link', url, children: [{ type: 'text', value: text }] };
}

export function heading(depth: Heading['depth'], text: string): Heading {
  return { type: 'heading', depth, children: [{ type: 'text', value: text }] };
}

export function paragraph(...content: Inline[]): Paragraph {
  return { type: 'paragraph', children: content.map(inline) };
}

export function list(items: readonly Cell[]): List {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: items.map((item) => ({
      type: 'listItem',
      spread: false,
      children: [paragraph(...[item].flat())],
    })),
  };
}

/** A table with a header row. */
export function table(header: readonly string[], rows: readonly (readonly Cell[])[]): Table {
  const row = (cells: readonly Cell[]): Table['children'][number] => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: [cell].flat().map(inline) })),
  });
  return { type: 'table', align: header.map(() => null), children: [row(header), ...rows.map(row)] };
}

/** Inline pieces with a separator between them. */
export function joined(items: readonly Inline[], separator: string): Inline[] {
  return items.flatMap((item, index) => (index === 0 ? [item] : [separator, item]));
}

export function root(children: RootContent[]): Root {
  return { type: 'root', children };
}

function inline(content: Inline): PhrasingContent {
  return typeof content === 'string' ? { type: 'text', value: content } : content;
}
