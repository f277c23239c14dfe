/** The outline of a manual: a part with its front pages, and one for each chapter of the first standard in force. */
import type { Clause, Handbook } from '../../handbook/graph.ts';
import { changes, head, mdx, yaml, type Draft, type TemplateFile, type Words } from './draft.ts';

export function manualTemplate(draft: Draft, words: Words, handbook: Handbook): TemplateFile[] {
  const { number, on, approved } = draft;
  const { ask, said } = words;
  const [standard] = handbook.standardsInForce;
  const chapters = (standard?.clauses ?? []).filter(({ parent, leaf }) => !parent && !leaf);
  const folder = `manual/${number}`;
  const parts = ['0', ...chapters.map((chapter) => chapter.number)];
  const main = mdx(
    head(draft) + yaml({ related: [], parts }) + changes(draft, words),
    `## ${said('前言', 'Preface')}\n\n${ask('手册说明什么，怎样使用。', 'what the manual describes, and how it is used.')}`,
  );
  const front = mdx(
    yaml({
      section: '0',
      title: { zh: '手册管理与发布令', en: 'About this manual, and its release' },
      releaseOrder: { basis: standard?.data.reference ?? words.todo(), signatory: approved, date: on, effective: on },
    }),
    frontSections(words, handbook.settings.checks.manualSections),
  );
  return [
    { path: `${folder}/index.mdx`, text: main },
    { path: `${folder}/0.mdx`, text: front },
    ...chapters.map((chapter) => ({ path: `${folder}/${chapter.number}.mdx`, text: chapterText(chapter, words) })),
  ];
}

/** The release order, and before it the sections that handbook.yaml asks for besides those of the clauses. */
function frontSections({ ask, said }: Words, wanted: readonly string[]): string {
  const control = said('手册管理', 'Control of the manual');
  const sections: [title: string, text: string][] = [control, ...wanted.filter((title) => title !== control)].map(
    (title) => [
      title,
      /修改记录|change record/i.test(title)
        ? '<ChangeRecord />'
        : title === control
          ? ask('谁编写、审核、批准，怎样修改和分发。', 'who writes, reviews and approves it; how it is distributed.')
          : ask(title, title),
    ],
  );
  sections.push([
    said('发布令', 'Release order'),
    ask(
      '依据哪个标准制定，自哪天起实施，全体人员必须遵守。',
      'the standard that it follows, and the day from which it holds.',
    ),
  ]);
  return [
    `## 0 ${said('手册管理与发布令', 'About this manual, and its release')}`,
    ...sections.map(([title, text], index) => `### 0.${index + 1} ${title}\n\n${text}`),
  ].join('\n\n');
}

/** Every titled clause of a chapter has a section of its number, to which it is mapped. */
function chapterText(chapter: Clause, { ask, said }: Words): string {
  const titleOf = ({ data }: Clause) => said(data.title.zh, data.title.en);
  const sections = below(chapter).map((clause) => {
    const depth = Math.min(6, clause.number.split('.').length + 1);
    const heading = `${'#'.repeat(depth)} ${clause.number} ${titleOf(clause)}`;
    return clause.leaf
      ? `${heading}\n\n${ask('公司怎样做到，见哪个程序。', 'how this is met, and by which procedure.')}`
      : heading;
  });
  const front = {
    section: chapter.number,
    title: chapter.data.title,
    clauses: below(chapter)
      .filter(({ leaf }) => leaf)
      .map(({ reference, number }) => `${reference}#${number}`),
  };
  return mdx(yaml(front), `## ${chapter.number} ${titleOf(chapter)}\n\n${sections.join('\n\n')}`);
}

function below(clause: Clause): Clause[] {
  return clause.children.flatMap((child) => [child, ...below(child)]);
}
