/** Checks the built site: every internal link and anchor leads to a page that is there. */
import type { Finding, Place } from '../handbook/finding.ts';
import { linePositions } from '../handbook/line-positions.ts';
import { readTags } from './html-tags.ts';
import type { RuleDescription } from './rule.ts';

export const outputRule = {
  id: 'REF-09',
  severity: 'error',
  core: true,
  title: { zh: '生成的网页没有断链', en: 'The built pages have no broken links' },
  reason: {
    zh: '读者点到空处就会怀疑整个手册。站内链接没有网页或锚点、指向网站以外的路径、协议不允许时，不替换原来的网站。',
    en: 'A dead link costs the trust in the whole handbook. If an internal link has no page or anchor, leads out of the site or has a scheme that is not allowed, the old site stays.',
  },
  remedy: {
    zh: '改正所指文件中的链接；其他文件用编号或《标题》引用，不写网页地址。',
    en: 'Correct the link in the document; refer to other documents by number or by 《title》, not by an address.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-21.mdx',
    wrong: '升级办法见[第 5.3 节](#5.33)。',
    right: '升级办法见[第 5.3 节](#5.3)。',
  },
} as const satisfies RuleDescription;

/** What of a page can lead somewhere, and where it can be led to. */
export interface BuiltPage {
  /** Below the site. */
  file: string;
  anchors: Set<string>;
  /** The addresses of all links and of what is loaded, in their order. */
  links: string[];
}

/** The files of a built site. */
export interface Output {
  /** Where it stands, for the places of findings. */
  folder: string;
  /** Below the folder, with `/`, in their order. */
  files: readonly string[];
  read: (file: string) => string;
}

/**
 * Broken links in the output.
 * @param base path under which the site will stand, empty or `/handbook`
 * @param built the pages that are looked at, where their links are known already; by default all
 */
export function checkOutput(output: Output, base: string, built: readonly BuiltPage[] = pagesOf(output)): Finding[] {
  const known = new Set(output.files.map((file) => `/${file}`));
  const pages = new Map(built.map((page) => [`/${page.file}`, page]));
  // A page that is not looked at itself, but led to.
  const pageAt = (path: string): BuiltPage => {
    const page = pages.get(path) ?? readPage(path.slice(1), output.read(path.slice(1)));
    pages.set(path, page);
    return page;
  };
  const findings: Finding[] = [];
  // Most links stand on many pages, and all but those to a place on the page itself mean the same everywhere.
  const judged = new Map<string, Problem | undefined>();
  for (const page of built) {
    for (const [index, url] of page.links.entries()) {
      const isRooted = /^\/(?!\/)/.test(url);
      const isKnown = isRooted && judged.has(url);
      const found = isKnown ? judged.get(url) : judge(url, `/${page.file}`, base, known, pageAt);
      if (isRooted && !isKnown) judged.set(url, found);
      if (found) findings.push({ ...found, ...placeInOutput(output, page.file, linkOffset(output, page.file, index)) });
    }
  }
  return findings;
}

/** All pages of a site with their links and anchors. */
export function pagesOf({ files, read }: Output): BuiltPage[] {
  return files.filter(isPage).map((file) => readPage(file, read(file)));
}

const wanted = new Set(['id', 'href', 'src']);

const isPage = (file: string): boolean => file.endsWith('.html');

/** Reads the links and anchors of a page. */
export function readPage(file: string, html: string): BuiltPage {
  const page: BuiltPage = { file, anchors: new Set(), links: [] };
  for (const { attributes } of readTags(html, wanted)) {
    const id = attributes.get('id');
    const url = linkOf(attributes);
    if (id !== undefined) page.anchors.add(copied(id));
    if (url !== undefined) page.links.push(copied(url));
  }
  return page;
}

const linkOf = (attributes: ReadonlyMap<string, string>) => attributes.get('href') ?? attributes.get('src');

/** Where a link stands in its page, which is read again because hardly ever is there anything to report. */
function linkOffset({ read }: Output, file: string, index: number): number {
  const links = readTags(read(file), wanted).filter(({ attributes }) => linkOf(attributes) !== undefined);
  return links[index]!.offset;
}

const copies = new Map<string, string>();

/** V8 keeps a whole page in memory for as long as a piece of it is in use. */
function copied(piece: string): string {
  let copy = copies.get(piece);
  if (copy === undefined) {
    copy = Buffer.from(piece).toString();
    copies.set(copy, copy);
  }
  return copy;
}

/** Line and column of an offset in a page. */
export function placeInOutput({ folder, read }: Output, file: string, offset: number): Place {
  return { file: `${folder}/${file}`, ...linePositions(read(file))(offset) };
}

type Problem = Pick<Finding, 'rule' | 'severity' | 'message' | 'editions'>;

function judge(
  url: string,
  from: string,
  base: string,
  known: ReadonlySet<string>,
  pageAt: (path: string) => BuiltPage,
): Problem | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) {
    return /^(https?|mailto|tel|data):/i.test(url)
      ? undefined
      : problem(`网页中有不允许的地址“${url}”`, `The address “${url}” is not allowed in a page`);
  }
  const target = new URL(url, `http://site${base}${from}`);
  // `//elsewhere/…` leads out like https does.
  if (target.host !== 'site') return undefined;
  let path = decoded(target.pathname);
  if (!path.startsWith(`${base}/`)) return problem(`链接“${url}”不在网站内`, `The link “${url}” leads out of the site`);
  path = path.slice(base.length);
  if (path.endsWith('/')) path += 'index.html';
  if (!known.has(path)) return problem(`链接“${url}”没有对应的网页`, `No page for the link “${url}”`);
  const anchor = decoded(target.hash.slice(1));
  if (anchor && isPage(path) && !pageAt(path).anchors.has(anchor)) {
    return problem(`链接“${url}”的锚点不存在`, `The anchor of the link “${url}” does not exist`);
  }
  return undefined;
}

function problem(zh: string, en: string): Problem {
  return { rule: outputRule.id, severity: outputRule.severity, message: { zh, en }, editions: ['in-force'] };
}

/** A part of an address with its percent signs read; as it stands where they mean nothing. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
