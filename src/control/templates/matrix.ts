/** The outline of the responsibility matrix: a row for each leaf clause, led as its primary procedure says. */
import type { Handbook } from '../../handbook/graph.ts';
import { changes, head, mdx, yaml, type Draft, type TemplateFile, type Words } from './draft.ts';

export function matrixTemplate(draft: Draft, words: Words, handbook: Handbook): TemplateFile[] {
  const { number, department } = draft;
  const clauses = handbook.standardsInForce.flatMap((standard) => standard.clauses.filter(({ leaf }) => leaf));
  const rows = clauses.map(({ reference }) => {
    const primary = handbook.mappings.get(reference)?.find((mapping) => mapping.as === 'primary')?.document.data;
    const support = (primary?.support ?? []).map((id): [string, string] => [id, 'support']);
    return { clause: reference, parts: Object.fromEntries([[primary?.department ?? department, 'lead'], ...support]) };
  });
  const front = head(draft) + yaml({ rows }) + changes(draft, words);
  const body = `## 1 ${words.said('怎样阅读', 'How to read it')}

${words.ask('每行是一个条款，说明各部门和领导角色在其中的作用。', 'each row is a clause, with the part that departments and leading roles have in it.')}`;
  return [{ path: `matrix/${number}.mdx`, text: mdx(front, body) }];
}
