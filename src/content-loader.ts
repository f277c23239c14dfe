/**
 * Astro content loader: the parts of documents, rendered once and kept between builds as long as nothing changes.
 * Not in the preview, which renders what a reader asks for (texts.ts).
 */
import { createHash } from 'node:crypto';
import type { Loader } from 'astro/loaders';
import { sha256 } from './handbook/canonical.ts';
import { asReleased } from './control/as-released.ts';
import type { Document, Handbook, Part } from './handbook/graph.ts';
import { versionSegment } from './handbook/address.ts';
import { listsHandbook, namesIn } from './markdown/dependencies.ts';
import { renderPart, renderText, type Rendered } from './markdown/render.ts';
import type { Kind } from './schema/documents.ts';
import { openSite, type Site } from './views/site.ts';

/** The id of a part in its collection: `hc-itsm-b-21/a-2/hc-itsm-b-21`. */
export function entryId(document: Document, part: Part): string {
  const { version } = document.release ?? document.data;
  return `${document.number}/${versionSegment(version)}/${part.name}`.toLowerCase();
}

/** The collection that holds a released document: that of its kind while it is in force, else the history. */
export function collectionOf(handbook: Handbook, document: Document): Kind | 'history' {
  return handbook.documents.get(document.number)?.release === document.release ? document.kind : 'history';
}

interface Item {
  id: string;
  data: Record<string, unknown>;
  /** Everything that its HTML is made of, as plain data. */
  sources: () => unknown;
  render: () => Promise<Rendered>;
}

function load(name: string, items: (site: Site) => Item[]): Loader {
  return {
    name,
    async load({ store, parseData, logger }) {
      const site = openSite();
      const stale = new Set(store.keys());
      let rendered = 0;
      for (const item of site.preview ? [] : items(site)) {
        stale.delete(item.id);
        const digest = digestOf(item, site);
        if (store.get(item.id)?.digest === digest) continue;
        const { html, headings } = await item.render();
        const data = await parseData({ id: item.id, data: item.data });
        store.set({ id: item.id, data, digest, rendered: { html, metadata: { headings } } });
        rendered += 1;
      }
      for (const id of stale) store.delete(id);
      logger.info(`${rendered} rendered`);
    },
  };
}

/** The parts of the documents of one kind that are in force. */
export function documentsInForce(kind: Kind): Loader {
  return load(`handbook-${kind}`, (site) =>
    [...site.handbook.documents.values()]
      .filter((document) => document.kind === kind)
      .flatMap((document) => documentItems(site, site.handbook, document)),
  );
}

/** The parts of every release that is not in force: superseded, or not yet effective. */
export function otherReleases(): Loader {
  return load('handbook-history', (site) =>
    site.library.releases.flatMap((release) => {
      if (site.handbook.documents.get(release.number)?.release === release) return [];
      const document = site.library.read(release);
      return document ? documentItems(site, asReleased(site.library, document), document) : [];
    }),
  );
}

/** Translations of documents in force. */
export function translationTexts(): Loader {
  return load('handbook-translations', ({ handbook, rendering }) =>
    [...handbook.translations.values()].flat().map(({ data, source }) => ({
      id: translationId(data.translates, data.language),
      data,
      sources: () => [source.text, namesDigest(handbook)],
      render: () => renderText(handbook, source.body, rendering, handbook.documents.get(data.translates)),
    })),
  );
}

/** The id of a translation in its collection. */
export function translationId(number: string, language: string): string {
  return `${language}/${number}`.toLowerCase();
}

/** The texts of roles. */
export function roleTexts(): Loader {
  return load('handbook-roles', (site) =>
    [...site.handbook.roles.values()].map((role) => ({
      id: role.id,
      data: role.data,
      sources: () => [role.source.text, namesDigest(site.handbook)],
      render: () => renderText(site.handbook, role.source.body, site.rendering),
    })),
  );
}

function documentItems(site: Site, handbook: Handbook, document: Document): Item[] {
  return document.parts.map((part) => ({
    id: entryId(document, part),
    data: { ...(part.data ?? document.data) },
    sources: () => [
      part.source.digest,
      namesIn(handbook, document, part),
      listsHandbook(document, part) && namesDigest(handbook.former?.today ?? handbook),
    ],
    render: () => renderPart(handbook, document, part, site.rendering),
  }));
}

const names = new WeakMap<Handbook, string>();

function digestOf(item: Item, { rendering, code }: Site): string {
  return sha256(JSON.stringify([code, rendering.base, item.sources()]));
}

/** A digest of all that lists may name: titles, versions, roles, clauses, anchors – everything but the bodies. */
function namesDigest(handbook: Handbook): string {
  const known = names.get(handbook);
  if (known) return known;
  const { profile } = handbook;
  const hash = createHash('sha256').update(handbook.settingsSource.text);
  if (profile) hash.update(JSON.stringify([profile.id, ...profile.leftOut]));
  for (const standard of handbook.standards.values()) hash.update(standard.source.text);
  for (const role of handbook.roles.values()) hash.update(role.source.yaml);
  hash.update(JSON.stringify([...handbook.departments.values()].map((department) => department.data)));
  hash.update(JSON.stringify([...handbook.people.values()].map((person) => person.data)));
  hash.update(JSON.stringify([...handbook.externals.values()]));
  for (const document of handbook.documents.values()) {
    for (const part of document.parts) {
      hash.update(part.source.yaml);
      hash.update(JSON.stringify(part.body.sections.map((section) => section.id)));
    }
  }
  const digest = hash.digest('hex');
  names.set(handbook, digest);
  return digest;
}
