/** Plans a new document: the next free number, who answers for it, and its outline in the folder of its kind. */
import { parseDocument } from '../handbook/parse.ts';
import type { Document, Handbook } from '../handbook/graph.ts';
import type { Library } from '../handbook/open.ts';
import { SourceFile } from '../handbook/source.ts';
import type { DocumentData, Kind } from '../schema/documents.ts';
import type { Bilingual } from '../schema/primitives.ts';
import { numberOf } from './new-number.ts';
import { holdersOn, ownerOf, preparerNeeded, signersOf } from './new-people.ts';
import type { NewRequest } from './new-request.ts';
import { names, unknownDocument, unknownId, unknownPerson, type Plan, type Refusal } from './plan.ts';
import { filesOf, type Draft, type TemplateFile } from './templates/index.ts';
import { firstVersion } from './version.ts';

export interface NewPlan extends Plan {
  kind: Kind;
  number: string;
  /** The main file, below the content folder. */
  path: string;
}

/** What a new document would write, or why it is refused. */
export function planNew(library: Library, request: NewRequest): NewPlan | Refusal {
  const { working: handbook } = library;
  const { kind } = request;
  const single = onlyOne(handbook, kind);
  if (single) return single;
  const procedure = request.procedure === undefined ? undefined : handbook.documents.get(request.procedure);
  if (request.procedure !== undefined && procedure?.kind !== 'procedure') {
    return procedure ? noProcedure(procedure.number) : unknownDocument(request.procedure, proceduresOf(handbook));
  }
  if (kind === 'instruction' && !procedure) return procedureNeeded;
  const number = numberOf(library, request, procedure);
  if (typeof number !== 'string') return number;
  const owner = ownerOf(handbook, request, procedure?.data);
  if (typeof owner !== 'string') return owner;
  const department =
    request.department ??
    (request.owner ? undefined : procedure?.data.department) ??
    handbook.roles.get(owner)!.data.department;
  if (!handbook.departments.has(department)) {
    const all = Array.from(handbook.departments.values(), ({ data }) => data);
    return unknownId(department, all, names.department);
  }
  const classification =
    request.classification ??
    usual(handbook, kind, (data) => data.classification) ??
    handbook.settings.classifications.at(1)?.id ??
    handbook.settings.classifications[0]!.id;
  const known = handbook.settings.classifications;
  if (!known.some(({ id }) => id === classification)) return unknownId(classification, known, names.classification);
  const on = request.on ?? library.asOf;
  const by = request.by ?? holdersOn(handbook, owner, on)[0];
  if (by === undefined) return preparerNeeded(handbook, owner, on);
  if (!handbook.people.has(by)) return unknownPerson(handbook, by);
  const draft: Draft = {
    kind,
    number,
    title: titleOf(handbook, request),
    version: firstVersion(handbook.settings.versions),
    classification,
    owner,
    department,
    procedure: procedure?.number,
    reviewMonths:
      usual(handbook, kind, (data) => data.reviewMonths) ?? (kind === 'instruction' || kind === 'form' ? 24 : 12),
    on,
    by,
    reviewed: by,
    approved: by,
  };
  const signed = signersOf(handbook, asDocument(draft, filesOf(handbook, draft)), draft, request);
  if ('refused' in signed) return signed;
  const files = filesOf(handbook, { ...draft, ...signed });
  return {
    kind,
    number,
    path: files[0]!.path,
    changes: new Map(files.map(({ path, text }) => [path, Buffer.from(text)])),
  };
}

/** A handbook has one manual and one matrix. */
function onlyOne({ documents }: Handbook, kind: Kind): Refusal | undefined {
  if (kind !== 'manual' && kind !== 'matrix') return undefined;
  const present = [...documents.values()].find((document) => document.kind === kind);
  if (!present) return undefined;
  const { number, data } = present;
  return {
    refused: {
      zh: `已有 ${number} ${data.title.zh}，只能有一份`,
      en: `There is ${number} ${data.title.en} already, and only one can be`,
    },
    hint: { zh: `修改 ${number}，或先作废它。`, en: `Change ${number}, or withdraw it first.` },
  };
}

function proceduresOf({ documents }: Handbook): string[] {
  return [...documents.values()].filter(({ kind }) => kind === 'procedure').map(({ number }) => number);
}

function noProcedure(number: string): Refusal {
  return { refused: { zh: `${number} 不是程序文件`, en: `${number} is no procedure` } };
}

const procedureNeeded: Refusal = {
  refused: { zh: '没有指出作业指导书细化哪个程序', en: 'The procedure that the instruction details is not named' },
  hint: {
    zh: '用 --procedure 指出，例如 --procedure B-21。',
    en: 'Name it with --procedure, such as --procedure B-21.',
  },
};

/** What most documents of a kind have. */
function usual<T>({ documents }: Handbook, kind: Kind, value: (data: DocumentData) => T): T | undefined {
  const counts = new Map<T, number>();
  for (const document of documents.values()) {
    if (document.kind === kind) counts.set(value(document.data), (counts.get(value(document.data)) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

function titleOf({ settings }: Handbook, { kind, title, titleEn }: NewRequest): Bilingual {
  const isEnglish = settings.language === 'en';
  return {
    zh: title ?? (isEnglish ? 'TODO（中文名称）' : `待补充（${kindTitles[kind].zh}名称）`),
    en: titleEn ?? `TODO (title of the ${kindTitles[kind].en})`,
  };
}

const kindTitles: Record<Kind, Bilingual> = {
  manual: { zh: '手册', en: 'manual' },
  policy: { zh: '方针策略', en: 'policy' },
  matrix: { zh: '职责分配表', en: 'responsibility matrix' },
  procedure: { zh: '程序文件', en: 'procedure' },
  instruction: { zh: '作业指导书', en: 'work instruction' },
  plan: { zh: '计划', en: 'plan' },
  form: { zh: '记录表单', en: 'record form' },
};

/** The outline as the loader reads it. */
function asDocument({ number, kind }: Draft, [main, ...parts]: TemplateFile[]): Document | undefined {
  const source = ({ path, text }: TemplateFile) => new SourceFile(path, text);
  const name = (path: string) => path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  return parseDocument(
    { number, kind, main: source(main!), parts: new Map(parts.map((part) => [name(part.path), source(part)])) },
    undefined,
  ).document;
}
