/**
 * Astro content loader: the texts of the handbook (texts.ts), rendered once and kept between builds for as long as what
 * they are made of stays the same. Not in the preview, which renders what a reader asks for.
 */
import type { LiveLoader } from 'astro/loaders';
import type { Rendered } from './markdown/render.ts';
import { partText, roleText, translationText, type Text } from './texts.ts';
import { openSite, type Site } from './views/site.ts';

export interface TextData extends Pick<Rendered, 'headings'> {
  /** What stands above the text in its file, as the schemas of src/schema describe it. */
  frontMatter: Text['data'];
  [key: string]: unknown;
}

export const textLoader: LiveLoader<TextData, Text> = {
  name: 'handbook-texts',
  loadEntry: async ({ filter: text }) => entryOf(openSite(), text),
  /** Those of today; former versions are asked for one by one. */
  loadCollection: async () => {
    const site = openSite();
    return { entries: await Promise.all([...textsInForce(site)].map((text) => entryOf(site, text))) };
  },
};

async function entryOf(site: Site, text: Text) {
  const { html, headings } = await renderedOnce(site, text);
  return { id: text.id, data: { frontMatter: text.data, headings }, rendered: { html } };
}

async function renderedOnce({ texts }: Site, text: Text): Promise<Rendered> {
  const known = texts?.get(text.id, text.digest());
  if (known) return known;
  const rendered = await text.render();
  texts?.keep(text.id, text.digest(), rendered);
  return rendered;
}

function* textsInForce(site: Site): Iterable<Text> {
  const { documents, translations, roles } = site.handbook;
  for (const document of documents.values()) {
    for (const part of document.parts) yield partText(site, document, part);
  }
  for (const translation of [...translations.values()].flat()) yield translationText(site, translation);
  for (const role of roles.values()) yield roleText(site, role);
}
