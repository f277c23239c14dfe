/** The stable address of everything that has a page. Paths begin with `/` and know nothing of the base of the site. */

/** A document, or one part of it: `/documents/hc-itsm-a-01/8.6/`. */
export function documentPath(number: string, part?: string): string {
  return `/documents/${number.toLowerCase()}/${part === undefined ? '' : `${part.toLowerCase()}/`}`;
}

/** The version history of a document. */
export function historyPath(number: string): string {
  return `${documentPath(number)}history/`;
}

/** A record form to be filled by hand. */
export function blankFormPath(number: string): string {
  return `${documentPath(number)}blank/`;
}

/** A frozen version, or one part of it: `/documents/hc-itsm-b-21/versions/a-1/`. */
export function versionPath(number: string, version: string, part?: string): string {
  return `${documentPath(number)}versions/${versionSegment(version)}/${part === undefined ? '' : `${part.toLowerCase()}/`}`;
}

/** The redline between two versions. */
export function comparisonPath(number: string, before: string, after: string): string {
  return `${documentPath(number)}compare/${versionSegment(before)}...${versionSegment(after)}/`;
}

/** Any two versions compared; which ones, the address says: `?before=a-0&after=a-2`. */
export function comparePath(number: string): string {
  return `${documentPath(number)}compare/`;
}

/** What all versions of a document say, for the comparison in the browser. */
export function versionTextsPath(number: string): string {
  return `${documentPath(number)}versions.json`;
}

/** A clause: `/clauses/iso20000-1-2018/8.6.1/`. */
export function clausePath(reference: string): string {
  const [standard = '', number = ''] = reference.split('/');
  return `${standardPath(standard)}${number}/`;
}

/** All standards. */
export const clausesPath = '/clauses/';

/** The clause tree of a standard. */
export function standardPath(standard: string): string {
  return `${clausesPath}${standard.replace(':', '-')}/`;
}

/** A role. */
export function rolePath(id: string): string {
  return `/roles/${id}/`;
}

/** A department. */
export function departmentPath(id: string): string {
  return `/departments/${id.toLowerCase()}/`;
}

/** The map of the processes. */
export const processesPath = '/processes/';

/** A register of records: audits, management reviews … */
export function recordPath(register: string): string {
  return `/registers/${register}/`;
}

/** What concerns the roles that a reader has chosen. */
export const myRolePath = '/my-role/';

/** All rules of the check, by what they are about. */
export const checksPath = '/checks/';

/** A rule of the check: `/checks/map-01/`. */
export function checkPath(id: string): string {
  return `${checksPath}${id.toLowerCase()}/`;
}

/** What the check found in the handbook. */
export const qualityPath = '/quality/';

/** `A/0` → `a-0`. */
export function versionSegment(version: string): string {
  return version.replaceAll('/', '-').toLowerCase();
}
