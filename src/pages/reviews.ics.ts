/** The next reviews as a calendar, in the language of the handbook. */
import { openPage } from '../page.ts';
import { reviewCalendar } from '../views/feeds.ts';
import { openSite } from '../views/site.ts';

export const GET = () => {
  // An answer without a body is no file: readers outside have no reviews to make.
  if (openSite().handbook.profile?.external) return new Response(null);
  const page = openPage(openSite().handbook.settings.language);
  return new Response(reviewCalendar(page, page.to), { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
};
