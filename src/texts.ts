/** The texts that pages show: what each is made of, and how it is rendered. */
import { asReleased } from './control/as-released.ts';
import { versionSegment } from './handbook/address.ts';
import { sha256 } from './handbook/canonical.ts';
import type { Document, Handbook, Part, Role, Translation } from './handbook/graph.ts';
import { handbookNames, listsHandbook, namesIn } from './markdown/dependencies.ts';
import { renderPart, renderText, type Rendered } from './markdown/render.ts';
import type { Site } from './views/site.ts';

export interface Text {
  /** Its id among all texts: `documents/hc-itsm-b-21/a-2/hc-itsm-b-21`, `translations/en/hc-itsm-a-02`, `roles/auditor`. */
  id: string;
  /** Digest of everything that its HTML is made of. */
  digest: () => string;
  render: () => Promise<Rendered>;
}

/** A part of a released document; the names in it are those of its time (control/as-released.ts). */
export function partText(site: Site, document: Document, part: Part): Text {
  const { version } = document.release ?? document.data;
  const handbook = asReleased(site.library, document);
  return {
    id: `documents/${document.number}/${versionSegment(version)}/${part.name}`.toLowerCase(),
    digest: () => partDigest(site, handbook, document, part),
    render: () => renderPart(handbook, document, part, site.rendering),
  };
}

/** A translation of a document in force. */
export function translationText(site: Site, { data, source }: Translation): Text {
  const { handbook, rendering } = site;
  return {
    id: `translations/${data.language}/${data.translates}`.toLowerCase(),
    digest: () => digestOf(site, source.digest, handbookNames(handbook)),
    render: () => renderText(handbook, source.body, rendering, handbook.documents.get(data.translates)),
  };
}

/** The text of a role. */
export function roleText(site: Site, role: Role): Text {
  const { handbook, rendering } = site;
  return {
    id: `roles/${role.id}`,
    digest: () => digestOf(site, role.source.digest, handbookNames(handbook)),
    render: () => renderText(handbook, role.source.body, rendering),
  };
}

const partDigests = new WeakMap<Part, { site: Site; digest: string }>();

/** Worked out once for the pages of all languages. */
function partDigest(site: Site, handbook: Handbook, document: Document, part: Part): string {
  const known = partDigests.get(part);
  if (known?.site === site) return known.digest;
  const digest = digestOf(site, part.source.digest, [
    namesIn(handbook, document, part),
    listsHandbook(document, part) && handbookNames(handbook.former?.today ?? handbook),
  ]);
  partDigests.set(part, { site, digest });
  return digest;
}

function digestOf({ code, rendering }: Site, source: string, names: unknown): string {
  return sha256(JSON.stringify([code, rendering.base, source, names]));
}
