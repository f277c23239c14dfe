/** What search engines may list: nothing, unless the site is for readers outside. */
import { openSite } from '../views/site.ts';
import { robots } from '../views/web-files.ts';

export const GET = () => new Response(robots(openSite().indexable === true));
