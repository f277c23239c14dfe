/** The web manifest: under which name and icon the handbook stands on the screen of a telephone. */
import { openPage } from '../page.ts';
import { openSite } from '../views/site.ts';
import { webManifest } from '../views/web-files.ts';

export const GET = () => {
  const page = openPage(openSite().handbook.settings.language);
  return new Response(JSON.stringify(webManifest(page, page.asset)), {
    headers: { 'content-type': 'application/manifest+json' },
  });
};
