/** The handbook that the site is made of: opened and judged once, for all pages. */
import { resolve } from 'node:path';
import type { Library } from '../handbook/open.ts';
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
  /** True if the texts are indexed for search, as builds do. */
  hasIndex: boolean;
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

/** How the site is made. */
export interface SiteSettings {
  /** Path of the site, empty or `/handbook`. */
  base: string;
  preview: boolean;
  /** See {@link Site}. */
  hasIndex: boolean;
  /** See {@link Site}. */
  code?: string;
  /** Where the site will stand, such as `https://handbook.example.com`; undefined if nobody has said so. */
  address?: string | undefined;
}

/** The pages are another module graph than the command, so that they share nothing but what is global. */
const key = Symbol.for('controlled-handbook.site');
const store = globalThis as { [key]?: Site };

/** Hands the handbook to the pages that are made next. */
export function setSite({ base, preview, hasIndex, code, address }: SiteSettings, judged: Judged): void {
  const { library, findings, stale = false, texts, lastPages } = judged;
  store[key] = {
    library,
    handbook: library.inForce,
    preview,
    hasIndex,
    findings,
    stale,
    texts,
    lastPages,
    code,
    address,
    indexable: !preview && library.inForce.profile?.external === true,
    rendering: { base, cacheFolder: resolve('.cache/diagrams'), draft: preview },
  };
}

/**
 * The handbook that pages are made of.
 * @throws {Error} if no command has handed it on
 */
export function openSite(): Site {
  const site = store[key];
  if (!site) throw new Error('Pages are made by `handbook build` and `handbook dev`');
  return site;
}
