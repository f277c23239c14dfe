/** The files that other programs subscribe to: an Atom feed of the changes, and a calendar of the next reviews. */
import ical from 'ical-generator';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { nextReview } from '../control/state.ts';
import { documentPath } from '../handbook/address.ts';
import type { Library } from '../handbook/open.ts';
import { changesOf, type Change } from './changes-page.ts';
import { named, roleLink, type View } from './view.ts';

/** How many changes the feed holds. */
const entries = 50;

/** An identifier of this handbook that does not depend on where the site stands. */
function handbookId({ handbook }: View): string {
  return `urn:controlled-handbook:${encodeURIComponent(handbook.settings.organisation.name.en)}`;
}

const atNoon = (day: string) => `${day}T12:00:00Z`;

/**
 * The changes as Atom.
 * @param to makes the address of a path
 */
export function changesFeed(view: View, library: Library, to: (path: string) => string): string {
  const { words, handbook, language } = view;
  const changes = changesOf(view, library).slice(0, entries);
  const id = `${handbookId(view)}:changes:${language}`;
  // Addresses stay without a host, which nobody knows at build: a reader takes that of the feed.
  const tree = x(null, [
    { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"' },
    x('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language }, [
      x('id', id),
      x('title', `${named(view, handbook.settings.title)} · ${words.changes}`),
      x('updated', atNoon(changes[0]?.day ?? handbook.asOf)),
      x('author', [x('name', named(view, handbook.settings.organisation.name))]),
      x('generator', 'Controlled Handbook'),
      x('link', { rel: 'self', href: to('/changes.atom') }),
      x('link', { rel: 'alternate', type: 'text/html', href: to('/changes/') }),
      ...changes.map((change) => {
        const { id: name, title, href, summary } = entryOf(view, change);
        return x('entry', [
          x('id', `${handbookId(view)}:${name}`),
          x('title', title),
          x('updated', atNoon(change.day)),
          x('link', { rel: 'alternate', type: 'text/html', href: to(href) }),
          x('summary', summary.join(' · ')),
        ]);
      }),
    ]),
  ]);
  return `${toXml(tree)}\n`;
}

function entryOf({ words }: View, { release, withdrawal }: Change) {
  if (release) {
    const { number, version, title, href, what, why, effective } = release;
    return {
      id: `${number}:${version}`,
      title: `${number} ${version} ${title}`,
      href,
      summary: [what, words.labelled(words.why, why), words.inForceSince(effective)],
    };
  }
  const { number, title, href, state, why, successors } = withdrawal;
  const replaced = words.labelled(words.successors, words.list(successors.map(({ text }) => text)));
  return {
    id: `${number}:withdrawn`,
    title: words.labelled(state, `${number} ${title}`),
    href,
    summary: [words.labelled(words.withdrawnWhy, why), ...(successors.length ? [replaced] : [])],
  };
}

/** The next review of every document in force as a calendar, one event of a whole day each. */
export function reviewCalendar(view: View, to: (path: string) => string): string {
  const { words, handbook, language } = view;
  const calendar = ical({
    name: `${named(view, handbook.settings.title)} · ${words.nextReview}`,
    prodId: `//Controlled Handbook//${language}`,
  });
  for (const document of handbook.documents.values()) {
    const due = nextReview(handbook, document);
    if (due === undefined) continue;
    const start = new Date(`${due}T00:00:00Z`);
    calendar.createEvent({
      id: `${document.number}-${document.data.version}@controlled-handbook`.replaceAll('/', '-'),
      // The day for which it was built: the same content gives the same file.
      stamp: new Date(`${handbook.asOf}T00:00:00Z`),
      start,
      allDay: true,
      summary: `${words.reviewDue(document.number)} ${named(view, document.data.title)}`,
      description: `${words.labelled(words.owner, roleLink(view, document.data.owner).text)}\n${to(documentPath(document.number))}`,
    });
  }
  return calendar.toString();
}
