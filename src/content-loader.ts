/**
 * Astro content loader: the texts of the handbook (texts.ts), rendered once and kept between builds for as long as what
 * they are made of stays the same. Not in the preview, which renders what a reader asks for.
 */
import type { LiveLoader } from 'astro/loaders';
import type { Rendered } from './markdown/render.ts';
import type { Text } from './texts.ts';
import { openSite, type Site } from './views/site.ts';

export const textLoader: LiveLoader<Pick<Rendered, 'headings'>, Text> = {
  name: 'handbook-texts',
  async loadEntry({ filter: text }) {
    const { html, headings } = await renderedOnce(openSite(), text);
    return { id: text.id, data: { headings }, rendered: { html } };
  },
  loadCollection: () => Promise.resolve({ error: new Error('Texts are asked for one by one') }),
};

async function renderedOnce({ texts }: Site, text: Text): Promise<Rendered> {
  const digest = text.digest();
  const known = texts?.get(text.id, digest);
  if (known) return known;
  const rendered = await text.render();
  texts?.keep(text.id, digest, rendered);
  return rendered;
}
