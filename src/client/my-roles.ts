/** The roles that a reader has chosen: kept in this browser, sent nowhere. `public/theme.js` reads the same key. */

const key = 'my-roles';

/** The ids that stand in the storage; whatever else may stand there counts as none. */
export function parseRoles(stored: string | null): string[] {
  try {
    const ids: unknown = JSON.parse(stored ?? '[]');
    if (!Array.isArray(ids)) return [];
    return [...new Set(ids.filter((id) => typeof id === 'string' && /^[\w-]+$/.test(id)))] as string[];
  } catch {
    return [];
  }
}

/** Where storage is switched off the choice lasts for this page. */
let fallback: string[] = [];

export function myRoles(): string[] {
  try {
    return parseRoles(localStorage.getItem(key));
  } catch {
    return fallback;
  }
}

/** Keeps the choice and tells the page of it (`my-roles` at the document). */
export function setMyRoles(ids: readonly string[]): void {
  fallback = [...ids];
  try {
    if (ids.length) localStorage.setItem(key, JSON.stringify(ids));
    else localStorage.removeItem(key);
  } catch {
    // See fallback.
  }
  document.documentElement.toggleAttribute('data-has-role', ids.length > 0);
  document.dispatchEvent(new Event('my-roles'));
}
