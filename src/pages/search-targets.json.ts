/** The index of titles, as a file. */
import { searchIndex } from '../views/search-targets.ts';
import { openSite } from '../views/site.ts';

export const GET = () => Response.json(searchIndex(openSite().handbook));
