/**
 * Mermaid in a browser window made by jsdom. The bundle runs in the context of that window, so `window` and
 * `document` never become globals of the process, where other packages would take them for a browser.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Script } from 'node:vm';
import type { DOMWindow } from 'jsdom';
import type { Mermaid, MermaidConfig } from 'mermaid';
import { elementBox, FONT_SIZE, textLength, type Box } from './diagram-box.ts';
import { trimSettings } from './diagram-settings.ts';
import { HARD_SPACE, unbreakablePieces } from './diagram-text.ts';

/** Labels wrap at this width, in user units: 13 Chinese characters. */
const LABEL_WIDTH = 13 * FONT_SIZE;

/** What mermaid fills the bars of forks and joins with, which have no class. A colour that nothing else has. */
export const BAR_COLOUR = '#010203';

const settings: MermaidConfig = {
  startOnLoad: false,
  // Text as SVG text and not as HTML in a foreignObject, which needs inline styles.
  htmlLabels: false,
  // Nothing random: two builds give the same bytes.
  handDrawnSeed: 1,
  deterministicIds: true,
  suppressErrorRendering: true,
  theme: 'base',
  look: 'classic',
  // Dagre and curves: with ELK some arrows end at the corner of a box instead of in it, and decisions grow horns.
  layout: 'dagre',
  fontSize: FONT_SIZE,
  themeVariables: { fontSize: `${FONT_SIZE}px`, lineColor: BAR_COLOUR },
  flowchart: {
    layout: 'dagre',
    look: 'classic',
    curve: 'basis',
    wrappingWidth: LABEL_WIDTH,
    minNodeWidth: 0,
    padding: 12,
    nodeSpacing: 40,
    rankSpacing: 42,
    subGraphTitleMargin: { top: 4, bottom: 10 },
  },
  state: { layout: 'dagre', look: 'classic', wrappingWidth: LABEL_WIDTH, minNodeWidth: 0 },
  sequence: {
    look: 'classic',
    actorFontSize: FONT_SIZE,
    messageFontSize: FONT_SIZE,
    noteFontSize: FONT_SIZE,
    mirrorActors: false,
    diagramMarginX: 8,
    width: 110,
    height: 60,
  },
};

let mermaid: Promise<Mermaid> | undefined;
let queue: Promise<unknown> = Promise.resolve();

/**
 * The SVG that mermaid makes of a diagram, with its styles and ids: raw material for `cleanSvg`.
 * Calls are worked off one after the other, because mermaid keeps the diagram at hand in global state.
 * @throws what mermaid throws if it cannot parse or draw the code
 */
export function drawDiagram(code: string): Promise<string> {
  const drawn = queue.then(async () => {
    mermaid ??= openMermaid();
    return (await (await mermaid).render('diagram', withHardSpaces(code))).svg;
  });
  queue = drawn.catch(() => undefined);
  return drawn;
}

async function openMermaid(): Promise<Mermaid> {
  const bundle = createRequire(import.meta.url).resolve('mermaid/dist/mermaid.min.js');
  const [{ JSDOM, VirtualConsole }, source] = await Promise.all([import('jsdom'), readFile(bundle, 'utf8')]);
  // A console of its own that goes nowhere: mermaid prints its errors besides throwing them.
  const dom = new JSDOM('<!doctype html><body></body>', {
    runScripts: 'outside-only',
    virtualConsole: new VirtualConsole(),
  });
  new Script(source, { filename: bundle }).runInContext(dom.getInternalVMContext());
  const window = dom.window as DOMWindow & { mermaid: Mermaid };
  teachToMeasure(window);
  window.mermaid.initialize(settings);
  trimSettings(window.mermaid, { isDrawn: true });
  return window.mermaid;
}

/** Gives the window what jsdom lacks and mermaid asks for: sizes of elements, and where a Chinese label may wrap. */
function teachToMeasure(window: DOMWindow): void {
  Object.assign(window.SVGElement.prototype, {
    getBBox(this: Element): Box {
      return elementBox(this);
    },
    getComputedTextLength(this: Element): number {
      return textLength(this);
    },
  });
  // Mermaid wraps a long word by the graphemes that Intl.Segmenter gives; the pieces that may not break are longer.
  const intl = window['Intl'] as { Segmenter: unknown };
  intl.Segmenter = class {
    segment(text: string): { segment: string }[] {
      return unbreakablePieces(text, LABEL_WIDTH / FONT_SIZE).map((segment) => ({ segment }));
    }
  };
}

/**
 * Keeps a number with the title that it belongs to (`5.1 受理`), in whatever place of a diagram it stands.
 * `cleanSvg` turns the sign back into a blank.
 */
function withHardSpaces(code: string): string {
  return code.replace(/(?<=\d)[ \t](?=\p{Script=Han})/gu, HARD_SPACE);
}
