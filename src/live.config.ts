/**
 * Astro's collection of texts: the parts of every version, translations and roles, as HTML. It is live, that is asked
 * while pages are made: Astro would bundle the data of the other kind, and each edit would take a new bundle.
 */
import { defineLiveCollection } from 'astro:content';
import { textLoader } from './content-loader.ts';

export const collections = { texts: defineLiveCollection({ loader: textLoader }) };
