/** Finds in any text what a profile leaves out: numbers, addresses and titles of documents and versions. */
import { versionSegment } from '../handbook/address.ts';
import type { Document, Handbook } from '../handbook/graph.ts';
import type { Library } from '../handbook/open.ts';

/** A place in a text that names what is left out. */
export interface LeftOutHit {
  /** Number of the document. */
  number: string;
  /** The version as in addresses (`a-0`), where only that is left out. */
  version?: string;
  as: 'address' | 'number' | 'title';
  /** The name as it stands there. */
  text: string;
  offset: number;
}

export interface LeftOutNames {
  /** Everything in a text, in its order. */
  find: (text: string) => LeftOutHit[];
  /** True if a text says anything of what is left out, a title within running text included. */
  isAbout: (text: string) => boolean;
}

/**
 * What a profile leaves out of a library, to be looked for.
 * @param common names that are no sign of a document although one may bear them: the words of the interface
 */
export function leftOutNames(whole: Library, profiled: Library, common: ReadonlySet<string>): LeftOutNames {
  const leftOut = profiled.inForce.profile?.leftOut ?? new Set<string>();
  const versions = leftOutVersions(whole, profiled, leftOut);
  const numbers = numberSearch(leftOut, versions, whole);
  const titles = leftOutTitles(whole, profiled);
  const known = new Set([...common, ...namesBeside(whole.inForce)]);
  const alone = new Map([...titles].filter(([title]) => !known.has(title)));
  const find = (text: string) =>
    [...numbers(text), ...quoted(text, titles), ...standingAlone(text, alone)].sort((a, b) => a.offset - b.offset);
  return {
    find,
    isAbout: (text) => find(text).length > 0 || [...alone.keys()].some((title) => text.includes(title)),
  };
}

/** Number of a document that is shown → its versions that are not, as in addresses. */
function leftOutVersions(
  whole: Library,
  profiled: Library,
  leftOut: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const shown = new Set(profiled.releases.map(({ number, version }) => `${number} ${version}`));
  const versions = new Map<string, Set<string>>();
  for (const { number, version } of whole.releases) {
    if (leftOut.has(number) || shown.has(`${number} ${version}`)) continue;
    versions.set(number, (versions.get(number) ?? new Set()).add(versionSegment(version)));
  }
  return versions;
}

/** Every title that a document or version had, unless one that is shown has it, too → number. */
function leftOutTitles(whole: Library, profiled: Library): Map<string, string> {
  const shown = new Set(everyText(profiled).flatMap(titlesOf));
  return new Map(
    [...everyText(whole), ...whole.working.documents.values()].flatMap((document) =>
      titlesOf(document).flatMap((title): [string, string][] => (shown.has(title) ? [] : [[title, document.number]])),
    ),
  );
}

function everyText(library: Library): Document[] {
  return [
    ...library.releases.flatMap((release) => library.read(release) ?? []),
    ...library.inForce.documents.values(),
    ...library.inForce.withdrawn.values(),
  ];
}

function titlesOf({ data: { title } }: Document): string[] {
  return [title.zh, title.en];
}

/** Names in a handbook that are no documents: clauses, documented information, roles, terms … */
function namesBeside(handbook: Handbook): string[] {
  const { settings, standards, roles, departments, registers } = handbook;
  const titles = [
    settings.title,
    settings.organisation.name,
    ...settings.classifications.map(({ title }) => title),
    ...settings.parties.map(({ title }) => title),
    ...[...standards.values()].flatMap(({ clauses }) =>
      clauses.flatMap(({ data }) => [data.title, ...data.information.map(({ title }) => title)]),
    ),
    ...[...roles.values()].map(({ data }) => data.title),
    ...[...departments.values()].map(({ data }) => data.title),
    ...registers.glossary.map(({ term }) => term),
    ...registers.services.map(({ title }) => title),
    ...registers['external-documents'].map(({ title }) => title),
  ];
  return [
    ...titles.flatMap(({ zh, en }) => [zh, en]),
    ...registers.glossary.flatMap(({ synonyms, avoid }) => [...synonyms, ...avoid]),
  ];
}

/**
 * Numbers in any case of letters, as addresses have them. Words are taken by how numbers begin and looked up, which
 * costs the same for ten numbers as for ten thousand; the longest number counts, so that `X-D-01-01` is not `X-D-01`.
 */
function numberSearch(
  leftOut: ReadonlySet<string>,
  versions: ReadonlyMap<string, ReadonlySet<string>>,
  whole: Library,
): (text: string) => LeftOutHit[] {
  const shown = [...versions.keys(), ...whole.inForce.documents.keys(), ...whole.inForce.externals.keys()];
  const known = new Set([...leftOut, ...shown]);
  const starts = new Set([...leftOut, ...versions.keys()].map((number) => number.split('-')[0] as string));
  if (!starts.size) return () => [];
  const word = new RegExp(`(?<![A-Za-z0-9])(?:${[...starts].join('|')})(?:-[A-Za-z0-9]+)+`, 'gi');
  return (text) => {
    const hits: LeftOutHit[] = [];
    for (const match of text.matchAll(word)) {
      const number = longestNumber(match[0].toUpperCase(), known);
      if (number === undefined) continue;
      const offset = match.index;
      const isAddress = /documents\/$/i.test(text.slice(Math.max(0, offset - 10), offset));
      const own = { number, text: match[0].slice(0, number.length), offset };
      if (leftOut.has(number)) hits.push({ ...own, as: isAddress ? 'address' : 'number' });
      else if (isAddress) {
        const version = versionIn(
          text.slice(offset + number.length, offset + number.length + 60),
          versions.get(number),
        );
        if (version !== undefined) hits.push({ ...own, version, as: 'address' });
      }
    }
    return hits;
  };
}

function longestNumber(word: string, known: ReadonlySet<string>): string | undefined {
  for (let end = word.length; end > 0; end = word.lastIndexOf('-', end - 1)) {
    const start = word.slice(0, end);
    if (known.has(start)) return start;
  }
  return undefined;
}

/** The first of the versions that the rest of an address leads to: `/versions/a-1/`, `/compare/a-0...a-1/`. */
function versionIn(rest: string, versions: ReadonlySet<string> | undefined): string | undefined {
  const segment = /^\/(?:versions|compare)\/([^/"'<>\s]+)/.exec(rest)?.[1];
  return segment?.split('...').find((version) => versions?.has(version));
}

/** Titles in the marks 《》. */
function quoted(text: string, titles: ReadonlyMap<string, string>): LeftOutHit[] {
  if (!titles.size) return [];
  return [...text.matchAll(/《([^《》<>]+)》/g)].flatMap((match): LeftOutHit[] => {
    const number = titles.get(plain(match[1]!));
    return number === undefined ? [] : [{ number, as: 'title', text: match[0], offset: match.index }];
  });
}

/** Titles that are all there is between two tags, or in quotes: cells of tables, values of JSON, attributes. */
function standingAlone(text: string, titles: ReadonlyMap<string, string>): LeftOutHit[] {
  if (!titles.size) return [];
  return [...text.matchAll(/(?<=>)[^<>]+(?=<)|"(?:[^"\\<>]|\\.)+"/g)].flatMap((match): LeftOutHit[] => {
    const [run] = match;
    const inside = plain(run.startsWith('"') ? run.slice(1, -1) : run);
    const number = titles.get(inside);
    if (number === undefined) return [];
    return [{ number, as: 'title', text: inside, offset: match.index + Math.max(0, run.indexOf(inside)) }];
  });
}

function plain(text: string): string {
  return text
    .replaceAll('&#39;', "'")
    .replaceAll(/&(?:#34|quot);/g, '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}
