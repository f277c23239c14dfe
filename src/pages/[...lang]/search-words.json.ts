/** The texts that search shows, loaded when it is opened. */
import type { APIRoute } from 'astro';
import type { Language } from '../../i18n/index.ts';
import { openPage, routes } from '../../page.ts';
import { searchWords } from '../../views/search-words.ts';

export const getStaticPaths = () => routes(() => [{ params: {} }]);

export const GET: APIRoute<{ language: Language }> = ({ props }) => {
  const page = openPage(props.language);
  return Response.json(searchWords(page, page.site));
};
