/** The rendered texts of pages: as the content loader kept them, if they are still made of the same; else rendered now. */
import { getEntry } from 'astro:content';
import { asReleased } from './control/as-released.ts';
import type { Document, Part, Role } from './handbook/graph.ts';
import { renderPart, type Rendered } from './markdown/render.ts';
import { partText, roleText, translationText, type Text } from './texts.ts';
import type { Site } from './views/site.ts';

/** A part of a released document. */
export function renderedPart(site: Site, document: Document, part: Part): Promise<Rendered> {
  return rendered(site, partText(site, asReleased(site.library, document), document, part));
}

/** A part of a working text, which only the preview shows. */
export function renderedWorkingPart({ library, rendering }: Site, document: Document, part: Part): Promise<Rendered> {
  return renderPart(library.working, document, part, rendering);
}

/** The translation of a document in force into a language; empty if there is none. */
export async function renderedTranslation(site: Site, document: Document, language: string): Promise<Rendered> {
  const translations = site.handbook.translations.get(document.number) ?? [];
  const translation = translations.find(({ data }) => data.language === language);
  return translation ? rendered(site, translationText(site, translation)) : { html: '', headings: [] };
}

/** The text of a role. */
export function renderedRole(site: Site, role: Role): Promise<Rendered> {
  return rendered(site, roleText(site, role));
}

async function rendered({ preview }: Site, text: Text): Promise<Rendered> {
  // The preview keeps nothing, and one text is quicker rendered than all names are compared.
  const entry = preview ? undefined : await getEntry(text.collection, text.id);
  if (!entry?.rendered || entry.digest !== text.digest()) return text.render();
  const { html, metadata } = entry.rendered;
  return { html, headings: (metadata?.['headings'] ?? []) as Rendered['headings'] };
}
