/** The next reviews as a calendar, in the language of the handbook. */
import { openPage } from '../page.ts';
import { reviewCalendar } from '../views/feeds.ts';
import { openSite } from '../views/site.ts';

export const GET = () => {
  const page = openPage(openSite().handbook.settings.language);
  return new Response(reviewCalendar(page, page.to), { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
};
