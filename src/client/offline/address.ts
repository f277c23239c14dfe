/** Addresses of a copy that is opened from a folder: there is no server that finds the page of a folder. */

/**
 * An address of the site as one of the copy: `/documents/x/#1` → `../documents/x/index.html#1`.
 * @param root leads from the page to the top of the copy and ends with a slash
 */
export function offlineAddress(address: string, root: string): string {
  const [, path, rest = ''] = /^\/(?!\/)([^?#]*)(.*)$/s.exec(address) ?? [];
  if (path === undefined) return address;
  return `${root}${path === '' || path.endsWith('/') ? `${path}index.html` : path}${rest}`;
}
