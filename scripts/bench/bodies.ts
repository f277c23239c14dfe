/** The text of each kind of document. */
import { roleOf, roleTitles, leafClauses, standardId } from './organisation.ts';
import { chapters, departments } from './organisation-words.ts';
import type { Planned } from './outline.ts';
import { formReferences, references } from './phrases.ts';
import { policyQuotation, policyStatement, serviceTable } from './policies.ts';
import {
  append,
  bullets,
  fill,
  flowchart,
  lengthen,
  paragraph,
  render,
  table,
  writer,
  type Subjects,
  type TextSection,
  type Writer,
} from './prose.ts';
import type { Random } from './random.ts';
import { policyTitle, scopeTitle } from './vocabulary.ts';

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
    link: related.map(({ number, title, kind }) => `[${title.zh}](${number}${kind === 'procedure' ? '#5.1' : ''})`),
    section: sections.map((number) => `[${number}](#${number})`),
  };
}

export interface Written {
  sections: TextSection[];
  write: Writer;
}

/**
 * The sections of a document with one file, about 750 words long; those of a policy are half as long.
 * @param commitment makes a sentence that no policy has yet
 */
export function body(random: Random, planned: Planned, commitment: (random: Random) => string): Written {
  const outline = outlines[planned.kind as keyof typeof outlines](random, planned);
  const subjects = subjectsOf(
    planned,
    outline.map(({ title }) => title.split(' ')[0]!),
  );
  const isPolicy = planned.kind === 'policy';
  const write = isPolicy ? { random, subjects, sentence: () => commitment(random) } : writer(random, subjects);
  // A section with sections below it needs no text of its own.
  const isParent = (title: string) => outline.some((other) => other.title.startsWith(`${title.split(' ')[0]}.`));
  const sections = outline.map(({ title, make }): TextSection => ({
    depth: /^\d+\.\d/.test(title) ? 3 : 2,
    title,
    blocks: make?.(write) ?? (isParent(title) ? [] : [paragraph(write, 1)]),
  }));
  const leaves = sections.filter(({ title }) => !isParent(title));
  if (!isPolicy) nameDocuments(random, planned, leaves);
  lengthen(write, leaves, isPolicy ? random.whole(330, 420) : random.whole(700, 800));
  return { sections, write };
}

/** Speaks of every document and record that the front matter lists, a form in the step that fills it (REF-02). */
function nameDocuments(random: Random, planned: Planned, sections: readonly TextSection[]): void {
  const said = render(sections);
  const others = planned.related.filter(({ title }) => !said.includes(`《${title.zh}》`));
  for (const { title } of others) {
    append(random.pick(sections), fill(random, random.pick(references), { doc: [`《${title.zh}》`] }));
  }
  const steps = sections.filter(({ title }) => title.startsWith('5.'));
  planned.forms.forEach(({ title }, place) => {
    const section = steps[place % steps.length] ?? random.pick(sections);
    append(section, fill(random, random.pick(formReferences), { doc: [`《${title.zh}》`] }));
  });
}

type Outline = { title: string; make?: (write: Writer) => TextSection['blocks'] }[];

const outlines = {
  procedure: (random: Random, planned: Planned): Outline => [
    { title: '1 目的' },
    {
      title: '4 流程',
      make: (write) => {
        const names = planned.steps.map(({ name }, index) => `5.${index + 1} ${name}`);
        return random.chance(0.5)
          ? [paragraph(write, 1), flowchart(planned.title.zh, names)]
          : [paragraph(write, 1), bullets(write, 4, true)];
      },
    },
    { title: '5 过程描述' },
    ...planned.steps.map(({ name }, index) => ({
      title: `5.${index + 1} ${name}`,
      make: (write: Writer) => mixed(write, index % 3),
    })),
  ],
  instruction: (random: Random): Outline => [
    { title: '1 目的' },
    { title: '2 适用范围' },
    { title: '3 准备', make: (write) => [bullets(write, 4)] },
    { title: '4 步骤' },
    { title: '4.1 操作前', make: (write) => [bullets(write, 5, true)] },
    { title: '4.2 操作中', make: (write) => [bullets(write, 6, true)] },
    { title: '4.3 操作后' },
    { title: '5 异常处理', make: (write) => [table(write, random.whole(4, 7))] },
    { title: '6 记录' },
  ],
  plan: (random: Random, planned: Planned): Outline => [
    { title: '1 目的' },
    { title: '2 适用范围' },
    { title: '3 安排', make: (write) => [table(write, random.whole(5, 8))] },
    {
      title: '4 实施',
      make: (write) =>
        random.chance(0.2) ? [flowchart(planned.title.zh, ['准备', '实施', '核对', '报告'])] : [bullets(write, 4)],
    },
    { title: '5 资源', make: (write) => [table(write, random.whole(3, 5))] },
    { title: '6 评审与调整' },
  ],
  policy: (_: Random, { title }: Planned): Outline => [
    { title: '1 目的' },
    { title: '2 原则', make: (write) => [bullets(write, 5)] },
    {
      title: '3 承诺',
      make: (write) => (title === policyTitle ? [policyStatement] : [paragraph(write, 2)]),
    },
    ...(title === scopeTitle ? [{ title: '4 服务', make: () => [serviceTable()] }] : [{ title: '4 职责' }]),
    { title: '5 传达与评审' },
  ],
  matrix: (): Outline => [{ title: '1 目的' }, { title: '2 使用说明' }],
};

/** What a step begins with: a table, a list or nothing but its text. */
function mixed(write: Writer, sort: number): TextSection['blocks'] {
  if (sort === 0) return [paragraph(write, 3)];
  return [paragraph(write, 1), sort === 1 ? table(write, 4) : bullets(write, 3)];
}

export interface ManualPart {
  name: string;
  title: { zh: string; en: string };
  clauses: string[];
  sections: TextSection[];
}

/** The chapters of the manual, one part for each chapter of the standard, with a section for each clause. */
export function manualParts(random: Random, planned: Planned): { parts: ManualPart[]; write: Writer } {
  const write = writer(random, subjectsOf(planned, ['5.2', '7.2', '8.1']));
  // Links within a part reach the sections of all parts.
  const parts = chapters.map(({ title }, index): ManualPart => {
    const chapter = String(index + 4);
    const own = leafClauses.filter(({ number }) => number.startsWith(`${chapter}.`));
    const sections: TextSection[] = [
      { depth: 2, title: `${chapter} ${title.zh}`, blocks: [paragraph(write, 2)] },
      ...own.map((clause): TextSection => ({
        depth: 3,
        title: `${clause.number} ${clause.title.zh}`,
        blocks: [paragraph(write, random.whole(3, 5))],
      })),
    ];
    const policy = sections.find((section) => section.title.startsWith('5.2 '));
    if (policy) append(policy, policyQuotation);
    return {
      name: chapter,
      title: { zh: title.zh, en: title.en },
      clauses: own.map(({ number }) => `${standardId}/${number}#${number}`),
      sections,
    };
  });
  return { parts, write };
}
