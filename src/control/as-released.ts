/** The handbook as an old version knew it: names as they were, references to what was in force then. */
import type { Document, Handbook, Release } from '../handbook/graph.ts';
import type { Library } from '../handbook/open.ts';
import { releasesInForce } from '../handbook/releases.ts';
import type { FrozenNames } from '../schema/names.ts';
import type { Bilingual } from '../schema/primitives.ts';
import { releasesOf } from './state.ts';

/**
 * For a version in force, and for a working text, the handbook itself. For any other version a handbook in which roles,
 * departments, people and parties have the names that were frozen with it, and the documents that it names are those
 * that were in force when it became effective; where none was, today's. Lists of everything stay those of today.
 */
export function asReleased(library: Library, document: Document): Handbook {
  const today = library.inForce;
  const { release } = document;
  if (!release || today.documents.get(document.number)?.release === release) return today;
  if (last?.library !== library || last.document !== document) {
    last = { library, document, handbook: handbookOf(library, document, release) };
  }
  return last.handbook;
}

/** Only the last one: whoever needs it needs it several times in a row, and there are thousands of versions. */
let last: { library: Library; document: Document; handbook: Handbook } | undefined;

function handbookOf(library: Library, document: Document, release: Release): Handbook {
  const today = library.inForce;
  const names = document.names ?? { roles: {}, departments: {}, people: {}, parties: {} };
  const then = (number: string) => releasesInForce(releasesOf(today, number), release.entry.effective)[0];
  const titles = new Map<string, string>();
  for (const title of document.parts.flatMap(({ body }) => body.mentions.map((mention) => mention.title))) {
    const number = titlesEver(library).get(title);
    if (number !== undefined && !today.numberByTitle.has(title)) titles.set(title, number);
  }
  const numberByTitle = titles.size ? new Map([...today.numberByTitle, ...titles]) : today.numberByTitle;
  const documents = new Map(today.documents);
  for (const number of namedDocuments(document, numberByTitle)) {
    // That there is a newer version of its own is what a reader must know.
    if (number === document.number) continue;
    const former = then(number);
    const read = former && former !== today.documents.get(number)?.release ? library.read(former) : undefined;
    if (read) documents.set(number, read);
  }
  return {
    ...today,
    documents,
    numberByTitle,
    roles: renamed(today.roles, names.roles, (role, title) => ({ ...role, data: { ...role.data, title } })),
    departments: renamed(today.departments, names.departments, (department, title) => ({
      ...department,
      data: { ...department.data, title },
    })),
    people: renamed(today.people, names.people, (person, name) => ({ ...person, data: { ...person.data, name } })),
    settings: {
      ...today.settings,
      parties: today.settings.parties.map((party) => ({ ...party, title: names.parties[party.id] ?? party.title })),
    },
    former: { names, today, inForce: then },
  };
}

const titlesOf = new WeakMap<Library, ReadonlyMap<string, string>>();

/** Title → number, of every version there ever was. */
function titlesEver(library: Library): ReadonlyMap<string, string> {
  let titles = titlesOf.get(library);
  if (!titles) {
    titles = new Map(
      library.releases.flatMap((release) => {
        const title = library.read(release)?.data.title;
        return title ? [title.zh, title.en].map((text): [string, string] => [text, release.number]) : [];
      }),
    );
    titlesOf.set(library, titles);
  }
  return titles;
}

/** The numbers that a document names, in its data, its links and its 《titles》. */
function namedDocuments({ data, parts }: Document, titles: ReadonlyMap<string, string>): Set<string> {
  const named = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string') named.add(value);
    else if (value && typeof value === 'object') Object.values(value).forEach(collect);
  };
  collect(data);
  for (const { body } of parts) {
    for (const { url } of body.links) named.add(url.split('#')[0] as string);
    for (const { title } of body.mentions) named.add(titles.get(title) ?? '');
  }
  return named;
}

function renamed<T>(
  items: ReadonlyMap<string, T>,
  names: Readonly<FrozenNames['roles']>,
  rename: (item: T, name: Bilingual) => T,
): ReadonlyMap<string, T> {
  if (Object.keys(names).length === 0) return items;
  return new Map(
    [...items].map(([id, item]): [string, T] => [id, Object.hasOwn(names, id) ? rename(item, names[id]!) : item]),
  );
}
