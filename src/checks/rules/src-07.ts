import type { Diagram } from '../../handbook/body.ts';
import { checkDiagram } from '../../markdown/diagrams.ts';
import type { Report, Rule } from '../rule.ts';

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
  async check(handbook) {
    const diagrams: { diagram: Diagram; document?: string }[] = [
      ...[...handbook.documents.values()].flatMap(({ number, parts }) =>
        parts.flatMap((part) => part.body.diagrams.map((diagram) => ({ diagram, document: number }))),
      ),
      ...[...handbook.roles.values()].flatMap((role) => role.body.diagrams.map((diagram) => ({ diagram }))),
    ];
    const reports: Report[] = [];
    for (const { diagram, document } of diagrams) {
      const fault = await checkDiagram(diagram.code, { cacheFolder });
      if (!fault) continue;
      const { file, line, column } = diagram.place;
      reports.push({
        place: { file, line: line + fault.line - 1, column: column + fault.column - 1 },
        document,
        message: fault.message,
      });
    }
    return reports;
  },
};
