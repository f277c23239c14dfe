/** Files → typed data, with every fault of every file. */
import { basename, dirname, join } from 'node:path';
import type { z } from 'zod';
import { documentSchemas, kinds, part as partSchema, type Kind, type Manual } from '../schema/documents.ts';
import { handbookFile, type HandbookData } from '../schema/handbook.ts';
import { departmentsFile, peopleFile, role, type DepartmentData, type PersonData } from '../schema/organisation.ts';
import { registerFile, registerSchemas, type RegisterName } from '../schema/registers/index.ts';
import { standard } from '../schema/standard.ts';
import { translation } from '../schema/translation.ts';
import { emptyBody, readBody, type Body } from './body.ts';
import { catalogueFaults, duplicateIds } from './consistency.ts';
import type { Fault } from './finding.ts';
import { faultsByMark, type Wrongness } from './full-width.ts';
import type { Document, Part, Registers, Release, Role, Translation } from './graph.ts';
import { readOnce } from './reading-cache.ts';
import { schemaFaults, type Misfit } from './schema-faults.ts';
import type { SourceFile } from './source.ts';
import { nearest } from './suggest.ts';
import { placedTranslations } from './translations.ts';

/** The files of one document: the main file under its name, the parts under theirs (without ending). */
export interface DocumentFiles {
  number: string;
  kind: Kind;
  main: SourceFile;
  parts: Map<string, SourceFile>;
  /** Names of parts whose files could not be read. */
  lost?: ReadonlySet<string>;
}

/** The data of a file if it keeps to its schema; otherwise its faults. */
export function parseData<S extends z.ZodType>(
  source: SourceFile,
  schema: S,
): { data: z.infer<S> | undefined; faults: Fault[] } {
  const read = readAs(source, schema);
  if ('data' in read) return { data: read.data, faults: [] };
  const faults = faultsByMark(
    source,
    (text) => readAs(text, schema).wrongness,
    (text) => faultsOf(text, schema),
  );
  return { data: undefined, faults };
}

type Read<S extends z.ZodType> = { wrongness: Wrongness } & (
  { data: z.infer<S> } | { value: unknown; error: z.ZodError } | { fault: Fault }
);

/** Reads the data of a file, and judges how wrong it is: the later its syntax fails, and the fewer its misfits, the less. */
function readAs<S extends z.ZodType>(source: SourceFile, schema: S): Read<S> {
  const read = source.data();
  if (read.fault) return { fault: read.fault, wrongness: [1, -read.fault.line] };
  const value = read.value ?? {};
  const { data, error } = schema.safeParse(value);
  if (!error) return { data, wrongness: [0, 0] };
  const misfits = error.issues.reduce((sum, issue) => sum + ('keys' in issue ? issue.keys.length : 1), 0);
  return { value, error, wrongness: [0, misfits] };
}

function faultsOf(source: SourceFile, schema: z.ZodType): Fault[] {
  const read = readAs(source, schema);
  if ('fault' in read) return [read.fault];
  if (!('error' in read)) return [];
  const locate: Misfit['locate'] = (path, options) => source.place(path, options);
  return schemaFaults({ source, schema, value: read.value, rule: 'SRC-03', locate }, read.error);
}

/** {@link parseData} of files of which there are many, or long ones. @param kind tells the schemas apart */
export function parseOnce<S extends z.ZodType>(
  source: SourceFile,
  schema: S,
  kind: string,
): ReturnType<typeof parseData<S>> {
  return readOnce(source, kind, () => parseData(source, schema));
}

/** What the text of a file holds. */
function bodyOf(source: SourceFile): Body {
  return readOnce(source, 'body', () => readBody(source));
}

/** One document. Undefined if its main file or one of its parts cannot be read. */
export function parseDocument(
  files: DocumentFiles,
  release: Release | undefined,
): { document: Document | undefined; faults: Fault[] } {
  const { main, kind } = files;
  const { data, faults: misfits } = parseOnce(main, documentSchemas[kind], kind);
  const isText = kinds[kind].file === 'mdx';
  const body = isText ? bodyOf(main) : emptyBody();
  const faults = [...misfits, ...body.faults];
  if (!data) {
    for (const source of files.parts.values()) faults.push(...parsePart('', source).faults);
    return { document: undefined, faults };
  }
  const parts: Part[] = [
    { name: basename(main.file).replace(/\.\w+$/, ''), data: undefined, title: data.title, source: main, body },
  ];
  const listed = kind === 'manual' ? (data as Manual).parts : [];
  listed.forEach((name, index) => {
    if (files.lost?.has(name)) return;
    const source = files.parts.get(name);
    if (!source) {
      const path = join(dirname(main.file), `${name}.mdx`);
      const near = nearest(
        name,
        [...files.parts.keys()].filter((other) => !listed.includes(other)),
      );
      faults.push({
        rule: 'SRC-06',
        ...main.place(['parts', index]),
        document: data.number,
        message: { zh: `parts 中的“${name}”没有对应的文件`, en: `No file for “${name}” in parts` },
        hint: {
          zh: near ? `是否想写“${near}”？` : `误删的用 git 恢复 ${path}；还没有写的，新建；不要的，从 parts 中删除。`,
          en: near
            ? `Did you mean “${near}”?`
            : `Restore ${path} from git if it was deleted, create it if it is not written yet, or take it out of parts.`,
        },
      });
      return;
    }
    const parsed = parsePart(name, source);
    faults.push(...parsed.faults);
    if (parsed.part) parts.push(parsed.part);
  });
  for (const [name, source] of files.parts) {
    if (listed.includes(name)) continue;
    faults.push({
      rule: 'SRC-06',
      ...source.place(),
      document: data.number,
      message: {
        zh: `“${name}”没有列入文件的 parts，不会发布`,
        en: `“${name}” is not in parts, so it would not be published`,
      },
      hint: { zh: '把它加入 parts，或删除文件。', en: 'Add it to parts, or delete the file.' },
    });
  }
  if (faults.length || files.lost?.size) return { document: undefined, faults };
  return { document: { number: data.number, kind, data, parts, release }, faults };
}

function parsePart(name: string, source: SourceFile): { part: Part | undefined; faults: Fault[] } {
  const { data, faults } = parseOnce(source, partSchema, 'part');
  const body = bodyOf(source);
  return { part: data && { name, data, title: data.title, source, body }, faults: [...faults, ...body.faults] };
}

/** Everything that is not a controlled document: settings, standards, organisation, roles, registers. */
export interface Surroundings {
  settings: HandbookData;
  settingsSource: SourceFile;
  standards: { data: z.infer<typeof standard>; source: SourceFile }[];
  departments: { data: DepartmentData; index: number }[];
  departmentsSource: SourceFile | undefined;
  people: { data: PersonData; index: number }[];
  peopleSource: SourceFile | undefined;
  roles: Role[];
  registers: Registers;
  translations: Translation[];
  /** The files that are there but do not keep to their schema. */
  unread: string[];
}

/** Reads the surroundings. `undefined` if handbook.yaml is missing or wrong: without it nothing can be judged. */
export function parseSurroundings(files: ReadonlyMap<string, SourceFile>): {
  surroundings: Surroundings | undefined;
  faults: Fault[];
} {
  const faults: Fault[] = [];
  const unread: string[] = [];
  const read = <S extends z.ZodType>(path: string, schema: S): z.infer<S> | undefined => {
    const source = files.get(path);
    if (!source) return undefined;
    const parsed = parseOnce(source, schema, 'data');
    faults.push(...parsed.faults);
    if (!parsed.data) unread.push(path);
    return parsed.data;
  };
  const settingsSource = files.get('handbook.yaml');
  const settings = read('handbook.yaml', handbookFile);
  const standards = [...files].flatMap(([path, source]) => {
    if (!path.startsWith('standards/')) return [];
    const data = read(path, standard);
    return data ? [{ data, source }] : [];
  });
  const roles = [...files].flatMap(([path, source]): Role[] => {
    if (!path.startsWith('roles/')) return [];
    const data = read(path, role);
    const body = bodyOf(source);
    faults.push(...body.faults);
    return data ? [{ id: data.id, data, source, body }] : [];
  });
  // Of two roles of one id the one in the file of that name is right.
  roles.sort((a, b) => Number(isNamedById(b)) - Number(isNamedById(a)));
  const departmentsSource = files.get('organisation/departments.yaml');
  const peopleSource = files.get('organisation/people.yaml');
  const translated = [...files].flatMap(([path, source]): Translation[] => {
    if (!path.startsWith('translations/')) return [];
    const data = read(path, translation);
    const body = bodyOf(source);
    faults.push(...body.faults);
    return data ? [{ data, source, body }] : [];
  });
  const { translations, faults: misplaced } = placedTranslations(translated);
  faults.push(...misplaced);
  const departments = read('organisation/departments.yaml', departmentsFile)?.departments ?? [];
  const people = read('organisation/people.yaml', peopleFile)?.people ?? [];
  const registers = Object.fromEntries(
    (Object.keys(registerSchemas) as RegisterName[]).map((name) => {
      const path = `registers/${name}.yaml`;
      const entries = read(path, registerFile(name))?.entries ?? [];
      const place =
        (index: number) =>
        (...inside: (string | number)[]) =>
          (files.get(path) as SourceFile).place(['entries', index, ...inside]);
      return [name, entries.map((entry, index) => ({ ...entry, place: place(index) }))];
    }),
  ) as Registers;
  for (const path of files.keys()) {
    if (isKnownPath(path)) continue;
    faults.push({
      rule: 'SRC-06',
      ...(files.get(path) as SourceFile).place(),
      message: { zh: '这里的文件不属于手册库', en: 'A file here is not part of the handbook' },
      hint: {
        zh: `可用的文件夹：${Object.values(kinds)
          .map((kind) => kind.folder)
          .join('、')}、roles、standards、organisation、registers。`,
        en: `Folders: ${Object.values(kinds)
          .map((kind) => kind.folder)
          .join(', ')}, roles, standards, organisation, registers.`,
      },
    });
  }
  faults.push(
    ...standards.flatMap(({ data, source }) => catalogueFaults(data, source)),
    ...duplicateIds(standards.map(({ data, source }) => ({ id: data.id, place: () => source.place(['id']) }))),
    ...duplicateIds(roles.map(({ id, source }) => ({ id, place: () => source.place(['id']) }))),
    ...duplicateIds(
      departments.map(({ id }, index) => ({ id, place: () => departmentsSource!.place(['departments', index, 'id']) })),
    ),
    ...duplicateIds(people.map(({ id }, index) => ({ id, place: () => peopleSource!.place(['people', index, 'id']) }))),
  );
  if (!settings || !settingsSource) return { surroundings: undefined, faults };
  return {
    surroundings: {
      settings,
      settingsSource,
      standards,
      departments: departments.map((data, index) => ({ data, index })),
      departmentsSource,
      people: people.map((data, index) => ({ data, index })),
      peopleSource,
      roles,
      registers,
      translations,
      unread,
    },
    faults,
  };
}

function isNamedById({ id, source }: Role): boolean {
  return basename(source.file) === `${id}.mdx`;
}

const knownFiles = new Set([
  'handbook.yaml',
  'organisation/departments.yaml',
  'organisation/people.yaml',
  ...Object.keys(registerSchemas).map((name) => `registers/${name}.yaml`),
]);

function isKnownPath(path: string): boolean {
  return (
    knownFiles.has(path) ||
    /^(standards\/[^/]+\.yaml|roles\/[^/]+\.mdx|translations\/[^/]+\/[^/]+\.mdx)$/.test(path) ||
    Object.values(kinds).some((kind) => path.startsWith(`${kind.folder}/`) && path.endsWith(`.${kind.file}`))
  );
}
