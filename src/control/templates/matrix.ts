/**
 * The outline of the responsibility matrix: a row for each leaf clause, led as its primary procedure says. Who leads a
 * clause without procedure nobody has decided: its row has no parts, and MAP-03 goes on asking.
 */
import type { Handbook } from '../../handbook/graph.ts';
import { changes, head, mdx, yaml, type Draft, type TemplateFile, type Words } from './draft.ts';

export function matrixTemplate(draft: Draft, words: Words, handbook: Handbook): TemplateFile[] {
  const { number } = draft;
  const clauses = handbook.standardsInForce.flatMap((standard) => standard.clauses.filter(({ leaf }) => leaf));
  const rows = clauses.map(({ reference }) => {
    const primary = handbook.mappings.get(reference)?.find((mapping) => mapping.as === 'primary')?.document.data;
    if (!primary) return { clause: reference, parts: {} };
    const support = primary.support.map((id): [string, string] => [id, 'support']);
    return { clause: reference, parts: Object.fromEntries([[primary.department, 'lead'], ...support]) };
  });
  const front = head(draft) + yaml({ rows }) + changes(draft, words);
  const body = `## 1 ${words.said('怎样阅读', 'How to read it')}

${words.ask('在每一行的 parts 中写明主责部门，如 `{ YWB: lead, FWT: support, gm: direct }`，然后说明怎样读这张表。', 'name the lead department in parts of each row, such as `{ YWB: lead, FWT: support, gm: direct }`; then say how to read the table.')}`;
  return [{ path: `matrix/${number}.mdx`, text: mdx(front, body) }];
}
