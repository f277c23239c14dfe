/** The home page: a way in for each kind of reader. */
import { claimAhead } from '../checks/claims.ts';
import { clausesMet } from '../checks/coverage.ts';
import { documentPath, historyPath, processesPath, standardPath } from '../handbook/address.ts';
import { proceduresOf } from './process-groups.ts';
import { kindCounts } from './register-page.ts';
import { recordLinks } from './registers/index.ts';
import { named, type Link, type View } from './view.ts';

export interface HomePage {
  title: string;
  organisation: string;
  about: string;
  fictional: boolean;
  manual: Link | undefined;
  /** Where to begin, by what one has at hand, with how many there are. */
  entries: (Link & { count: number })[];
  /** `claim` says that a standard is not claimed yet, if so. */
  coverage: { standard: string; leaves: number; met: number; claim: string }[];
  /** The registers of records, for those who maintain the system and those who audit it. */
  records: { maintained: Link[]; audited: Link[] };
  figures: { kind: string; name: string; count: number; level: 1 | 2 | 3 | 4 }[];
  roles: Link[];
  recent: { number: string; title: Link; version: string; effective: string; history: Link }[];
}

/** @param recentCount how many of the newest releases in force are listed */
export function homePage(view: View, recentCount = 8): HomePage {
  const { handbook, words } = view;
  const { organisation, title } = handbook.settings;
  const documents = [...handbook.documents.values()];
  const manual = documents.find(({ kind }) => kind === 'manual');
  return {
    title: named(view, title),
    organisation: named(view, organisation.name),
    about: named(view, organisation.about),
    fictional: organisation.fictional,
    manual: manual && { text: named(view, manual.data.title), href: documentPath(manual.number) },
    entries: entries(view),
    coverage: clausesMet(handbook).map(({ standard, leaves, met }) => {
      const since = claimAhead(handbook, standard.id);
      return {
        standard: standard.data.reference,
        leaves,
        met,
        claim: since === undefined ? '' : words.claimedFromShort(since),
      };
    }),
    records: {
      maintained: recordLinks(view, ['revision-plan', 'distribution']),
      audited: recordLinks(view, ['audits', 'management-reviews', 'objectives']),
    },
    figures: kindCounts(view),
    roles: [...handbook.roles.values()].map((role) => ({
      text: named(view, role.data.title),
      href: `/roles/${role.id}/`,
    })),
    recent: documents
      .filter((document) => document.release)
      .sort((a, b) => (a.release!.entry.effective < b.release!.entry.effective ? 1 : -1))
      .slice(0, recentCount)
      .map(({ number, data, release }) => ({
        number,
        title: { text: named(view, data.title), href: documentPath(number) },
        version: release!.version,
        effective: release!.entry.effective,
        history: { text: words.history, href: historyPath(number) },
      })),
  };
}

function entries({ handbook, words }: View): HomePage['entries'] {
  return [
    { text: words.entryProcess, href: processesPath, count: proceduresOf(handbook).length },
    ...handbook.standardsInForce.map((standard) => ({
      text: words.entryClause,
      href: standardPath(standard.id),
      count: standard.clauses.length,
    })),
    { text: words.entryDocument, href: '/documents/', count: handbook.documents.size },
    { text: words.entryDepartment, href: '/departments/', count: handbook.departments.size },
    { text: words.entryRole, href: '/roles/', count: handbook.roles.size },
  ];
}
