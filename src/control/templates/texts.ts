/** Outlines of documents that are mostly text: work instructions, plans and policies. */
import { changes, head, mdx, yaml, type Draft, type TemplateFile, type Words } from './draft.ts';

export function instructionTemplate(draft: Draft, words: Words): TemplateFile[] {
  const { number, procedure } = draft;
  const { ask, said } = words;
  const front = head(draft) + yaml({ related: [], procedure, records: [] }) + changes(draft, words);
  const step = said(
    `[${procedure}](${procedure}) 中的哪一步，写到能照着做`,
    `which step of [${procedure}](${procedure}) it details`,
  );
  const sections: Section[] = [
    [said('目的', 'Purpose'), ask(`本指导书细化 ${step}。`, `${step}.`)],
    [said('适用范围', 'Scope'), ask('适用于谁、哪些场合。', 'whom and what it applies to.')],
    [
      said('准备', 'Preparation'),
      ask('开始前要具备的条件、工具和权限。', 'conditions, tools and rights needed before.'),
    ],
    [said('步骤', 'Steps'), `1. ${ask('第一步。', 'first step.')}\n2. ${ask('第二步。', 'second step.')}`],
    [
      said('记录与检查', 'Records and checks'),
      ask('填写哪张表单，谁来检查做得对不对。', 'which form is filled, and who checks the work.'),
    ],
  ];
  return [{ path: `instructions/${number}.mdx`, text: mdx(front, outline(sections)) }];
}

export function planTemplate(draft: Draft, words: Words): TemplateFile[] {
  const { number, procedure } = draft;
  const { todo, ask, said } = words;
  const front =
    head(draft) + yaml({ related: [], ...(procedure && { procedure }), records: [] }) + changes(draft, words);
  const table = [
    said('| 工作 | 负责人 | 完成日期 |', '| Task | Responsible | Due |'),
    '| --- | --- | --- |',
    `| ${todo()} | ${todo()} | ${todo()} |`,
  ].join('\n');
  const sections: Section[] = [
    [said('目的', 'Purpose'), ask('这份计划要达到什么。', 'what this plan is to achieve.')],
    [
      said('适用范围与期限', 'Scope and period'),
      ask('覆盖哪些服务和部门，从哪天到哪天。', 'services, departments, and days.'),
    ],
    [said('目标', 'Objectives'), ask('可以测量的目标。', 'objectives that can be measured.')],
    [said('工作安排', 'Work'), table],
    [said('资源', 'Resources'), ask('人员、资金、工具。', 'people, money, tools.')],
    [
      said('检查与评审', 'Checks and review'),
      ask('谁在什么时候检查进展，偏离了怎样调整。', 'who checks progress and when.'),
    ],
  ];
  return [{ path: `plans/${number}.mdx`, text: mdx(front, outline(sections)) }];
}

export function policyTemplate(draft: Draft, words: Words): TemplateFile[] {
  const { number } = draft;
  const { ask, said } = words;
  const front = head(draft, { clauses: { supporting: [] } }) + yaml({ related: [] }) + changes(draft, words);
  const sections: Section[] = [
    [said('目的', 'Purpose'), ask('为什么制定，依据什么。', 'why it is made, and on what grounds.')],
    [said('适用范围', 'Scope'), ask('适用于哪些服务和人员。', 'services and people that it applies to.')],
    [said('方针', 'Policy'), ask('公司追求什么、坚持什么。', 'what the organisation aims at and holds to.')],
    [
      said('承诺', 'Commitments'),
      `1. ${ask('承诺的事，写到能检查。', 'what is promised, so that it can be checked.')}`,
    ],
    [said('职责', 'Responsibilities'), ask('谁负责落实、谁负责检查。', 'who puts it into practice, who checks.')],
    [
      said('传达与评审', 'Communication and review'),
      ask('向谁传达，多久评审一次。', 'whom it is told, and how often it is reviewed.'),
    ],
  ];
  return [{ path: `policies/${number}.mdx`, text: mdx(front, outline(sections)) }];
}

type Section = [title: string, text: string];

function outline(sections: readonly Section[]): string {
  return sections.map(([title, text], index) => `## ${index + 1} ${title}\n\n${text}`).join('\n\n');
}
