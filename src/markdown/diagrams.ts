/** Diagrams in documents: whether the code is right, and the static SVG that stands in the page. */
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { cachedText } from './diagram-cache.ts';
import { describeFlow } from './diagram-description.ts';
import {
  diagramKind,
  sourceFault,
  withoutConfiguration,
  type DiagramFault,
  type DiagramKind,
} from './diagram-source.ts';

export type { DiagramFault, DiagramKind } from './diagram-source.ts';

/** To be raised when the same code gives another verdict or another SVG than before. */
const REVISION = 3;

export interface DiagramOptions {
  /** Folder that keeps results between runs, by digest. May be deleted at any time. */
  cacheFolder?: string;
}

export interface RenderOptions extends DiagramOptions {
  /** What the diagram is called for readers who do not see it, if its code has no accTitle. */
  title?: string;
}

/**
 * The first fault in the code of a diagram, or undefined if it can be drawn. The verdict is
 * remembered in the cache folder; mermaid is only loaded for code that was never seen.
 */
export async function checkDiagram(code: string, options: DiagramOptions = {}): Promise<DiagramFault | undefined> {
  const refused = sourceFault(code);
  if (refused) return refused;
  const verdict = await cachedText(options.cacheFolder, `${digest(code)}.json`, async () => {
    const { parseFault } = await import('./diagram-parser.ts');
    return JSON.stringify((await parseFault(code)) ?? null);
  });
  return (JSON.parse(verdict) as DiagramFault | null) ?? undefined;
}

const fallbackTitles: Record<DiagramKind, string> = { flowchart: '流程图', sequence: '时序图', state: '状态图' };

/**
 * The diagram as an SVG element: static, minified, without styles, and the same bytes for the same code whatever
 * was drawn before. Its colours come from src/styles/diagram.css. Its ids begin with a digest of the code, so
 * different diagrams can stand in one page.
 * @throws {Error} if the code cannot be drawn; `checkDiagram` says where and why
 */
export async function renderDiagram(code: string, options: RenderOptions = {}): Promise<string> {
  const kind = diagramKind(withoutConfiguration(code));
  if (!kind) throw new Error('Not a flowchart, a sequenceDiagram or a stateDiagram; checkDiagram gives the fault');
  const fallbackTitle = options.title ?? fallbackTitles[kind];
  const name = digest(`${code}\n${fallbackTitle}`);
  return cachedText(options.cacheFolder, `${name}.svg`, async () => {
    const [{ drawDiagram }, { cleanSvg }] = await Promise.all([
      import('./diagram-renderer.ts'),
      import('./diagram-svg.ts'),
    ]);
    const svg = await drawDiagram(withoutConfiguration(code));
    return cleanSvg(svg, {
      prefix: `d${name.slice(0, 8)}`,
      className: `diagram diagram-${kind}`,
      fallbackTitle,
      fallbackDescription: describeFlow(code),
    });
  });
}

let version: string | undefined;

/** Of the code and of all that decides what becomes of it. 32 hexadecimal digits. */
function digest(code: string): string {
  version ??= (createRequire(import.meta.url)('mermaid/package.json') as { version: string }).version;
  return createHash('sha256').update(`${version}\n${REVISION}\n${code}`).digest('hex').slice(0, 32);
}
