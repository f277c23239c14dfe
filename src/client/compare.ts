/** /compare/?before=a-0&after=a-2: compares two frozen texts, with the engine that made the pages of neighbours. */
import type { Element, ElementContent } from 'hast';
import { unpacked, type PackedVersions } from '../control/packed-versions.ts';
import { versionChanges, type PartText } from '../control/version-changes.ts';
import { redlineTree, type RedlineTexts } from '../views/redline-tree.ts';
import type { Cell, Link } from '../views/view.ts';

const output = document.querySelector<HTMLElement>('[data-comparison]');
const asked = new URLSearchParams(location.search);
const form = document.querySelector<HTMLFormElement>('[data-compare]');

async function compare(view: HTMLElement, before: string, after: string): Promise<void> {
  const { comparison = '', failed = '', none = '', list = '' } = view.dataset;
  try {
    const answer = await fetch(comparison);
    if (!answer.ok) throw new Error(`${answer.status}`);
    const texts = (await answer.json()) as PackedVersions<Cell>;
    const changes = versionChanges(unpacked(texts, before), unpacked(texts, after));
    show('[data-sections]', changes.sections.length, (place) => {
      place.querySelector('span')!.textContent = changes.sections.join(list);
    });
    show('[data-fields]', changes.fields.length, (place) => {
      const rows = changes.fields.map((row) => element('tr', ...row.map((cell = '—') => tableCell(cell))));
      place.querySelector('tbody')!.replaceChildren(...rows);
    });
    show('[data-added]', changes.added.length, (place) => listParts(place, changes.added));
    show('[data-removed]', changes.removed.length, (place) => listParts(place, changes.removed));
    const shown = changes.changed.flatMap(({ part, blocks }) => {
      const redline = element('div', ...redlineTree(blocks, redlineTexts(view), texts.pictures ?? {}).map(toNode));
      redline.className = 'redline';
      return part.title ? [element('h2', part.title), redline] : [redline];
    });
    const isSame = shown.length + changes.added.length + changes.removed.length === 0;
    view.querySelector('[data-texts]')!.replaceChildren(...(isSame ? [element('p', none)] : shown));
  } catch {
    const message = element('p', failed);
    message.setAttribute('role', 'alert');
    view.replaceChildren(message);
  }
  view.hidden = false;
}

function redlineTexts({ dataset }: HTMLElement): RedlineTexts {
  const { gap = '', before = '', after = '', code = '' } = dataset;
  const { lang: language } = document.documentElement;
  return { language, gap: (count) => gap.replace('0', String(count)), before, after, code };
}

function show(selector: string, count: number, fill: (place: HTMLElement) => void): void {
  const place = output!.querySelector<HTMLElement>(selector)!;
  place.hidden = count === 0;
  if (count) fill(place);
}

function listParts(place: HTMLElement, parts: readonly PartText[]): void {
  const items = parts.map(({ title, path }) => element('li', link({ text: title, href: path })));
  place.querySelector('ul')!.replaceChildren(...items);
}

function tableCell(cell: Cell): HTMLElement {
  const made = element('td', ...cellNodes(cell));
  // As languageOf (views/view.ts) does on the pages made at build.
  if (document.documentElement.lang === 'en' && /\p{Script=Han}/u.test(made.textContent)) {
    made.lang = output!.dataset['language'] ?? '';
  }
  return made;
}

function cellNodes(cell: Cell): (Node | string)[] {
  const items = Array.isArray(cell) ? cell : [typeof cell === 'string' ? { text: cell } : cell];
  return items.flatMap((item, index) => (index ? [output!.dataset['list'] ?? '', link(item)] : [link(item)]));
}

function link({ text, href }: Link): Node | string {
  if (!href) return unbroken(text);
  const anchor = element('a', text);
  anchor.setAttribute('href', (output!.dataset['base'] ?? '') + href);
  return anchor;
}

/** As Unbroken.astro does on the pages made at build: the day at the end is not broken at its hyphens. */
function unbroken(text: string): Node | string {
  const [, before = '', day] = /^(.*?)(\d{4}-\d{2}-\d{2})$/s.exec(text) ?? [];
  if (!day) return text;
  const fixed = element('span', day);
  fixed.className = 'nowrap';
  const both = document.createDocumentFragment();
  both.append(before, fixed);
  return both;
}

function element(name: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

/** Only what a redline is made of: elements with classes, some of which take the focus, and pictures of diagrams. */
function toNode(node: Element | ElementContent): Node {
  if (node.type !== 'element') {
    const { type, value } = node as { type: string; value: string };
    return type === 'raw' ? picture(value) : document.createTextNode(value);
  }
  const made = element(node.tagName, ...node.children.map(toNode));
  const { className, tabIndex, lang } = node.properties;
  if (Array.isArray(className)) made.className = className.join(' ');
  if (tabIndex === 0) made.tabIndex = 0;
  if (typeof lang === 'string') made.lang = lang;
  return made;
}

/** A diagram, which our own renderer drew and cleaned at build. */
function picture(svg: string): Node {
  const template = document.createElement('template');
  template.innerHTML = svg;
  return template.content;
}

const before = asked.get('before');
const after = asked.get('after');
const isVersion = (name: string, value: string | null): value is string =>
  [...((form?.elements.namedItem(name) as HTMLSelectElement | null)?.options ?? [])].some(
    (option) => option.value === value,
  );
if (output && isVersion('before', before) && isVersion('after', after)) void compare(output, before, after);
