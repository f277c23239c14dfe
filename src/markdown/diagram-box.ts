/**
 * Boxes of SVG elements, worked out from their attributes. jsdom lays nothing out and has no `getBBox`, which mermaid
 * needs to place its labels and boxes.
 */
import { textWidth } from './diagram-text.ts';

/** In user units of the element's parent. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What the font of a diagram is in the stylesheet (src/styles/diagram.css), in user units. */
export const FONT_SIZE = 14;

/** How far a line of text reaches above and below its baseline, in em: about what CJK and Latin sans-serif fonts do. */
const ASCENT = 0.92;
const DESCENT = 0.26;

/** Between the rows of a label, in em. Mermaid's 1.1 is too tight for Chinese. */
const ROW_HEIGHT = 1.35;

/** Where a row stands, in em: mermaid puts the rows at -0.1, 1, 2.1 … */
export function spreadRow(y: number): number {
  const row = Math.round((y + 0.1) / 1.1);
  return Math.round((row * ROW_HEIGHT - 0.1) * 100) / 100;
}

const nothing: Box = { x: 0, y: 0, width: 0, height: 0 };

/** The box of an element: its own geometry, or the union of its children for a group. Empty things give an empty box. */
export function elementBox(element: Element): Box {
  const own = ownBox(element);
  if (own) return own;
  const boxes = [...element.children].map((child) => transformed(elementBox(child), child.getAttribute('transform')));
  return union(boxes);
}

function ownBox(element: Element): Box | undefined {
  const number = (name: string): number => Number.parseFloat(element.getAttribute(name) ?? '') || 0;
  switch (element.localName) {
    case 'rect':
    case 'foreignObject':
    case 'image':
      return { x: number('x'), y: number('y'), width: number('width'), height: number('height') };
    case 'circle':
      return around(number('cx'), number('cy'), number('r'), number('r'));
    case 'ellipse':
      return around(number('cx'), number('cy'), number('rx'), number('ry'));
    case 'line':
      return bounds([number('x1'), number('x2')], [number('y1'), number('y2')]);
    case 'polygon':
    case 'polyline':
      return pointsBox(element.getAttribute('points') ?? '');
    case 'path':
      return pathBox(element.getAttribute('d') ?? '');
    case 'text':
    case 'tspan':
      return textBox(element);
    case 'defs':
    case 'marker':
    case 'style':
    case 'title':
    case 'desc':
      return nothing;
    default:
      return undefined;
  }
}

/** The width of the text in an element, in user units. Mermaid's `&quot;` and the like count as the sign that they become. */
export function textLength(element: Element): number {
  return textWidth((element.textContent ?? '').replace(/&#?\w+;/g, '"')) * fontSize(element);
}

function textBox(text: Element): Box {
  const rows = [...text.children].filter((child) => child.localName === 'tspan' && child.hasAttribute('x'));
  if (rows.length) return union(rows.map((row) => lineBox(row)));
  return lineBox(text);
}

function lineBox(line: Element): Box {
  const size = fontSize(line);
  const width = textLength(line);
  if (width === 0) return nothing;
  const x = lengthOf(line, 'x', size) + lengthOf(line, 'dx', size);
  const isRow = line.classList.contains('text-outer-tspan');
  const start = isRow ? spreadRow(Number.parseFloat(line.getAttribute('y') ?? '0')) * size : lengthOf(line, 'y', size);
  const y = start + lengthOf(line, 'dy', size);
  const anchor = inherited(line, 'text-anchor') ?? (isCentredLabel(line.closest('.label')) ? 'middle' : 'start');
  const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x;
  const isCentred = /^(central|middle)$/.test(inherited(line, 'dominant-baseline') ?? '');
  const top = isCentred ? y - ((ASCENT + DESCENT) / 2) * size : y - ASCENT * size;
  return { x: left, y: top, width, height: (ASCENT + DESCENT) * size };
}

/** Mermaid's stylesheet centres the labels that it only moves up or down; those that it moves aside begin at the left. */
function isCentredLabel(label: Element | null): boolean {
  return label?.getAttribute('transform')?.startsWith('translate(0,') ?? false;
}

/** A length attribute in user units; `em` counts in the size of the font. */
function lengthOf(element: Element, name: string, size: number): number {
  const value = element.getAttribute(name) ?? '';
  const number = Number.parseFloat(value) || 0;
  return value.endsWith('em') ? number * size : number;
}

function fontSize(element: Element): number {
  return Number.parseFloat(inherited(element, 'font-size') ?? '') || FONT_SIZE;
}

/** The value of a presentation property on the element or the nearest ancestor that sets it, as attribute or style. */
function inherited(element: Element, property: string): string | undefined {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const style = at.getAttribute('style');
    const declared = style && new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]+)`).exec(style)?.[1]?.trim();
    const value = declared || at.getAttribute(property);
    if (value) return value;
  }
  return undefined;
}

function around(cx: number, cy: number, rx: number, ry: number): Box {
  return { x: cx - rx, y: cy - ry, width: 2 * rx, height: 2 * ry };
}

function pointsBox(points: string): Box {
  const numbers = (points.match(NUMBER) ?? []).map(Number);
  return bounds(
    numbers.filter((_, index) => index % 2 === 0),
    numbers.filter((_, index) => index % 2 === 1),
  );
}

const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi;
/** How many numbers one segment of each path command takes. */
const SEGMENT: Record<string, number> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 };

/** The box of a path, its control points included: a curve never leaves them, and the little more does no harm. */
function pathBox(path: string): Box {
  const xs: number[] = [];
  const ys: number[] = [];
  let x = 0;
  let y = 0;
  for (const [, command = '', rest = ''] of path.matchAll(/([mlhvcsqtaz])([^mlhvcsqtaz]*)/gi)) {
    const kind = command.toLowerCase();
    const numbers = (rest.match(NUMBER) ?? []).map(Number);
    const step = SEGMENT[kind] ?? 0;
    for (let at = 0; step > 0 && at + step <= numbers.length; at += step) {
      const segment = numbers.slice(at, at + step);
      const [originX, originY] = command === kind ? [x, y] : [0, 0];
      if (kind === 'h') x = originX + (segment[0] as number);
      else if (kind === 'v') y = originY + (segment[0] as number);
      else {
        const pairs = kind === 'a' ? segment.slice(5) : segment;
        for (let pair = 0; pair < pairs.length; pair += 2) {
          xs.push(originX + (pairs[pair] as number));
          ys.push(originY + (pairs[pair + 1] as number));
        }
        x = xs.at(-1) as number;
        y = ys.at(-1) as number;
      }
      xs.push(x);
      ys.push(y);
    }
  }
  return bounds(xs, ys);
}

function bounds(xs: readonly number[], ys: readonly number[]): Box {
  if (xs.length === 0) return nothing;
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function union(boxes: readonly Box[]): Box {
  const drawn = boxes.filter((box) => box.width > 0 || box.height > 0);
  return bounds(
    drawn.flatMap((box) => [box.x, box.x + box.width]),
    drawn.flatMap((box) => [box.y, box.y + box.height]),
  );
}

/** Only moves and scales: mermaid turns nothing in the diagrams that are drawn here. */
function transformed(box: Box, transform: string | null): Box {
  let { x, y, width, height } = box;
  if (width === 0 && height === 0) return box;
  for (const [, name, list = ''] of [...(transform ?? '').matchAll(/(\w+)\(([^)]*)\)/g)].reverse()) {
    const [a = 0, b] = (list.match(NUMBER) ?? []).map(Number);
    if (name === 'translate') {
      x += a;
      y += b ?? 0;
    } else if (name === 'scale') {
      x *= a;
      width *= a;
      y *= b ?? a;
      height *= b ?? a;
    }
  }
  return { x, y, width, height };
}
