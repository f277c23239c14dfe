/** The outline of a procedure: process card, one activity, and the three sections that its author writes. */
import { changes, head, mdx, yaml, type Draft, type TemplateFile, type Words } from './draft.ts';

export function procedureTemplate(draft: Draft, words: Words): TemplateFile[] {
  const { number, owner } = draft;
  const { todo, ask, said } = words;
  const card = {
    process: {
      scope: ask('适用于哪些业务和部门，不包括什么', 'what and whom it applies to, and what not'),
      inputs: [{ name: ask('输入', 'input'), from: ['all'] }],
      outputs: [{ name: ask('输出', 'output'), to: ['all'] }],
      controlPoints: [
        { name: ask('控制点', 'control point'), what: ask('控制什么、怎样检查', 'what is controlled, and how') },
      ],
      metrics: [
        {
          name: ask('指标', 'metric'),
          formula: ask('分子 ÷ 分母 × 100%', 'numerator ÷ denominator × 100%'),
          target: todo(),
          frequency: 'monthly',
          owner,
          source: ask('数据取自哪张表单或哪个系统', 'the form or system with the figures'),
        },
      ],
      terms: [{ term: todo(), definition: todo() }],
    },
    activities: [
      {
        id: 'step-1',
        name: todo(),
        responsible: [owner],
        accountable: owner,
        input: todo(),
        records: [],
      },
    ],
  };
  const front =
    head(draft, { clauses: { primary: [], supporting: [] } }) + yaml({ related: [], ...card }) + changes(draft, words);
  // The headings are those that STR-01 asks for (OutlineWords).
  const body = `## 1 ${said('目的', 'Purpose')}

${ask('本程序要解决什么问题、达到什么结果。', 'what this procedure is for, and what it achieves.')}

## 4 ${said('流程', 'Flow')}

\`\`\`mermaid
flowchart TD
  A["5.1 ${todo()}"] --> B(["${said('结束', 'end')}"])
\`\`\`

## 5 ${said('过程描述', 'Process description')}

### 5.1 ${todo()}

${ask('谁在什么时候做什么，依据什么，填写哪张表单。', 'who does what and when, on what grounds, and which form is filled.')}`;
  return [{ path: `procedures/${number}.mdx`, text: mdx(front, body) }];
}
