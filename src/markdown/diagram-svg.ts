/** Mermaid's SVG → the SVG that a page holds: no styles, no scripts, no colours, no id that could clash. */
import type { CustomPlugin, XastElement, XastRoot } from 'svgo';
import { FONT_SIZE, spreadRow } from './diagram-box.ts';
import { BAR_COLOUR } from './diagram-renderer.ts';
import { HARD_SPACE } from './diagram-text.ts';

export interface SvgIdentity {
  /** Begins every id in the SVG, so that several diagrams can stand in one page. */
  prefix: string;
  /** The classes of the root, for the stylesheet (src/styles/diagram.css). */
  className: string;
  /** The name of the diagram, if its code gives none with accTitle. */
  fallbackTitle: string;
  /** What it says, in words, if its code gives no accDescr. */
  fallbackDescription?: string | undefined;
}

/** The minified SVG: `viewBox`, the natural width as `width`, `role="img"`, and a title that names it. */
export async function cleanSvg(svg: string, identity: SvgIdentity): Promise<string> {
  const { optimize } = await import('svgo');
  // Mermaid serialises as HTML, which knows &nbsp;. XML does not.
  const source = svg.replaceAll('&nbsp;', '\u00a0').replaceAll(HARD_SPACE, ' ');
  return optimize(source, {
    floatPrecision: 2,
    plugins: [
      withoutStyles(identity),
      {
        name: 'preset-default',
        params: {
          overrides: {
            // Ids are dealt with here. The others would change what the selectors of the stylesheet match.
            cleanupIds: false,
            collapseGroups: false,
            convertShapeToPath: false,
            mergePaths: false,
            moveElemsAttrsToGroup: false,
            moveGroupAttrsToElems: false,
            removeUnknownsAndDefaults: false,
            removeUselessStrokeAndFill: false,
            removeDesc: false,
          },
        },
      },
    ],
  }).data;
}

const withoutStyles = (identity: SvgIdentity): CustomPlugin => ({
  name: 'without-styles',
  fn: (root: XastRoot) => {
    const svg = root.children.find((node) => node.type === 'element');
    if (!svg) return;
    dropElements(
      svg,
      (element) => UNWANTED.has(element.name) || (element.name === 'rect' && !element.attributes['width']),
    );
    const referenced = new Set(withDescendants(svg).flatMap(references));
    dropElements(svg, (element) => DEFINITIONS.has(element.name) && !referenced.has(element.attributes['id'] ?? ''));
    const bottom = viewBox(svg).bottom;
    for (const element of withDescendants(svg)) {
      if (element.name === 'text') simplifyText(element);
      if (hasClass(element, 'actor-line')) endLifeline(element, bottom);
      if (hasClass(element, 'cluster')) putTitleLeft(element);
      if (isDiamond(element)) element.attributes['class'] += ' decision';
      if (element.attributes['fill'] === BAR_COLOUR) element.attributes['class'] = 'bar';
      element.attributes = plainAttributes(element.attributes, identity.prefix, referenced);
    }
    dressRoot(svg, identity);
  },
});

const UNWANTED = new Set(['style', 'script', 'foreignObject', 'image']);
/** Drawn only where something refers to them. Mermaid puts all that it has into every diagram. */
const DEFINITIONS = new Set(['marker', 'symbol', 'filter', 'linearGradient', 'clipPath']);

function withDescendants(element: XastElement): XastElement[] {
  return [element, ...element.children.flatMap((child) => (child.type === 'element' ? withDescendants(child) : []))];
}

function dropElements(element: XastElement, isUnwanted: (element: XastElement) => boolean): void {
  element.children = element.children.filter((child) => child.type !== 'element' || !isUnwanted(child));
  for (const child of element.children) if (child.type === 'element') dropElements(child, isUnwanted);
}

/** The ids that the attributes of an element point to. */
function references(element: XastElement): string[] {
  return Object.entries(element.attributes).flatMap(([name, value]) => {
    if (name === 'href' || name === 'xlink:href') return value.startsWith('#') ? [value.slice(1)] : [];
    return [...value.matchAll(/url\(#([^)]+)\)/g)].map((match) => match[1] as string);
  });
}

/** Attributes that stay, besides geometry: what the stylesheet selects by, and how text and lines are drawn. */
const KEPT = new Set(
  (
    'class transform x y x1 y1 x2 y2 dx dy cx cy r rx ry width height d points text-anchor dominant-baseline ' +
    'viewBox refX refY markerUnits markerWidth markerHeight orient marker-start marker-mid marker-end href xlink:href'
  ).split(' '),
);

/**
 * The attributes without style, colour, data and names. Of the style only what gives the drawing its form is kept,
 * as presentation attributes, which a stylesheet overrides and which the content security policy permits.
 */
function plainAttributes(
  attributes: Record<string, string>,
  prefix: string,
  referenced: ReadonlySet<string>,
): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (KEPT.has(name))
      plain[name] = value.replace(/url\(#([^)]+)\)|^#(.+)/g, (text, id) =>
        id ? `url(#${prefix}-${shortId(id)})` : text,
      );
    else if (name === 'id' && referenced.has(value)) plain['id'] = `${prefix}-${shortId(value)}`;
    else if ((name === 'fill' || name === 'stroke') && value === 'none') plain[name] = value;
  }
  const style = declarations(attributes['style'] ?? '');
  const form = { ...attributes, ...style };
  // See isCentredLabel in diagram-box.ts.
  if (/\blabel\b/.test(attributes['class'] ?? '') && attributes['transform']?.startsWith('translate(0,'))
    plain['text-anchor'] = 'middle';
  if (style['text-anchor']) plain['text-anchor'] = style['text-anchor'];
  if (form['font-size'] && Number.parseFloat(form['font-size']) !== FONT_SIZE) plain['font-size'] = form['font-size'];
  if (form['font-weight'] === 'bold') plain['font-weight'] = 'bold';
  if (form['font-style'] === 'italic') plain['font-style'] = 'italic';
  // `1, 0` and the like mean a solid line.
  if (/^[1-9.]+[, ]+[1-9]/.test(form['stroke-dasharray'] ?? ''))
    plain['stroke-dasharray'] = form['stroke-dasharray'] as string;
  return plain;
}

function declarations(style: string): Record<string, string> {
  return Object.fromEntries(
    style.split(';').flatMap((declaration) => {
      const [name = '', value = ''] = declaration.split(':').map((part) => part.trim());
      return value ? [[name, value]] : [];
    }),
  );
}

/** `diagram_flowchart-v2-pointEnd` → `pointEnd`. */
function shortId(id: string): string {
  return id.replace(/^diagram[-_]/, '').replace(/^.*-(?=[^-]+$)/, '');
}

function dressRoot(svg: XastElement, { prefix, className, fallbackTitle, fallbackDescription }: SvgIdentity): void {
  const { width } = viewBox(svg);
  const named = svg.children.filter(
    (child) => child.type === 'element' && (child.name === 'title' || child.name === 'desc'),
  );
  const has = (name: string) => named.some((child) => child.type === 'element' && child.name === name);
  const element = (name: string, value: string): XastElement => ({
    type: 'element',
    name,
    attributes: {},
    children: [{ type: 'text', value }],
  });
  if (!has('title')) named.unshift(element('title', fallbackTitle));
  if (!has('desc') && fallbackDescription) named.push(element('desc', fallbackDescription));
  for (const child of named) {
    if (child.type === 'element') child.attributes = { id: `${prefix}-${child.name}` };
  }
  const isDescribed = named.length > 1;
  svg.children = [...named, ...svg.children.filter((child) => !named.includes(child))];
  svg.attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    class: className,
    viewBox: svg.attributes['viewBox'] ?? '',
    width: String(Math.ceil(width)),
    role: 'img',
    'aria-labelledby': `${prefix}-title`,
    ...(isDescribed && { 'aria-describedby': `${prefix}-desc` }),
  };
}

function viewBox(svg: XastElement): { width: number; bottom: number } {
  const [, y = 0, width = 0, height = 0] = (svg.attributes['viewBox'] ?? '').split(/[ ,]+/).map(Number);
  return { width, bottom: y + height };
}

function hasClass(element: XastElement, name: string): boolean {
  return (element.attributes['class'] ?? '').split(' ').includes(name);
}

/** Mermaid gives a decision the same class as every other box with corners. */
function isDiamond(element: XastElement): boolean {
  const [top, right, bottom, left, ...more] = (element.attributes['points'] ?? '')
    .split(' ')
    .map((point) => point.split(',').map(Number));
  return (
    hasClass(element, 'label-container') &&
    more.length === 0 &&
    top?.[0] === bottom?.[0] &&
    left !== undefined &&
    right?.[1] === left[1]
  );
}

/** The title of a subgraph stands in the middle of its upper edge, just where the connectors come in. */
function putTitleLeft(cluster: XastElement): void {
  const [box, title] = cluster.children.filter((child) => child.type === 'element');
  const y = /^translate\([^,]+,(.+)\)$/.exec(title?.attributes['transform'] ?? '')?.[1];
  if (box?.name === 'rect' && title && y)
    title.attributes['transform'] = `translate(${Number(box.attributes['x']) + FONT_SIZE / 2},${y})`;
}

/** Mermaid lets a lifeline run on to 2000 where no box closes it below. */
function endLifeline(line: XastElement, bottom: number): void {
  if (Number(line.attributes['y2']) > bottom) line.attributes['y2'] = String(bottom);
}

/**
 * A label is one `tspan` for each row and in it one for each word, for bold and italics. Plain words go into the row
 * itself; and rows stand further apart, as they were measured.
 */
function simplifyText(text: XastElement): void {
  for (const row of text.children) {
    if (row.type !== 'element' || !hasClass(row, 'text-outer-tspan')) continue;
    row.attributes['y'] = `${spreadRow(Number.parseFloat(row.attributes['y'] ?? '0'))}em`;
    delete row.attributes['class'];
    const words = withDescendants(row).slice(1);
    const isPlain = words.every(
      (word) => word.attributes['font-style'] !== 'italic' && word.attributes['font-weight'] !== 'bold',
    );
    for (const word of words) delete word.attributes['class'];
    if (isPlain) row.children = [{ type: 'text', value: decodeEntities(words.map(textOf).join('')) }];
  }
  // Rows with nothing in them come from edges without a label.
  text.children = text.children.filter((row) => row.type !== 'element' || textOf(row) !== '');
}

/** Mermaid turns `#quot;` into `&quot;` also where the text is not HTML. */
function decodeEntities(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&nbsp;/g, '\u00a0')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
}

function textOf(element: XastElement): string {
  return element.children
    .map((child) =>
      child.type === 'text' || child.type === 'cdata' ? child.value : child.type === 'element' ? textOf(child) : '',
    )
    .join('');
}
