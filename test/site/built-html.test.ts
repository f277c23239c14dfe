/** What holds for every page of the built sample. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { listFiles } from '../../src/handbook/read-folder.ts';
import { allPages, asOf, dist, handbook, library } from './site.ts';

let pages: [path: string, html: string][];

beforeAll(() => {
  pages = allPages();
});

/** Paths of the pages of which something is true. */
function pathsWhere(holds: (html: string, path: string) => boolean): string[] {
  return pages.filter(([path, html]) => holds(html, path)).map(([path]) => path);
}

/** The text between tags. */
function textOf(html: string): string {
  return html.replaceAll(/<[^>]*>/g, '\n');
}

test('there is a page for everything, in both languages', () => {
  const paths = pathsWhere(() => true);
  const documents = [...handbook.documents.values()].flatMap(({ number, parts }) => {
    const path = `/documents/${number.toLowerCase()}/`;
    return [path, `${path}history/`, ...parts.slice(1).map(({ name }) => `${path}${name.toLowerCase()}/`)];
  });
  const versions = library.releases.map(
    ({ number, version }) => `/documents/${number.toLowerCase()}/versions/${version.toLowerCase().replace('/', '-')}/`,
  );
  const clauses = [...handbook.standards.values()].flatMap(({ id, clauses: all }) =>
    all.map(({ number }) => `/clauses/${id.replace(':', '-')}/${number}/`),
  );
  const roles = [...handbook.roles.keys()].map((id) => `/roles/${id}/`);
  const expected = [...documents, ...versions, ...clauses, ...roles];
  expect(expected.length).toBeGreaterThan(600);
  expect(expected.flatMap((path) => [path, `/en${path}`]).filter((path) => !paths.includes(path))).toEqual([]);
});

describe('every page', () => {
  test('names its language, has one main heading and a title of its own kind', () => {
    const language = (path: string) => (path.startsWith('/en/') ? 'en' : 'zh-CN');
    expect(pathsWhere((html, path) => !html.includes(`<html lang="${language(path)}"`))).toEqual([]);
    expect(pathsWhere((html) => html.match(/<h1[ >]/g)?.length !== 1)).toEqual([]);
    expect(pathsWhere((html) => !/<title>[^<]{4,}<\/title>/.test(html))).toEqual([]);
  });

  test('says for which day it was built', () => {
    expect(asOf).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(pathsWhere((html) => !html.includes(`截至 ${asOf}`) && !html.includes(`As of ${asOf}`))).toEqual([]);
  });

  test('has a strict content security policy, and nothing inline that it would refuse', () => {
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/;
    expect(pathsWhere((html) => !policy.exec(html)?.[1]?.includes("default-src 'none'"))).toEqual([]);
    expect(pathsWhere((html) => /unsafe-inline|'unsafe-eval'|\*/.test(policy.exec(html)?.[1] ?? ''))).toEqual([]);
    expect(
      pathsWhere((html) => /<style|<script(?![^>]* src=)|<[a-z][^>]* style="|<[a-z][^>]* on[a-z]+="/.test(html)),
    ).toEqual([]);
  });

  test('loads nothing from elsewhere', () => {
    expect(
      pathsWhere((html) => /<(?:script|link|img|iframe|source)[^>]* (?:src|href)="(?:https?:)?\/\//.test(html)),
    ).toEqual([]);
  });

  test('gives each of its anchors to one element only', () => {
    const repeated = pathsWhere((html) => {
      const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      return new Set(ids).size !== ids.length;
    });
    expect(repeated).toEqual([]);
  });

  test('has no mark of Markdown left in its text, and no value that was not there', () => {
    // The rules about Markdown name its marks.
    const marked = pathsWhere((html) => textOf(html).includes('**'));
    expect(marked.filter((path) => !path.includes('/checks/'))).toEqual([]);
    expect(pathsWhere((html) => /\b(?:undefined|NaN|null)\b|\[object /.test(textOf(html)))).toEqual([]);
  });

  test('has no space where lines of Chinese were joined', () => {
    // A line break between two Chinese characters within one piece of text is shown as a space. What is rare is asked
    // first: looking back from every character takes minutes.
    const inText =
      /[\p{Script=Han}，。；：、）”](?= *\n *[\p{Script=Han}（“])(?<=<(?:p|li|td|h[1-4])(?: [^>]*)?>[^<]*)/u;
    expect(pathsWhere((html) => inText.test(html))).toEqual([]);
  });
});

describe('weight', () => {
  test('no page is over 25 kB of gzipped HTML', () => {
    const heavy = pages
      .map(([path, html]) => ({ path, bytes: gzipSync(html).length }))
      .filter(({ bytes }) => bytes > 25_000);
    expect(heavy).toEqual([]);
  });

  test('half of the pages of documents are under 15 kB of gzipped HTML', () => {
    const sizes = pages
      .filter(([path]) => /^(?:\/en)?\/documents\/[^/]+\/(?:(?!blank|compare|history)[^/]+\/)?$/.test(path))
      .map(([, html]) => gzipSync(html).length)
      .sort((a, b) => a - b);
    expect(sizes.length).toBeGreaterThan(300);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(15_000);
  });

  test('a reading page loads at most 10 kB of script and 15 kB of style, gzipped, before search is opened', () => {
    const weights = new Map<string, number>();
    const weightOf = (file: string) => {
      if (!weights.has(file)) weights.set(file, gzipSync(readFileSync(join(dist, file))).length);
      return weights.get(file)!;
    };
    /** A script with what it imports at once; `import()` is for later. */
    const withImports = (file: string, seen = new Set<string>()): Set<string> => {
      if (seen.has(file)) return seen;
      seen.add(file);
      const source = readFileSync(join(dist, file), 'utf8');
      for (const [, name] of source.matchAll(/(?:import|from)\s*["']\.\/([^"']+\.js)["']/g))
        withImports(`assets/${name}`, seen);
      return seen;
    };
    const sum = (files: Iterable<string>) => [...files].reduce((total, file) => total + weightOf(file), 0);
    const heavy = pages.flatMap(([path, html]) => {
      const entries = [...html.matchAll(/<script[^>]* src="\/([^"]+)"/g)].map(([, file]) => file!);
      const preloaded = [...html.matchAll(/<link[^>]*rel="modulepreload"[^>]*href="\/([^"]+)"/g)].map(
        ([, file]) => file!,
      );
      const styles = [...html.matchAll(/<link[^>]*rel="stylesheet"[^>]*href="\/([^"]+)"/g)].map(([, file]) => file!);
      expect(entries.length, path).toBeGreaterThan(0);
      expect(styles.length, path).toBeGreaterThan(0);
      const scripts = entries.reduce((seen, file) => withImports(file, seen), new Set(preloaded));
      const weight = { script: sum(scripts), style: sum(new Set(styles)) };
      const isSearch = /^(?:\/en)?\/search\/$/.test(path);
      return weight.style > 15_000 || (weight.script > 10_000 && !isSearch) ? [{ path, ...weight }] : [];
    });
    expect(heavy).toEqual([]);
  });
});

describe('the search index', () => {
  const indexed = () => pathsWhere((html) => html.includes('data-pagefind-body'));

  test('takes every text in force', () => {
    const texts = [...handbook.documents.values()].flatMap(({ number, parts }) =>
      parts.map(({ data, name }) => `/documents/${number.toLowerCase()}/${data ? `${name.toLowerCase()}/` : ''}`),
    );
    const paths = indexed();
    expect(texts.filter((path) => !paths.includes(path))).toEqual([]);
  });

  test('takes no rule and no finding: they would stand between readers and documents', () => {
    expect(pathsWhere((_html, path) => path.startsWith('/checks/')).length).toBeGreaterThan(40);
    expect(indexed().filter((path) => /^(?:\/en)?\/(?:checks|quality)\//.test(path))).toEqual([]);
  });

  test('takes no earlier version, no comparison, no history and nothing that was withdrawn', () => {
    const withdrawn = [...handbook.withdrawals.keys()].map((number) => `/documents/${number.toLowerCase()}/`);
    expect(withdrawn.length).toBeGreaterThan(0);
    const wrong = indexed().filter(
      (path) =>
        /\/(?:versions|compare|history|working)\//.test(path) || withdrawn.some((other) => path.includes(other)),
    );
    expect(wrong).toEqual([]);
  });

  test('is there', () => {
    expect(listFiles(join(dist, 'pagefind')).filter((file) => file.endsWith('.pf_fragment')).length).toBeGreaterThan(
      200,
    );
  });
});

test('working texts are not published', () => {
  expect(pathsWhere((_html, path) => path.endsWith('/working/'))).toEqual([]);
  const unreleased = [...library.working.documents.keys()].filter(
    (number) => !library.releases.some((release) => release.number === number),
  );
  for (const number of unreleased) expect(pathsWhere((_html, path) => path.includes(number.toLowerCase()))).toEqual([]);
});
