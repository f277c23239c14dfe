import { placeInDiagram } from '../../handbook/body.ts';
import { checkDiagram } from '../../markdown/diagrams.ts';
import type { Report, Rule } from '../rule.ts';
import { texts } from '../texts.ts';

/** Where verdicts are remembered, so that a second check need not load mermaid. */
const cacheFolder = '.cache/diagrams';

/** Diagrams can be drawn. */
export const src07: Rule = {
  id: 'SRC-07',
  severity: 'error',
  title: { zh: 'Mermaid 图没有语法错误', en: 'Mermaid diagrams have no syntax errors' },
  reason: { zh: '有错误的图画不出来。', en: 'A diagram with an error cannot be drawn.' },
  remedy: {
    zh: '按提示的行改正；节点文字放在双引号里。',
    en: 'Correct the line named; put the text of nodes in double quotes.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-21.mdx',
    wrong: '```mermaid\nflowchart TD\n  A[5.1 受理与记录(服务台主管)] --> B["5.2 分类"]\n```',
    right: '```mermaid\nflowchart TD\n  A["5.1 受理与记录（服务台主管）"] --> B["5.2 分类"]\n```',
  },
  async check(handbook) {
    const reports: Report[] = [];
    for (const { body, document, source } of texts(handbook)) {
      for (const diagram of body.diagrams) {
        const fault = await checkDiagram(diagram.code, { cacheFolder });
        if (!fault) continue;
        const place = placeInDiagram(source, diagram, fault.line, fault.column);
        reports.push({ place, document, message: fault.message });
      }
    }
    return reports;
  },
};
