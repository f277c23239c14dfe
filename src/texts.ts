/** The texts that pages show: what each is made of, and how it is rendered. */
import { versionSegment } from './handbook/address.ts';
import { sha256 } from './handbook/canonical.ts';
import type { Document, Handbook, Part, Role, Translation } from './handbook/graph.ts';
import { handbookNames, listsHandbook, namesIn } from './markdown/dependencies.ts';
import { renderPart, renderText, type Rendered } from './markdown/render.ts';
import type { Kind } from './schema/documents.ts';
import type { Site } from './views/site.ts';

export interface Text {
  /** The collection of Astro that keeps it, and its id there. */
  collection: Kind | 'history' | 'translations' | 'roles';
  id: string;
  /** Its front matter. */
  data: Record<string, unknown>;
  /** Digest of everything that its HTML is made of. */
  digest: () => string;
  render: () => Promise<Rendered>;
}

/**
 * A part of a released document: `hc-itsm-b-21/a-2/hc-itsm-b-21`, in the collection of its kind while it is in force.
 * @param handbook the graph that its names are taken from (control/as-released.ts)
 */
export function partText(site: Site, handbook: Handbook, document: Document, part: Part): Text {
  const { version } = document.release ?? document.data;
  const isInForce = site.handbook.documents.get(document.number)?.release === document.release;
  return {
    collection: isInForce ? document.kind : 'history',
    id: `${document.number}/${versionSegment(version)}/${part.name}`.toLowerCase(),
    data: { ...(part.data ?? document.data) },
    digest: () =>
      digestOf(site, part.source.digest, [
        namesIn(handbook, document, part),
        listsHandbook(document, part) && handbookNames(handbook.former?.today ?? handbook),
      ]),
    render: () => renderPart(handbook, document, part, site.rendering),
  };
}

/** A translation of a document in force. */
export function translationText(site: Site, { data, source }: Translation): Text {
  const { handbook, rendering } = site;
  return {
    collection: 'translations',
    id: `${data.language}/${data.translates}`.toLowerCase(),
    data,
    digest: () => digestOf(site, source.digest, handbookNames(handbook)),
    render: () => renderText(handbook, source.body, rendering, handbook.documents.get(data.translates)),
  };
}

/** The text of a role. */
export function roleText(site: Site, role: Role): Text {
  const { handbook, rendering } = site;
  return {
    collection: 'roles',
    id: role.id,
    data: role.data,
    digest: () => digestOf(site, role.source.digest, handbookNames(handbook)),
    render: () => renderText(handbook, role.source.body, rendering),
  };
}

function digestOf({ code, rendering }: Site, source: string, names: unknown): string {
  return sha256(JSON.stringify([code, rendering.base, source, names]));
}
