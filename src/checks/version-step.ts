/** A version beside the one before it: what its change record names, and what really changed. */
import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { newestRelease, releasesOf, workingState } from '../control/state.ts';
import type { Document, Handbook, Release } from '../handbook/graph.ts';
import type { Library } from '../handbook/open.ts';
import { parseData, type DocumentFiles } from '../handbook/parse.ts';
import type { SourceFile } from '../handbook/source.ts';
import { documentSchemas, type DocumentData, type PartData } from '../schema/documents.ts';
import { frontMatterChanges, isSameYaml, type SectionChange } from './front-matter-changes.ts';
import { saysTheSame, textSections, type TextSection } from './text-sections.ts';

export interface VersionStep {
  document: Document;
  /** The version before. */
  before: Release;
  /** True if it was released, so that neither text nor change record can be mended any more. */
  released: boolean;
  /** Index of the first entry of the change record that is about the step; the last one ends it. */
  firstEntry: number;
  /** What differs; nothing if only dates, signatures and the change record do. */
  changes: SectionChange[];
  /** The sections that the author wrote, of both versions. */
  sections: TextSection[];
}

/** Each pair is compared once, whichever rules and graphs ask. */
const known = new WeakMap<SourceFile, VersionStep | undefined>();

/**
 * The step that led to each document of a graph: to the release in force from the one before it, to a working text
 * from the newest release. A working text that does not state its next version yet has no step: release makes its
 * entry in the change record.
 */
export function* versionSteps(handbook: Handbook, library: Library): Generator<VersionStep> {
  for (const document of handbook.documents.values()) {
    const before = predecessor(handbook, library, document);
    if (!before || before.version === document.data.version) continue;
    // What was touched after its release is for VER-05; what differs then nobody wrote into the change record.
    if ([before, document.release].some((release) => release && release.actualHash !== release.entry.hash)) continue;
    const { source } = document.parts[0]!;
    const released = document.release !== undefined || newestRelease(handbook, document.number) !== before;
    if (!known.has(source)) known.set(source, stepFrom(library, document, before, released));
    const step = known.get(source);
    if (step) yield step;
  }
}

function predecessor(handbook: Handbook, library: Library, document: Document): Release | undefined {
  const releases = releasesOf(handbook, document.number);
  if (releases.length < 2 && releases[0]?.version === document.data.version) return undefined;
  const isNewest = !document.release && workingState(library, document) === 'released';
  if (!document.release && !isNewest) return newestRelease(handbook, document.number);
  const version = document.release?.version ?? releases.at(-1)?.version;
  const index = releases.findIndex((release) => release.version === version);
  return index > 0 ? releases[index - 1] : undefined;
}

/** The step from a release to a text; undefined if the change record of the text has no entry for it. */
export function stepFrom(
  library: Library,
  document: Document,
  before: Release,
  released: boolean,
): VersionStep | undefined {
  const frozen = library.frozen(before);
  const data = frozen && frozen.kind === document.kind ? frontMatter(frozen, document) : undefined;
  const firstEntry = document.data.changes.findIndex((change) => change.version === before.version) + 1;
  if (!frozen || !data || firstEntry === 0 || firstEntry >= document.data.changes.length) return undefined;
  const old = sectionsOf(frozen.main, frozen.parts);
  const [main, ...parts] = document.parts.map(({ source }) => source);
  const now = sectionsOf(main!, new Map(parts.map((source) => [nameOf(source), source])));
  const { language } = library.working.settings;
  const last = now.at(-1)?.name ?? '';
  return {
    document,
    before,
    released,
    firstEntry,
    changes: [
      ...textChanges(old, now),
      ...frontMatterChanges(data, document.data, language, last),
      ...partChanges(frozen.parts, parts),
    ],
    sections: [...old, ...now],
  };
}

/** The front matter of a release; that of the text after it where nothing differs that would count. */
function frontMatter({ main, kind }: DocumentFiles, { data, parts }: Document): DocumentData | undefined {
  return isSameYaml(main.yaml, parts[0]!.source.yaml) ? data : parseData(main, documentSchemas[kind]).data;
}

function nameOf(source: SourceFile): string {
  return basename(source.file).replace(/\.\w+$/, '');
}

function sectionsOf(main: SourceFile, parts: ReadonlyMap<string, SourceFile>): TextSection[] {
  return [
    ...textSections(main.body),
    ...[...parts.values()].flatMap((source) => textSections(source.body, partName(source))),
  ];
}

/** Number and title of a part, which its text stands in. */
function partName(source: SourceFile): string[] {
  const data = source.data().value as Partial<PartData> | undefined;
  return [data?.section, data?.title?.zh].filter((name) => name !== undefined);
}

function textChanges(before: readonly TextSection[], after: readonly TextSection[]): SectionChange[] {
  const old = byKey(before);
  const now = byKey(after);
  const stands = (section: TextSection, among: readonly TextSection[]) =>
    among.some((other) => saysTheSame(section, other));
  const changes: SectionChange[] = [];
  for (const [key, section] of now) {
    const was = old.get(key);
    if (!was || !saysTheSame(was, section)) changes.push(changeOf(section, !stands(section, before)));
  }
  for (const [key, section] of old) {
    if (!now.has(key)) changes.push(changeOf(section, !stands(section, after)));
  }
  return changes;
}

/** Sections by number or title; of those that are called alike each by its place among them. */
function byKey(sections: readonly TextSection[]): Map<string, TextSection> {
  const found = new Map<string, TextSection>();
  const count = new Map<string, number>();
  for (const section of sections) {
    const times = count.get(section.name) ?? 0;
    count.set(section.name, times + 1);
    found.set(`${section.name}#${times}`, section);
  }
  return found;
}

/** A section that only has another number now need not be named, nor what stands before all headings. */
function changeOf({ name, title, within }: TextSection, isNew: boolean): SectionChange {
  return { names: [name, title, ...within].filter(Boolean), required: isNew && name !== '' };
}

/** What the front matter of parts shows: title, release order, appointment. */
function partChanges(before: ReadonlyMap<string, SourceFile>, after: readonly SourceFile[]): SectionChange[] {
  return after.flatMap((source): SectionChange[] => {
    const old = before.get(nameOf(source));
    if (!old || old.yaml === source.yaml) return [];
    const [a, b] = [old.data().value, source.data().value] as Partial<PartData>[];
    if (!a || !b || isDeepStrictEqual(a, b)) return [];
    const isShown = !isDeepStrictEqual({ ...a, clauses: [] }, { ...b, clauses: [] });
    return [{ names: partName(source), required: isShown }];
  });
}
