/** The feed of the changes, in each language of the interface. */
import type { APIRoute } from 'astro';
import type { Language } from '../../i18n/index.ts';
import { openPage, routes } from '../../page.ts';
import { changesFeed } from '../../views/feeds.ts';

export const getStaticPaths = () => routes(() => [{ params: {} }]);

export const GET: APIRoute = ({ props }) => {
  const page = openPage(props['language'] as Language);
  return new Response(changesFeed(page, page.site.library, page.to), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
};
