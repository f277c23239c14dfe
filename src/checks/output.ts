/** Checks the built site: every internal link and anchor leads to a page that is there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import type { Finding } from '../handbook/finding.ts';
import { listFiles } from '../handbook/read-folder.ts';

interface BuiltPage {
  file: string;
  anchors: Set<string>;
  links: { url: string; line: number; column: number }[];
}

/**
 * Broken links in the output.
 * @param folder the built site
 * @param base path under which the site will stand, empty or `/handbook`
 */
export function checkOutput(folder: string, base: string): Finding[] {
  const files = listFiles(folder);
  const known = new Set(files.map((file) => `/${file}`));
  const pages = new Map<string, BuiltPage>();
  for (const file of files) if (file.endsWith('.html')) pages.set(`/${file}`, readPage(folder, file));
  const findings: Finding[] = [];
  for (const [path, page] of pages) {
    for (const link of page.links) {
      const problem = judge(link.url, path, base, known, pages);
      if (problem) findings.push({ ...problem, file: `${folder}/${page.file}`, line: link.line, column: link.column });
    }
  }
  return findings;
}

function readPage(folder: string, file: string): BuiltPage {
  const page: BuiltPage = { file, anchors: new Set(), links: [] };
  visit(fromHtml(readFileSync(join(folder, file), 'utf8')), 'element', (node) => {
    const { id, href, src } = node.properties;
    if (typeof id === 'string') page.anchors.add(id);
    const url = typeof href === 'string' ? href : typeof src === 'string' ? src : undefined;
    const start = node.position?.start;
    if (url !== undefined) page.links.push({ url, line: start?.line ?? 1, column: start?.column ?? 1 });
  });
  return page;
}

type Problem = Pick<Finding, 'rule' | 'severity' | 'message' | 'editions'>;

function judge(
  url: string,
  from: string,
  base: string,
  known: ReadonlySet<string>,
  pages: ReadonlyMap<string, BuiltPage>,
): Problem | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) {
    return /^(https?|mailto|tel|data):/i.test(url)
      ? undefined
      : problem(`网页中有不允许的地址“${url}”`, `The address “${url}” is not allowed in a page`);
  }
  const target = new URL(url, `http://site${base}${from}`);
  let path = decodeURIComponent(target.pathname);
  if (!path.startsWith(`${base}/`)) return problem(`链接“${url}”不在网站内`, `The link “${url}” leads out of the site`);
  path = path.slice(base.length);
  if (path.endsWith('/')) path += 'index.html';
  if (!known.has(path)) return problem(`链接“${url}”没有对应的网页`, `No page for the link “${url}”`);
  const anchor = decodeURIComponent(target.hash.slice(1));
  if (anchor && pages.has(path) && !pages.get(path)!.anchors.has(anchor)) {
    return problem(`链接“${url}”的锚点不存在`, `The anchor of the link “${url}” does not exist`);
  }
  return undefined;
}

function problem(zh: string, en: string): Problem {
  return { rule: 'REF-09', severity: 'error', message: { zh, en }, editions: ['in-force'] };
}
