/** `sitemap.xml`: the pages of a built site that search engines may list, with the address where it will stand. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import type { Output } from '../src/checks/output.ts';

/** Lists what is current: old versions, comparisons and histories stay reachable, but nobody should arrive there. */
export function sitemapPaths(files: readonly string[]): string[] {
  return files
    .filter((file) => /(?:^|\/)index\.html$/.test(file) && !/\/(?:versions|compare|history|working|blank)\//.test(file))
    .map((file) => `/${file.slice(0, -'index.html'.length)}`)
    .sort();
}

/** @param address of the site, with its base: `https://example.com/handbook` */
export function sitemap(address: string, paths: readonly string[]): string {
  const urls = paths.map((path) => x('url', [x('loc', address + encodeURI(path))]));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(
    x('urlset', { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }, urls),
  )}\n`;
}

/** Writes the sitemap of a built site, and tells of it in robots.txt if that lets search engines in. */
export function writeSitemap({ folder, files, read }: Output, address: string): void {
  writeFileSync(join(folder, 'sitemap.xml'), sitemap(address, sitemapPaths(files)));
  const rules = read('robots.txt');
  if (rules.includes('Disallow: /\n')) return;
  writeFileSync(join(folder, 'robots.txt'), `${rules}Sitemap: ${address}/sitemap.xml\n`);
}
