/** The rendered texts of pages: as the content loader made them, or in the preview rendered when they are asked for. */
import { getEntry } from 'astro:content';
import { collectionOf, entryId, translationId } from './content-loader.ts';
import { asReleased } from './control/as-released.ts';
import type { Document, Part, Role } from './handbook/graph.ts';
import { renderPart, renderText, type Rendered } from './markdown/render.ts';
import type { Site } from './views/site.ts';

/** A part of a released document. */
export async function partText(site: Site, document: Document, part: Part): Promise<Rendered> {
  return site.preview
    ? renderPart(asReleased(site.library, document), document, part, site.rendering)
    : rendered(await getEntry(collectionOf(site.handbook, document), entryId(document, part)));
}

/** A part of a working text, which only the preview shows. */
export async function workingText({ library, rendering }: Site, document: Document, part: Part): Promise<Rendered> {
  return renderPart(library.working, document, part, rendering);
}

/** The translation of a document in force into a language; empty if there is none. */
export async function translatedText(
  { handbook, preview, rendering }: Site,
  document: Document,
  language: string,
): Promise<Rendered> {
  if (!preview) return rendered(await getEntry('translations', translationId(document.number, language)));
  const translation = handbook.translations.get(document.number)?.find(({ data }) => data.language === language);
  return translation ? renderText(handbook, translation.source.body, rendering, document) : rendered(undefined);
}

/** The text of a role. */
export async function roleText({ handbook, preview, rendering }: Site, role: Role): Promise<Rendered> {
  return preview ? renderText(handbook, role.source.body, rendering) : rendered(await getEntry('roles', role.id));
}

function rendered(
  entry: { rendered?: { html: string; metadata?: Record<string, unknown> | undefined } | undefined } | undefined,
): Rendered {
  return {
    html: entry?.rendered?.html ?? '',
    headings: (entry?.rendered?.metadata?.['headings'] ?? []) as Rendered['headings'],
  };
}
