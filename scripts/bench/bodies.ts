/** The text of each kind of document. */
import { roleOf, roleTitles, leafClauses, standardId } from './organisation.ts';
import type { Planned } from './outline.ts';
import { bullets, flowchart, lengthen, paragraph, table, type Subjects, type TextSection } from './prose.ts';
import type { Random } from './random.ts';
import { chapters, departments } from './vocabulary.ts';

/** What the sentences of a document speak of. */
export function subjectsOf(planned: Planned, sections: readonly string[]): Subjects {
  const own = departments.filter(({ id }) => id === planned.department || planned.support.includes(id));
  // In a procedure only those act whom all of its steps name.
  const acting = [planned.owner, ...['engineer', 'reviewer'].map((position) => roleOf(planned.department, position))];
  const roles = [...roleTitles].filter(([id]) =>
    planned.kind === 'procedure'
      ? acting.includes(id)
      : own.some((department) => id.startsWith(department.id.toLowerCase())),
  );
  const { related, forms } = planned;
  return {
    role: roles.map(([, title]) => title.zh),
    rolelink: roles.map(([id, title]) => `[${title.zh}](role:${id})`),
    dept: own.map(({ zh }) => zh),
    thing: planned.things,
    form: forms.length ? forms.map(({ title }) => `《${title.zh}》`) : ['书面记录', '当期台账'],
    doc: related.map(({ title }) => `《${title.zh}》`),
    link: related.map(({ number, title }) => `[${title.zh}](${number}${title.en.endsWith('procedure') ? '#5.1' : ''})`),
    section: sections.map((number) => `[${number}](#${number})`),
  };
}

/** The sections of a document with one file, about 750 words long. */
export function body(random: Random, planned: Planned): { sections: TextSection[]; subjects: Subjects } {
  const outline = outlines[planned.kind as keyof typeof outlines](random, planned);
  const subjects = subjectsOf(
    planned,
    outline.map(({ title }) => title.split(' ')[0]!),
  );
  // A section with sections below it needs no text of its own.
  const isParent = (title: string) => outline.some((other) => other.title.startsWith(`${title.split(' ')[0]}.`));
  const sections = outline.map(({ title, make }): TextSection => ({
    depth: /^\d+\.\d/.test(title) ? 3 : 2,
    title,
    blocks: make?.(subjects) ?? (isParent(title) ? [] : [paragraph(random, subjects, 1)]),
  }));
  lengthen(
    random,
    sections.filter(({ title }) => !isParent(title)),
    subjects,
    random.whole(700, 800),
  );
  return { sections, subjects };
}

type Outline = { title: string; make?: (subjects: Subjects) => TextSection['blocks'] }[];

const outlines = {
  procedure: (random: Random, planned: Planned): Outline => [
    { title: '1 目的' },
    {
      title: '4 流程',
      make: (subjects) => {
        const names = planned.steps.map(({ name }, index) => `5.${index + 1} ${name}`);
        return random.chance(0.5)
          ? [paragraph(random, subjects, 1), flowchart(planned.title.zh, names)]
          : [paragraph(random, subjects, 1), bullets(random, subjects, 4, true)];
      },
    },
    { title: '5 过程描述' },
    ...planned.steps.map(({ name }, index) => ({
      title: `5.${index + 1} ${name}`,
      make: (subjects: Subjects) => mixed(random, subjects, index % 3),
    })),
  ],
  instruction: (random: Random): Outline => [
    { title: '1 目的' },
    { title: '2 适用范围' },
    { title: '3 准备', make: (subjects) => [bullets(random, subjects, 4)] },
    { title: '4 步骤' },
    { title: '4.1 操作前', make: (subjects) => [bullets(random, subjects, 5, true)] },
    { title: '4.2 操作中', make: (subjects) => [bullets(random, subjects, 6, true)] },
    { title: '4.3 操作后' },
    { title: '5 异常处理', make: (subjects) => [table(random, subjects, random.whole(4, 7))] },
    { title: '6 记录' },
  ],
  plan: (random: Random, planned: Planned): Outline => [
    { title: '1 目的' },
    { title: '2 适用范围' },
    { title: '3 安排', make: (subjects) => [table(random, subjects, random.whole(5, 8))] },
    {
      title: '4 实施',
      make: (subjects) =>
        random.chance(0.2)
          ? [flowchart(planned.title.zh, ['准备', '实施', '核对', '报告'])]
          : [bullets(random, subjects, 4)],
    },
    { title: '5 资源', make: (subjects) => [table(random, subjects, random.whole(3, 5))] },
    { title: '6 评审与调整' },
  ],
  policy: (random: Random): Outline => [
    { title: '1 目的' },
    { title: '2 原则', make: (subjects) => [bullets(random, subjects, 6)] },
    { title: '3 承诺' },
    { title: '4 职责', make: (subjects) => [table(random, subjects, 4)] },
    { title: '5 传达与评审' },
  ],
  matrix: (): Outline => [{ title: '1 目的' }, { title: '2 使用说明' }],
};

/** What a step begins with: a table, a list or nothing but its text. */
function mixed(random: Random, subjects: Subjects, sort: number): TextSection['blocks'] {
  if (sort === 0) return [paragraph(random, subjects, 3)];
  return [paragraph(random, subjects, 1), sort === 1 ? table(random, subjects, 4) : bullets(random, subjects, 3)];
}

export interface ManualPart {
  name: string;
  title: { zh: string; en: string };
  clauses: string[];
  sections: TextSection[];
}

/** The chapters of the manual, one part for each chapter of the standard, with a section for each clause. */
export function manualParts(random: Random, planned: Planned): { parts: ManualPart[]; subjects: Subjects } {
  const subjects = subjectsOf(planned, ['5.2', '7.2', '8.1']);
  // Links within a part reach the sections of all parts.
  const parts = chapters.map(({ title }, index): ManualPart => {
    const chapter = String(index + 4);
    const own = leafClauses.filter(({ number }) => number.startsWith(`${chapter}.`));
    const sections: TextSection[] = [
      { depth: 2, title: `${chapter} ${title.zh}`, blocks: [paragraph(random, subjects, 2)] },
      ...own.map((clause): TextSection => ({
        depth: 3,
        title: `${clause.number} ${clause.title.zh}`,
        blocks: [paragraph(random, subjects, random.whole(3, 5))],
      })),
    ];
    return {
      name: chapter,
      title: { zh: title.zh, en: title.en },
      clauses: own.map(({ number }) => `${standardId}/${number}#${number}`),
      sections,
    };
  });
  return { parts, subjects };
}
