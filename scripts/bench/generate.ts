/** Writes a handbook for the benchmark: any number of documents, each with its releases and a correct ledger. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { appendEntries } from '../../src/control/ledger.ts';
import { nextVersions, firstVersion } from '../../src/control/version.ts';
import { canonicalBytes, releaseHash } from '../../src/handbook/canonical.ts';
import { historyFolder, ledgerPath, versionFolder } from '../../src/handbook/releases.ts';
import { kinds } from '../../src/schema/documents.ts';
import type { LedgerEntry } from '../../src/schema/ledger.ts';
import { body, manualParts, subjectsOf } from './bodies.ts';
import { addDays } from './days.ts';
import { ofKind, shared } from './front-matter.ts';
import { signatories, surroundings } from './organisation.ts';
import { outline, type Planned } from './outline.ts';
import { render, revise, wordsIn, type Subjects, type TextSection } from './prose.ts';
import { seeded, type Random } from './random.ts';
import { fillers } from './vocabulary.ts';
import { toYaml } from './yaml.ts';

export interface GeneratedSize {
  /** What stands in the folders, releases apart. */
  files: number;
  releases: number;
  /** Of the working texts, the mean of those with a body. */
  wordsPerBody: number;
  diagrams: number;
}

export interface GenerateOptions {
  /** Controlled documents, at least 20. */
  documents: number;
  /** Releases of each document. */
  versions: number;
  /** ISO day on which the newest release of every document is in force. */
  asOf: string;
  seed?: string;
}

/**
 * Writes a handbook on which `handbook check --as-of <asOf>` finds nothing. The same options give the same bytes.
 * @param folder an empty folder
 */
export function generateHandbook(
  folder: string,
  { documents, versions, asOf, seed = 'handbook' }: GenerateOptions,
): GeneratedSize {
  const planned = outline(seeded(`${seed} outline`), documents);
  const write = (path: string, bytes: string | Buffer) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  };
  const around = surroundings();
  for (const [path, text] of around) write(path, text);

  let files = around.size;
  const words: number[] = [];
  let diagrams = 0;
  const entries: Omit<LedgerEntry, 'previous'>[] = [];
  for (const document of planned) {
    const history = releasesOf(seeded(`${seed} ${document.number}`), document, planned, versions, asOf);
    for (const { entry, files: frozen } of history) {
      const into = `${historyFolder}/${document.number}/${versionFolder(entry.version)}`;
      const bytes = [...frozen].map(([name, text]) => ({ name, bytes: canonicalBytes(text) }));
      for (const file of bytes) write(`${into}/${file.name}`, file.bytes);
      entries.push({ ...entry, hash: releaseHash(bytes) });
    }
    const newest = history.at(-1)!.files;
    for (const [name, text] of newest) write(`${workingFolder(document)}/${name}`, text);
    files += newest.size;
    const texts = [...newest.values()]
      .filter((text) => text.startsWith('---\n'))
      .map((text) => text.slice(text.indexOf('\n---\n') + 5));
    if (texts.length) words.push(texts.reduce((sum, text) => sum + wordsIn(text), 0) / texts.length);
    diagrams += texts.filter((text) => text.includes('```mermaid')).length;
  }
  entries.sort((a, b) => (a.released === b.released ? 0 : a.released < b.released ? -1 : 1));
  write(ledgerPath, appendEntries('', entries));
  const wordsPerBody = Math.round(words.reduce((sum, count) => sum + count, 0) / words.length);
  return { files, releases: entries.length, wordsPerBody, diagrams };
}

function workingFolder({ kind, number }: Planned): string {
  return kind === 'manual' ? `${kinds[kind].folder}/${number}` : kinds[kind].folder;
}

interface Generated {
  entry: Omit<LedgerEntry, 'previous' | 'hash'>;
  /** Name → text. */
  files: Map<string, string>;
}

/** All releases of a document, oldest first; each changes a few sentences of the one before. */
function releasesOf(
  random: Random,
  document: Planned,
  all: readonly Planned[],
  count: number,
  asOf: string,
): Generated[] {
  const make = document.kind === 'form' ? formText : document.kind === 'manual' ? manualText : bodyText;
  const text = make(random, document);
  const kindData = ofKind(random, document, text.subjects, all);
  const people = signatories(document.kind, document.department, document.owner);
  const changes: Record<string, unknown>[] = [];
  return schedule(random, count, asOf).map(({ version, effective }) => {
    const on = (before: number) => addDays(effective, -before);
    const isFirst = changes.length === 0;
    const sections = isFirst ? ['全文'] : text.revise(kindData);
    changes.push({
      version,
      date: on(28),
      sections,
      what: isFirst
        ? '新建'
        : `${sections.join('、')}：改写了${random.pick(document.things)}的要求，期限与现行做法一致。`,
      why: `${random.pick(fillers['source']!)}指出${random.pick(document.things)}的规定${isFirst ? '没有成文' : '与实际不符'}，${random.pick(fillers['goal']!)}。`,
      ...people,
      request: isFirst ? undefined : `DCR-${on(28).slice(0, 4)}-${String(random.whole(1, 999)).padStart(3, '0')}`,
    });
    const signed = {
      prepared: { by: people.by, on: on(28) },
      reviewed: { by: people.reviewed, on: on(21) },
      approved: { by: people.approved, on: on(17) },
      released: on(14),
      effective,
    };
    const data = {
      number: document.number,
      title: document.title,
      kind: document.kind,
      version,
      ...shared(document),
      ...signed,
      ...kindData,
      parts: text.parts?.(),
      changes,
    };
    return {
      entry: { number: document.number, version, kind: document.kind, ...signed },
      files: text.files(toYaml(data), signed),
    };
  });
}

/** Versions and the days on which they became effective: the last within the past eleven months. */
function schedule(random: Random, count: number, asOf: string): { version: string; effective: string }[] {
  const rules = { scheme: 'letter-digit', lastRevision: 9 } as const;
  const labels = [firstVersion(rules)];
  while (labels.length < count) {
    const { revision, edition } = nextVersions(labels.at(-1)!, rules);
    labels.push((revision ?? edition)!);
  }
  let effective = addDays(asOf, -random.whole(10, 300));
  const days = labels.map(() => {
    const day = effective;
    effective = addDays(effective, -random.whole(150, 330));
    return day;
  });
  return labels.map((version, index) => ({ version, effective: days[count - 1 - index]! }));
}

interface Days {
  released: string;
  effective: string;
}

interface Text {
  subjects: Subjects;
  /** The files of the document with its front matter, and the days of the version. */
  files: (yaml: string, days: Days) => Map<string, string>;
  /** Changes the text, or the data of the kind. @returns the sections changed */
  revise: (kindData: Record<string, unknown>) => string[];
  /** The names of parts. */
  parts?: () => string[];
}

function bodyText(random: Random, document: Planned): Text {
  const { sections, subjects } = body(random, document);
  return {
    subjects,
    files: (yaml) => new Map([[`${document.number}.mdx`, mdx(yaml, sections)]]),
    revise: () => revise(random, sections, subjects),
  };
}

function formText(random: Random, document: Planned): Text {
  return {
    subjects: subjectsOf(document, []),
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
  const { parts, subjects } = manualParts(random, document);
  const sentences = ['本手册说明公司怎样运行所承接的系统。', '各章的编号与标准的条款号一致。'];
  const preface: TextSection[] = [{ depth: 2, title: '前言', blocks: [{ kind: 'paragraph', sentences }] }];
  // The order and the letter of the first version hold for all.
  let first: Days | undefined;
  return {
    subjects,
    parts: () => ['0', ...parts.map(({ name }) => name)],
    revise: () => random.sample(parts, 2).flatMap(({ sections }) => revise(random, sections, subjects)),
    files: (yaml, days) =>
      new Map([
        ['index.mdx', mdx(yaml, preface)],
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
  return mdx(toYaml(matter), [{ depth: 2, title: `0 ${title.zh}`, blocks: [{ kind: 'paragraph', sentences }] }]);
}

function mdx(yaml: string, sections: readonly TextSection[]): string {
  return `---\n${yaml}---\n\n${render(sections)}`;
}
