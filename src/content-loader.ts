/**
 * Astro content loader: fills the collections from the handbook, with texts that are rendered once and kept between
 * builds for as long as what they are made of stays the same. Not in the preview, which renders what a reader asks for.
 */
import type { Loader } from 'astro/loaders';
import { asReleased } from './control/as-released.ts';
import type { Kind } from './schema/documents.ts';
import { partText, roleText, translationText, type Text } from './texts.ts';
import { openSite, type Site } from './views/site.ts';

function load(name: string, texts: (site: Site) => Iterable<Text>): Loader {
  return {
    name,
    async load({ store, parseData, logger }) {
      const site = openSite();
      const stale = new Set(store.keys());
      let rendered = 0;
      for (const text of site.preview ? [] : texts(site)) {
        const { id } = text;
        stale.delete(id);
        const digest = text.digest();
        if (store.get(id)?.digest === digest) continue;
        const { html, headings } = await text.render();
        const data = await parseData({ id, data: text.data });
        store.set({ id, data, digest, rendered: { html, metadata: { headings } } });
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
      .flatMap((document) => document.parts.map((part) => partText(site, site.handbook, document, part))),
  );
}

/** The parts of every release that is not in force: superseded, or not yet effective. */
export function otherReleases(): Loader {
  return load('handbook-history', function* (site) {
    for (const release of site.library.releases) {
      if (site.handbook.documents.get(release.number)?.release === release) continue;
      const document = site.library.read(release);
      if (!document) continue;
      for (const part of document.parts) yield partText(site, asReleased(site.library, document), document, part);
    }
  });
}

/** Translations of documents in force. */
export function translationTexts(): Loader {
  return load('handbook-translations', (site) =>
    [...site.handbook.translations.values()].flat().map((translation) => translationText(site, translation)),
  );
}

/** The texts of roles. */
export function roleTexts(): Loader {
  return load('handbook-roles', (site) => [...site.handbook.roles.values()].map((role) => roleText(site, role)));
}
