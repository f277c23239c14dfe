/** What concerns the holder of a role, for the page “my role”. */
import type { APIRoute } from 'astro';
import type { Language } from '../../../i18n/index.ts';
import { internalRoutes, openPage } from '../../../page.ts';
import { roleSheet } from '../../../views/role-sheet.ts';

export const getStaticPaths = () =>
  internalRoutes(({ handbook }) => [...handbook.roles.keys()].map((id) => ({ params: { id }, props: { id } })));

export const GET: APIRoute<{ id: string; language: Language }> = ({ props }) => {
  const page = openPage(props.language);
  return Response.json(roleSheet(page, page.site.library, page.handbook.roles.get(props.id)!, page.to));
};
