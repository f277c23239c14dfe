/** The outline of a manual: a part with its front pages and letters, and one for each chapter of the first standard in force. */
import type { Clause, Handbook } from '../../handbook/graph.ts';
import { holdersOn } from '../new-people.ts';
import { changes, head, mdx, yaml, type Draft, type TemplateFile, type Words } from './draft.ts';

export function manualTemplate(draft: Draft, words: Words, handbook: Handbook): TemplateFile[] {
  const { number, on, reviewed, approved } = draft;
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
      title: { zh: '手册管理、发布令与任命书', en: 'About this manual, its release and the appointment' },
      releaseOrder: { basis: standard?.data.reference ?? words.todo(), signatory: approved, date: on, effective: on },
      appointment: {
        role: appointedRole(draft, handbook),
        appointee: reviewed,
        duties: [ask('任命书中的职责', 'the duties in the letter')],
        signatory: approved,
        date: on,
      },
    }),
    frontSections(words, handbook.settings.checks.manualSections),
  );
  return [
    { path: `${folder}/index.mdx`, text: main },
    { path: `${folder}/0.mdx`, text: front },
    ...chapters.map((chapter) => ({ path: `${folder}/${chapter.number}.mdx`, text: chapterText(chapter, words) })),
  ];
}

/** Whoever reviews the manual answers for the system: the role by which that person does. */
function appointedRole({ kind, owner, reviewed, on }: Draft, handbook: Handbook): string {
  const roles = handbook.settings.approval[kind].reviewed;
  return roles.find((role) => holdersOn(handbook, role, on).includes(reviewed)) ?? owner;
}

/** The release order and the appointment letter, and before them the sections that handbook.yaml asks for besides those of the clauses. */
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
  sections.push([
    said('任命书', 'Appointment letter'),
    ask('任命谁担任哪个角色，有哪些职责。', 'who is appointed to which role, and with which duties.'),
  ]);
  return [
    `## 0 ${said('手册管理、发布令与任命书', 'About this manual, its release and the appointment')}`,
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
