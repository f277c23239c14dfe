/** The versions that are not in force, as a file for search. */
import { oldVersions } from '../views/old-versions.ts';
import { openSite } from '../views/site.ts';

export const GET = () => {
  const { handbook, library } = openSite();
  return Response.json(oldVersions(handbook, library));
};
