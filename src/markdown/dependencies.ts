/** What the HTML of a text depends on besides its own source: so that a text is rendered again when it has to be, and only then. */
import { sha256 } from '../handbook/canonical.ts';
import { anchorsOf, pageOf, resolveLink } from '../handbook/link.ts';
import type { Document, Handbook, Part } from '../handbook/graph.ts';
import { isOwnComponent, type ComponentName } from '../schema/components.ts';

/** Whether a part shows lists of the whole handbook, so that it depends on everything that has a name. */
export function listsHandbook({ kind }: Document, { body, data }: Part): boolean {
  const isMatrix = kind === 'matrix' && !data;
  return isMatrix || body.components.some(({ name }) => !isOwnComponent(name as ComponentName));
}

/**
 * The names and addresses of all that a part names, as plain data.
 * @param handbook the graph that they are taken from
 */
export function namesIn(handbook: Handbook, document: Document, part: Part): unknown {
  const { profile, documents } = handbook;
  // The main part shows the front matter of its document; a part may show the change record.
  const strings = new Set(stringsIn([document.data, part.data]));
  return [
    handbook.settings.language,
    profile?.external,
    documents.get(document.number)?.release === document.release,
    document.data.changes,
    [...anchorsOf(document)],
    part.body.links.map(({ url }) => [resolveLink(handbook, document, url), isToday(handbook, url.split('#')[0]!)]),
    part.body.mentions.map(({ title }) => {
      const number = handbook.numberByTitle.get(title);
      return number !== undefined && documentNames(handbook, number);
    }),
    [...strings].map((id) => idNames(handbook, id)),
  ];
}

/** What an id of a role, a department, a person or a party, or a number, is called and leads to. */
function idNames(handbook: Handbook, id: string): unknown {
  const { former } = handbook;
  return [
    handbook.roles.get(id)?.data.title,
    handbook.departments.get(id)?.data.title,
    handbook.people.get(id)?.data.name,
    handbook.settings.parties.find((party) => party.id === id)?.title,
    former && [former.names.roles[id], former.names.departments[id]],
    handbook.externals.has(id),
    documentNames(handbook, id),
  ].filter(Boolean);
}

function documentNames(handbook: Handbook, number: string): unknown {
  const document = handbook.documents.get(number);
  if (!document) return handbook.titlesAhead.get(number) ?? false;
  const { data } = document;
  return [
    number,
    data.title,
    pageOf(handbook, document),
    isToday(handbook, number),
    data.kind === 'form' && [data.keeper, handbook.departments.get(data.keeper)?.data.title, data.retention],
  ];
}

/** In an old version: whether a document was not in force then, so that today's is shown, with a mark. */
function isToday({ former }: Handbook, number: string): boolean {
  return former !== undefined && !former.inForce(number);
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : [];
}

const names = new WeakMap<Handbook, string>();

/** A digest of all that lists may name: titles, versions, roles, clauses, anchors – everything but the bodies. */
export function handbookNames(handbook: Handbook): string {
  const known = names.get(handbook);
  if (known) return known;
  const { profile } = handbook;
  const sources = [
    profile && [profile.id, ...profile.leftOut],
    handbook.settingsSource.digest,
    [...handbook.standards.values()].map(({ source }) => source.digest),
    [...handbook.roles.values()].map(({ source }) => source.yaml),
    [...handbook.departments.values()].map(({ data }) => data),
    [...handbook.people.values()].map(({ data }) => data),
    [...handbook.externals.values()],
    [...handbook.titlesAhead],
    [...handbook.documents.values()].map(({ parts }) =>
      parts.map(({ source, body }) => [source.yaml, body.sections.map(({ id }) => id)]),
    ),
  ];
  const digest = sha256(JSON.stringify(sources));
  names.set(handbook, digest);
  return digest;
}
