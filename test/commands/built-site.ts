/** The site of a handbook as its readers see it, built by `handbook build` and built again over itself. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { outputOver } from '../../scripts/taken-over.ts';
import type { Output } from '../../src/checks/output.ts';
import { listFiles } from '../../src/handbook/read-folder.ts';
import { handbook, removeCache } from './handbook-command.ts';

/** What is read on a page between its header and its footer on the day of the build: no tags, nothing hidden. */
function textOf(html: string): string {
  const main = html.slice(html.indexOf('<main'), html.lastIndexOf('</main>'));
  return main
    .replaceAll(/<(\w+)[^>]* hidden(?:="")?[ >][^]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');
}

/** The files of a site, as the check of the output reads them. */
export function outputOf(site: string): Output {
  return outputOver(site, site, []);
}

/** @param out an empty folder below which the site is built */
export function builtSite(content: string, out: string) {
  const dist = join(out, 'dist');
  const file = (path: string) => readFileSync(join(dist, path), 'utf8');
  const has = (path: string) => existsSync(join(dist, path, 'index.html'));
  return {
    /** Builds it for a day, which must succeed. */
    async build(day: string): Promise<void> {
      const { code, stdout, stderr } = await handbook('build', '--content', content, '--as-of', day, '--out', dist);
      expect({ code, stderr }, `${day}\n${stdout}`).toEqual({ code: 0, stderr: '' });
    },
    /** The text of the file at a path. */
    file,
    /** True if there is a page at an address. */
    has,
    html: (path: string) => file(join(path, 'index.html')),
    /** What a reader reads at an address. */
    text: (path: string) => textOf(file(join(path, 'index.html'))),
    /** The files that hold a text anywhere. */
    filesWith: (text: string) => listFiles(dist).filter((path) => file(path).includes(text)),
    /** The versions of a document that are in force on a day, as /in-force.json says. */
    inForceOn(day: string, number: string): string[] {
      const periods = JSON.parse(file('in-force.json')) as {
        number: string;
        version: string;
        from: string;
        until?: string;
      }[];
      return periods
        .filter((period) => period.number === number && period.from <= day && (!period.until || day <= period.until))
        .map(({ version }) => version);
    },
    /** Removes the cache of the builds. */
    clear: () => removeCache(content, dist),
  };
}
