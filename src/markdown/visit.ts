/**
 * Walks a tree like `visit` of unist-util-visit, of which it takes the types. The library makes a closure and a list of
 * ancestors for every node, which took longer than all else that is done to a text.
 */
import { SKIP, type visit as Visit } from 'unist-util-visit';

export { SKIP };

interface AnyNode {
  type: string;
  children?: AnyNode[];
}

/** What follows a node: not its children, or the child of its parent at an index; by default its children and the next. */
type Next = typeof SKIP | number | undefined | void;

type Visitor = (node: AnyNode, index: number | undefined, parent: AnyNode | undefined) => Next;

/**
 * Calls a function for every node, or for those of one type or several, parents before their children.
 * It may change the children of the parent, if it returns the index at which to go on.
 */
export const visit = ((tree: AnyNode, ...rest: [Visitor] | [string | string[], Visitor]): void => {
  const [types, visitor] = rest.length === 2 ? [[rest[0]].flat(), rest[1]] : [undefined, rest[0]];
  const walk = (node: AnyNode, index: number | undefined, parent: AnyNode | undefined): number | undefined => {
    const next = !types || types.includes(node.type) ? visitor(node, index, parent) : undefined;
    if (node.children && next !== SKIP) {
      for (let at = 0; at < node.children.length;) at = walk(node.children[at]!, at, node) ?? at + 1;
    }
    return typeof next === 'number' ? next : undefined;
  };
  walk(tree, undefined, undefined);
}) as typeof Visit;
