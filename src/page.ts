/** What every route needs: the site, a view in the language of the route, and addresses. */
import type { AstroGlobal } from 'astro';
import { sha256 } from './handbook/canonical.ts';
import type { Handbook } from './handbook/graph.ts';
import type { Language } from './i18n/index.ts';
import { languagePrefix, languageRoutes, localiseLinks } from './views/href.ts';
import { openSite, type Site } from './views/site.ts';
import { viewOf, type View } from './views/view.ts';

export interface Page extends View {
  site: Site;
  /** The address of a path within the site. */
  to: (path: string) => string;
  /** The address of a file that is the same in all languages, such as a picture. */
  asset: (path: string) => string;
  /** A rendered body for this page. */
  body: (html: string) => string;
}

/**
 * The routes of a page in every language.
 * @param items what there is a page of, each with the parameters of its route
 */
export function routes<Props extends Record<string, unknown>>(
  items: (site: Site) => { params: Record<string, string | undefined>; props?: Props }[],
) {
  const site = openSite();
  const languages = languageRoutes(site.handbook.settings.language);
  // The languages of one page follow each other, so that what was worked out for the first is still at hand.
  return items(site).flatMap((item) =>
    languages.map(({ params, language }) => ({
      params: { ...item.params, ...params },
      props: { ...(item.props as Props), language },
    })),
  );
}

/** The routes of a page that readers outside do not get: what it says is in no document that was approved for them. */
export const internalRoutes: typeof routes = (items) => (openSite().handbook.profile?.external ? [] : routes(items));

/** @param handbook another graph than that in force, for previews */
export function openPage(language: Language, handbook?: Handbook): Page {
  const site = openSite();
  const { base } = site.rendering;
  const prefix = languagePrefix(language, site.handbook.settings.language);
  return {
    ...viewOf(handbook ?? site.handbook, language),
    library: site.preview ? site.library : undefined,
    site,
    to: (path) => `${base}${prefix}${path}`,
    asset: (path) => `${base}${path}`,
    body: (html) => localiseLinks(html, base, prefix),
  };
}

/**
 * Marks a page with a digest of what it shows (the ETag of HTTP). If the last build showed the same there, the answer
 * for the route to return: “not modified”, so that the page of the last build is taken over.
 * @param shown all that the page shows, or all that it is made of, besides what every page depends on (`commonDigest` in
 *   scripts/make-site.ts), as plain data
 */
export function unchanged(
  { url, response }: Pick<AstroGlobal, 'url'> & { response: { headers: Headers } },
  { site, language }: Page,
  shown: Record<string, unknown>,
): Response | undefined {
  // Pages of the preview also show findings and drafts, and are made for one look.
  if (site.preview) return undefined;
  const etag = sha256(JSON.stringify([language, shown], withMaps));
  if (site.lastPages?.get(url.pathname) === etag) return new Response(null, { status: 304 });
  response.headers.set('etag', etag);
  return undefined;
}

function withMaps(_: string, value: unknown): unknown {
  return value instanceof Map || value instanceof Set ? [...value] : value;
}
