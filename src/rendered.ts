/** The HTML of a text. */
import { getLiveEntry } from 'astro:content';
import type { Document, Part } from './handbook/graph.ts';
import { renderPart, type Rendered } from './markdown/render.ts';
import type { Text } from './texts.ts';
import type { Site } from './views/site.ts';

/** A text of the handbook, from Astro's collection of them. */
export async function rendered(text: Text): Promise<Rendered> {
  const { entry, error } = await getLiveEntry('texts', text);
  if (!entry?.rendered) throw error?.cause ?? error ?? new Error(`The text ${text.id} cannot be rendered`);
  return { html: entry.rendered.html, headings: entry.data.headings };
}

/** A part of a working text, which only the preview shows. */
export function renderedWorkingPart({ library, rendering }: Site, document: Document, part: Part): Promise<Rendered> {
  return renderPart(library.working, document, part, rendering);
}
