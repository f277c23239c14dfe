/** The files of a document from version to version. */
import { body, manualParts, subjectsOf } from './bodies.ts';
import { signatories } from './organisation.ts';
import type { Planned } from './outline.ts';
import { render, revise, writer, type TextSection, type Writer } from './prose.ts';
import type { Random } from './random.ts';
import { toYaml } from './yaml.ts';

interface Days {
  released: string;
  effective: string;
}

export interface Text {
  write: Writer;
  /** The files of the document with its front matter, and the days of the version. */
  files: (yaml: string, days: Days) => Map<string, string>;
  /** Changes the text, or the data of the kind. @returns the sections changed */
  revise: (kindData: Record<string, unknown>) => string[];
  /** The names of parts. */
  parts?: () => string[];
}

/**
 * The text of a document as its first version has it.
 * @param commitment makes a sentence that no policy has yet
 */
export function firstText(random: Random, document: Planned, commitment: (random: Random) => string): Text {
  if (document.kind === 'form') return formText(random, document);
  return document.kind === 'manual' ? manualText(random, document) : bodyText(random, document, commitment);
}

function bodyText(random: Random, document: Planned, commitment: (random: Random) => string): Text {
  const { sections, write } = body(random, document, commitment);
  return {
    write,
    files: (yaml) => new Map([[`${document.number}.mdx`, mdx(yaml, sections)]]),
    revise: () => revise(write, sections),
  };
}

function formText(random: Random, document: Planned): Text {
  return {
    write: writer(random, subjectsOf(document, [])),
    files: (yaml) => new Map([[`${document.number}.yaml`, yaml]]),
    revise: (kindData) => {
      const field = random.pick(kindData['fields'] as { name: string; note?: string }[]);
      const notes = document.things.map((thing) => `与${thing}有关的，另附说明`);
      field.note = random.pick(notes.filter((note) => note !== field.note));
      return [field.name];
    },
  };
}

function manualText(random: Random, document: Planned): Text {
  const { parts, write } = manualParts(random, document);
  const front: TextSection[] = [
    section('前言', '本手册说明公司怎样运行所承接的系统。', '各章的编号与标准的条款号一致。'),
    section('手册管理', '手册由体系管理部保管，每年评审一次；受控副本按发放登记收发。'),
    section('引用标准', 'YUNXING 1:2024《运行服务 要求》。'),
  ];
  // The order and the letter of the first version hold for all.
  let first: Days | undefined;
  return {
    write,
    parts: () => ['0', ...parts.map(({ name }) => name)],
    revise: () => random.sample(parts, 2).flatMap(({ sections }) => revise(write, sections)),
    files: (yaml, days) =>
      new Map([
        ['index.mdx', mdx(yaml, front)],
        ['0.mdx', releaseOrder(document, (first ??= days))],
        ...parts.map(({ name, title, clauses, sections }): [string, string] => [
          `${name}.mdx`,
          mdx(toYaml({ section: name, title, clauses }), sections),
        ]),
      ]),
  };
}

/** The part of the manual with its release order and the appointment of the representative. */
function releaseOrder({ kind, department, owner }: Planned, { released, effective }: Days): string {
  const { reviewed, approved } = signatories(kind, department, owner);
  const title = { zh: '发布令和任命书', en: 'Release order and appointment' };
  const matter = {
    section: '0',
    title,
    releaseOrder: { basis: 'YUNXING 1:2024', signatory: approved, date: released, effective },
    appointment: {
      role: 'mr',
      appointee: reviewed,
      duties: ['组织建立和保持运行服务体系', '向总经理报告体系的绩效'],
      signatory: approved,
      date: released,
    },
  };
  const sentences = ['本手册经总经理批准发布，全体员工照此执行。', '体系负责人由总经理任命，负责体系的建立和保持。'];
  return mdx(toYaml(matter), [section(`0 ${title.zh}`, ...sentences)]);
}

function section(title: string, ...sentences: string[]): TextSection {
  return { depth: 2, title, blocks: [{ kind: 'paragraph', sentences }] };
}

function mdx(yaml: string, sections: readonly TextSection[]): string {
  return `---\n${yaml}---\n\n${render(sections)}`;
}
