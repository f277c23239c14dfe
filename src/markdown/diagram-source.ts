/** The code of a diagram before mermaid sees it: its kind, and what mermaid would accept but the handbook does not. */
import type { Bilingual } from '../schema/primitives.ts';

/** The kinds that the stylesheet (src/styles/diagram.css) knows. */
export type DiagramKind = 'flowchart' | 'sequence' | 'state';

/** Something wrong in the code of a diagram. Line and column are 1-based within the code. */
export interface DiagramFault {
  line: number;
  column: number;
  message: Bilingual;
}

const KEYWORDS: Record<string, DiagramKind> = {
  flowchart: 'flowchart',
  graph: 'flowchart',
  sequenceDiagram: 'sequence',
  stateDiagram: 'state',
  'stateDiagram-v2': 'state',
};

/** The kind that the first word of the code names, if it is one that can be drawn. */
export function diagramKind(code: string): DiagramKind | undefined {
  const keyword = /^\s*([\w-]+)/.exec(withoutComments(code))?.[1];
  return keyword === undefined ? undefined : KEYWORDS[keyword];
}

/** The code with `\n` line ends and comments as blank lines, so that every line keeps its number. */
export function withoutComments(code: string): string {
  return code.replace(/\r\n?/g, '\n').replace(/^[ \t]*%%(?!\{).*$/gm, '');
}

/** The code without comments, front matter and `%%{init}%%`: with these a diagram could change how all others look. */
export function withoutConfiguration(code: string): string {
  return withoutComments(code)
    .replace(/^\s*---\n[\s\S]*?\n---[ \t]*\n/, '')
    .replace(/%%\{[\s\S]*?\}%%/g, '');
}

/** What the handbook refuses though mermaid would accept it, because it would be left out of the drawing in silence. */
export function sourceFault(code: string): DiagramFault | undefined {
  const lines = withoutComments(code).split('\n');
  const kind = diagramKind(code);
  for (const [index, text] of lines.entries()) {
    const column = text.search(/\S/) + 1;
    if (column === 0) continue;
    const place = { line: index + 1, column };
    if (text.trim() === '---' || text.includes('%%{')) return { ...place, message: configuration };
    if (kind === undefined) return { ...place, message: unknownKind(text.trim()) };
    const statement = kind === 'sequence' ? undefined : /^\s*(style|classDef|linkStyle|click)\s/.exec(text)?.[1];
    if (statement) return { ...place, message: ineffective(statement) };
  }
  return kind ? undefined : { line: 1, column: 1, message: empty };
}

const empty: Bilingual = { zh: '图是空的', en: 'The diagram is empty' };

const configuration: Bilingual = {
  zh: '图中不能写配置（--- 或 %%{…}%%）：所有图的样式统一由网站的样式表决定',
  en: 'A diagram cannot hold configuration (--- or %%{…}%%): the stylesheet of the site gives all diagrams one look',
};

function unknownKind(text: string): Bilingual {
  const word = text.split(/\s/)[0] ?? '';
  return {
    zh: `不支持“${word}”这种图；可用：flowchart（流程图）、sequenceDiagram（时序图）、stateDiagram-v2（状态图）`,
    en: `“${word}” is not a kind of diagram that can be drawn; use flowchart, sequenceDiagram or stateDiagram-v2`,
  };
}

function ineffective(statement: string): Bilingual {
  return {
    zh: `“${statement}”语句不起作用：图的颜色由样式表决定，图中没有可点击的内容；请删除此行`,
    en: `“${statement}” has no effect: colours come from the stylesheet and nothing in a diagram can be clicked; delete the line`,
  };
}
