/** The handbook that the site is made of: opened once, for all pages. */
import { resolve } from 'node:path';
import { openHandbook, type Library } from '../handbook/open.ts';
import type { Handbook } from '../handbook/graph.ts';
import type { RenderOptions } from '../markdown/render.ts';

export interface Site {
  library: Library;
  /** What readers see: releases in force. */
  handbook: Handbook;
  /** True if working texts are shown too (`handbook dev`). */
  preview: boolean;
  rendering: RenderOptions;
}

const key = Symbol.for('controlled-handbook.site');
const store = globalThis as { [key]?: { id: string; site: Site } };

/** What a build is told, through the environment, because Astro loads its pages by itself. */
export interface SiteSettings {
  content: string;
  asOf: string;
  base: string;
  preview: boolean;
}

/** Hands the settings to the pages that Astro will load. */
export function setSite(settings: SiteSettings): void {
  process.env['HANDBOOK_CONTENT'] = settings.content;
  process.env['HANDBOOK_AS_OF'] = settings.asOf;
  process.env['HANDBOOK_BASE'] = settings.base;
  process.env['HANDBOOK_PREVIEW'] = settings.preview ? '1' : '';
}

/** The settings of this build; by default the sample handbook as of today. */
export function siteSettings(): SiteSettings {
  const { HANDBOOK_CONTENT, HANDBOOK_AS_OF, HANDBOOK_BASE, HANDBOOK_PREVIEW } = process.env;
  return {
    content: resolve(HANDBOOK_CONTENT || 'content'),
    asOf: HANDBOOK_AS_OF || today(),
    base: (HANDBOOK_BASE || '').replace(/\/+$/, ''),
    preview: HANDBOOK_PREVIEW === '1',
  };
}

/** Today as an ISO day, in the time zone of the machine. */
export function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/**
 * The site, opened on first use and kept for all module graphs of the process.
 * @throws {Error} if the content folder cannot be opened; `handbook check` says why
 */
export function openSite(): Site {
  const settings = siteSettings();
  const id = JSON.stringify(settings);
  if (store[key]?.id === id) return store[key].site;
  const { library, findings } = openHandbook(settings.content, settings.asOf);
  if (!library) throw new Error(findings[0]?.message.en ?? 'The handbook cannot be opened');
  const site: Site = {
    library,
    handbook: library.inForce,
    preview: settings.preview,
    rendering: { base: settings.base, cacheFolder: resolve('.cache/diagrams') },
  };
  store[key] = { id, site };
  return site;
}

/** Forgets the opened handbook, so that the next page reads the files again (`handbook dev`). */
export function closeSite(): void {
  delete store[key];
}
