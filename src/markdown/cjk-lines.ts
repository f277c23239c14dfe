/** A line break inside a Chinese paragraph is no space: joins the lines. */
import type { Root } from 'mdast';
import { visit } from './visit.ts';

const cjk = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef]';
const breakBetween = new RegExp(`(?<=${cjk})[ \\t]*\\n[ \\t]*(?=${cjk})`, 'gu');

/** Takes out the line breaks between two Chinese characters, also where they stand beside bold text or a link. */
export function joinCjkLines(tree: Root): void {
  visit(tree, 'text', (node, index, parent) => {
    node.value = node.value.replace(breakBetween, '');
    if (!parent || index === undefined) return;
    const next = parent.children[index + 1];
    const before = parent.children[index - 1];
    if (next && /\n[ \t]*$/.test(node.value) && endsInCjk(node.value) && startsInCjk(next)) {
      node.value = node.value.replace(/[ \t]*\n[ \t]*$/, '');
    }
    if (before && /^[ \t]*\n/.test(node.value) && startsInCjk(node) && endsInCjk(textOf(before))) {
      node.value = node.value.replace(/^[ \t]*\n[ \t]*/, '');
    }
  });
}

function textOf(node: unknown): string {
  const { value, children } = node as { value?: string; children?: unknown[] };
  return value ?? (children ?? []).map(textOf).join('');
}

function startsInCjk(node: unknown): boolean {
  return new RegExp(`^\\s*${cjk}`, 'u').test(textOf(node));
}

function endsInCjk(text: string): boolean {
  return new RegExp(`${cjk}\\s*$`, 'u').test(text);
}
