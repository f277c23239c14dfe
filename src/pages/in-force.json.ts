/** Every version with the days on which it was in force, as a file: the page /in-force/ reads it for any day. */
import { inForcePeriods } from '../views/in-force-page.ts';
import { openSite } from '../views/site.ts';

export const GET = () => Response.json(inForcePeriods(openSite().library));
