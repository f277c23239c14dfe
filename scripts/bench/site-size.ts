/** How large a built site is for its readers. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { listFiles } from '../../src/handbook/read-folder.ts';

export interface Bytes {
  raw: number;
  gzip: number;
}

export interface SiteSize {
  pages: number;
  files: number;
  /** Of all files. */
  totalBytes: number;
  /** Of the search index. */
  indexBytes: number;
  mean: Bytes;
  /** The largest page by its gzipped size. */
  max: Bytes & { page: string };
  /** What the reading page that loads most needs before the search is opened. */
  loads: { page: string; script: Bytes; style: Bytes };
}

/** Measures a built site that stands at the root of its server. */
export function siteSize(folder: string): SiteSize {
  const files = listFiles(folder);
  const sizes = new Map<string, Bytes>();
  const sizeOf = (path: string): Bytes => {
    let size = sizes.get(path);
    if (!size) {
      const bytes = readFileSync(join(folder, path));
      sizes.set(path, (size = { raw: bytes.length, gzip: gzipSync(bytes).length }));
    }
    return size;
  };
  const sum = (paths: Iterable<string>): Bytes =>
    [...paths].map(sizeOf).reduce((all, one) => ({ raw: all.raw + one.raw, gzip: all.gzip + one.gzip }), {
      raw: 0,
      gzip: 0,
    });

  const pages = files.filter((file) => file.endsWith('.html'));
  const [first, ...others] = pages;
  if (first === undefined) throw new Error(`There is no page in ${folder}`);
  const all = sum(pages);
  const max = others.reduce((most, page) => (sizeOf(page).gzip > sizeOf(most).gzip ? page : most), first);
  const loads = pages
    .filter((page) => page.includes('documents/'))
    .map((page) => ({ page, ...assetsOf(folder, page) }))
    .map(({ page, scripts, styles }) => ({ page, script: sum(scripts), style: sum(styles) }))
    .reduce((most, item) => (weight(item) > weight(most) ? item : most));
  const bytes = (paths: string[]) => paths.reduce((total, path) => total + statSync(join(folder, path)).size, 0);
  return {
    pages: pages.length,
    files: files.length,
    totalBytes: bytes(files),
    indexBytes: bytes(files.filter((file) => file.startsWith('pagefind/'))),
    mean: { raw: all.raw / pages.length, gzip: all.gzip / pages.length },
    max: { ...sizeOf(max), page: `/${max}` },
    loads: { ...loads, page: `/${loads.page}` },
  };
}

function weight({ script, style }: { script: Bytes; style: Bytes }): number {
  return script.gzip + style.gzip;
}

/** The scripts, with the modules that they import at once, and the stylesheets that a page loads. */
function assetsOf(folder: string, page: string): { scripts: Set<string>; styles: Set<string> } {
  const html = readFileSync(join(folder, page), 'utf8');
  const path = (url: string) => (url.startsWith('/') ? url.slice(1) : posix.join(dirname(page), url));
  const scripts = new Set<string>();
  const waiting = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map(([, url = '']) => path(url));
  for (let script = waiting.pop(); script !== undefined; script = waiting.pop()) {
    if (scripts.has(script) || !existsSync(join(folder, script))) continue;
    scripts.add(script);
    waiting.push(...importsOf(folder, script));
  }
  const styles = [...html.matchAll(/<link[^>]*\srel="stylesheet"[^>]*>/g)].flatMap(
    ([link]) => /\shref="([^"]+)"/.exec(link)?.[1] ?? [],
  );
  return { scripts, styles: new Set(styles.map(path)) };
}

const imports = new Map<string, string[]>();

/** The modules that a script imports when it starts; what `import()` names is only loaded when it is needed. */
function importsOf(folder: string, script: string): string[] {
  const key = join(folder, script);
  let known = imports.get(key);
  if (!known) {
    const code = readFileSync(key, 'utf8');
    known = [...code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g)].map(([, url = '']) =>
      posix.join(posix.dirname(script), url),
    );
    imports.set(key, known);
  }
  return known;
}
