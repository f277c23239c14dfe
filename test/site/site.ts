/** The built sample and the handbook that it was built from. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openHandbook } from '../../src/handbook/open.ts';
import { listFiles } from '../../src/handbook/read-folder.ts';
import type { Document, Role } from '../../src/handbook/graph.ts';
import { nextReview } from '../../src/control/state.ts';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { serveSite, startBrowser, type SiteServer } from './browser.ts';

/** The folder of the built site. */
export const dist = process.env['HANDBOOK_DIST'] ?? 'dist';

/** The HTML of a page. */
export function htmlOf(path: string): string {
  return readFileSync(join(dist, path.endsWith('.html') ? path : `${path}index.html`), 'utf8');
}

/** Every page with its HTML, as `[path, html]`; `/404.html` among them. */
export function allPages(): [path: string, html: string][] {
  return listFiles(dist)
    .filter((file) => file.endsWith('.html'))
    .map((file) => [`/${file.replace(/(?<=^|\/)index\.html$/, '')}`, readFileSync(join(dist, file), 'utf8')]);
}

/** The day for which the site was built, as every page says at its end. */
export const asOf = /截至 (\d{4}-\d{2}-\d{2})/.exec(htmlOf('/'))?.[1] ?? '';

const opened = openHandbook('content', asOf).library;
if (!opened) throw new Error('The content of the sample cannot be opened');

/** The releases and texts from which the site must have been made. */
export const library = opened;
export const handbook = opened.inForce;

/** A document in force. */
export function documentOf(number: string): Document {
  const document = handbook.documents.get(number);
  if (!document) throw new Error(`${number} is not in force on ${asOf}`);
  return document;
}

export function roleOf(id: string): Role {
  const role = handbook.roles.get(id);
  if (!role) throw new Error(`There is no role ${id}`);
  return role;
}

/** The Chinese name of a person. */
export function nameOf(id: string | undefined): string {
  const person = id === undefined ? undefined : handbook.people.get(id);
  if (!person) throw new Error(`There is no person ${id}`);
  return person.data.name.zh;
}

/** The day by which a document in force must be reviewed. */
export function reviewDue(number: string): string {
  return nextReview(handbook, documentOf(number))!;
}

/** One page of every type, without language. */
export const pageTypes: Record<string, string> = {
  home: '/',
  'register of documents': '/documents/',
  procedure: '/documents/hc-itsm-b-21/',
  'work instruction': '/documents/hc-itsm-c-12/',
  plan: '/documents/hc-itsm-c-51/',
  manual: '/documents/hc-itsm-a-01/',
  'section of the manual': '/documents/hc-itsm-a-01/8.6/',
  policy: '/documents/hc-itsm-a-02/',
  'matrix document': '/documents/hc-itsm-a-06/',
  'record form': '/documents/hc-itsm-d-21-01/',
  history: '/documents/hc-itsm-b-18/history/',
  'earlier version': '/documents/hc-itsm-b-21/versions/a-0/',
  comparison: '/documents/hc-itsm-b-21/compare/a-1...a-2/',
  'comparison of any two versions': '/documents/hc-itsm-b-21/compare/',
  'comparison of manuals': '/documents/hc-itsm-a-01/compare/a-1...b-0/',
  standards: '/clauses/',
  'clause tree': '/clauses/iso20000-1-2018/',
  'leaf clause': '/clauses/iso20000-1-2018/8.6.1/',
  'clause with children': '/clauses/iso20000-1-2018/8/',
  processes: '/processes/',
  'my role': '/my-role/',
  coverage: '/coverage/',
  matrix: '/matrix/',
  roles: '/roles/',
  role: '/roles/incident-mgr/',
  organisation: '/departments/',
  department: '/departments/ywb/',
  glossary: '/glossary/',
  'external documents': '/registers/external-documents/',
  'internal audits': '/registers/audits/',
  'management reviews': '/registers/management-reviews/',
  objectives: '/registers/objectives/',
  'revision plan': '/registers/revision-plan/',
  'distribution of copies': '/registers/distribution/',
  'withdrawn documents': '/registers/withdrawn-documents/',
  changes: '/changes/',
  'in force on a day': '/in-force/',
  'rules of the check': '/checks/',
  'rule of the core': '/checks/map-01/',
  'rule that may be waived': '/checks/txt-05/',
  'quality report': '/quality/',
  search: '/search/',
};

export interface Site {
  /** Opens a page of the site; the path may have a language, a query and an anchor. */
  open: (path: string) => Promise<Page>;
  /** A page of its own, with other settings; the test closes it with `page.context().close()`. */
  fresh: (options?: BrowserContextOptions) => Promise<Page>;
  origin: () => string;
  /** What the browser complained of since the last call: errors, warnings, refused content, requests to elsewhere. */
  complaints: () => string[];
}

/** A browser and a server for the tests of a file. `open` always uses one page, so that it is fast. */
export function useSite(): Site {
  let server: SiteServer;
  let browser: Browser;
  let shared: Page;
  let complaints: string[] = [];

  const fresh = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({ baseURL: server.origin, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const complain = (text: string) => complaints.push(`${new URL(page.url()).pathname}: ${text}`);
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complain(message.text());
    });
    page.on('pageerror', (error) => complain(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(`${server.origin}/`)) complain(`request to ${request.url()}`);
    });
    return page;
  };

  beforeAll(async () => {
    server = await serveSite(dist);
    browser = await startBrowser();
    shared = await fresh({ viewport: { width: 1440, height: 900 } });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  return {
    open: async (path) => {
      await shared.goto(path);
      return shared;
    },
    fresh,
    origin: () => server.origin,
    complaints: () => {
      const found = complaints;
      complaints = [];
      return found;
    },
  };
}

/** The rows of a table as text, spaces drawn together. */
export async function rowsOf(page: Page, selector: string): Promise<string[][]> {
  return page
    .locator(`${selector} tbody tr`)
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').replace(/\s+/g, ' ').trim())),
    );
}

/** Where every link below a selector leads, text → path with anchor. */
export async function linksIn(page: Page, selector: string): Promise<Record<string, string>> {
  const links = await page.locator(`${selector} a`).evaluateAll((anchors) =>
    anchors.map((anchor) => {
      const { textContent, pathname, hash } = anchor as HTMLAnchorElement;
      return [(textContent ?? '').replace(/\s+/g, ' ').trim(), `${pathname}${decodeURIComponent(hash)}`] as const;
    }),
  );
  return Object.fromEntries(links);
}
