/** The handbook that the site is made of: opened and judged once, for all pages. */
import { resolve } from 'node:path';
import { openHandbook, type Library } from '../handbook/open.ts';
import { today } from '../handbook/today.ts';
import type { Finding } from '../handbook/finding.ts';
import type { Handbook } from '../handbook/graph.ts';
import type { RenderOptions, Rendered } from '../markdown/render.ts';

/** Texts that were rendered before, each with a digest of all that it is made of. */
export interface KeptTexts {
  get: (id: string, digest: string) => Rendered | undefined;
  keep: (id: string, digest: string, rendered: Rendered) => void;
}

export interface Site {
  library: Library;
  /** What readers see: releases in force. */
  handbook: Handbook;
  /** True if working texts are shown too (`handbook dev`). */
  preview: boolean;
  /** Everything that the check found, on both graphs: the same list that its reports print. */
  findings: readonly Finding[];
  /** True if the files cannot be opened as they stand, so that the preview shows them as they last could be. */
  stale: boolean;
  rendering: RenderOptions;
  /** A digest of the program: what another one made is made again. None in the preview, which keeps nothing. */
  code?: string | undefined;
  /** Undefined in the preview, which keeps nothing. */
  texts?: KeptTexts | undefined;
  /** Path of a page → digest of what the last build showed there, if its pages may be taken over. */
  lastPages?: ReadonlyMap<string, string | undefined> | undefined;
  /** Where the site will stand, without its base; undefined if nobody has said so. */
  address?: string | undefined;
  /** True if search engines may list it: a site for readers outside. A handbook is internal until somebody says otherwise. */
  indexable?: boolean;
}

/** What a command has opened and judged for the pages. */
export interface Judged {
  library: Library;
  findings: readonly Finding[];
  stale?: boolean;
  texts?: KeptTexts;
  lastPages?: Site['lastPages'];
}

const key = Symbol.for('controlled-handbook.site');
const store = globalThis as { [key]?: { id: string; site: Site } };

/** What a build is told, through the environment, because Astro loads its pages by itself. */
export interface SiteSettings {
  content: string;
  asOf: string;
  base: string;
  preview: boolean;
  /** See {@link Site}. */
  code?: string;
  /** Where the site will stand, such as `https://handbook.example.com`; undefined if nobody has said so. */
  address?: string | undefined;
}

/** Hands the settings, and the handbook that they lead to, to the pages that Astro will load. */
export function setSite(settings: SiteSettings, judged: Judged): void {
  process.env['HANDBOOK_CONTENT'] = settings.content;
  process.env['HANDBOOK_AS_OF'] = settings.asOf;
  process.env['HANDBOOK_BASE'] = settings.base;
  process.env['HANDBOOK_CODE'] = settings.code ?? '';
  process.env['HANDBOOK_SITE'] = settings.address ?? '';
  process.env['HANDBOOK_PREVIEW'] = settings.preview ? '1' : '';
  keep(judged);
}

/** The settings of this build; by default the sample handbook as of today. */
export function siteSettings(): SiteSettings {
  const { HANDBOOK_CONTENT, HANDBOOK_AS_OF, HANDBOOK_BASE, HANDBOOK_PREVIEW, HANDBOOK_SITE, HANDBOOK_CODE } =
    process.env;
  return {
    content: resolve(HANDBOOK_CONTENT || 'content'),
    asOf: HANDBOOK_AS_OF || today(),
    base: (HANDBOOK_BASE || '').replace(/\/+$/, ''),
    preview: HANDBOOK_PREVIEW === '1',
    code: HANDBOOK_CODE || '',
    address: HANDBOOK_SITE || undefined,
  };
}

/**
 * The site, kept for all module graphs of the process. Where no command has judged the handbook first (`astro sync`,
 * which makes no pages), it is opened here, and its findings are those of the loader alone.
 * @throws {Error} if the content folder cannot be opened; `handbook check` says why
 */
export function openSite(): Site {
  const { id, settings } = identity();
  if (store[key]?.id === id) return store[key].site;
  const { library, findings } = openHandbook(settings.content, settings.asOf);
  if (!library) throw new Error(findings[0]?.message.en ?? 'The handbook cannot be opened');
  return keep({ library, findings });
}

function identity(): { id: string; settings: SiteSettings } {
  const settings = siteSettings();
  return { id: JSON.stringify(settings), settings };
}

function keep({ library, findings, stale = false, texts, lastPages }: Judged): Site {
  const { id, settings } = identity();
  const site: Site = {
    library,
    handbook: library.inForce,
    preview: settings.preview,
    findings,
    stale,
    texts,
    lastPages,
    code: settings.code,
    address: settings.address,
    indexable: !settings.preview && library.inForce.profile?.external === true,
    rendering: { base: settings.base, cacheFolder: resolve('.cache/diagrams'), draft: settings.preview },
  };
  store[key] = { id, site };
  return site;
}
