/** One list of what titles and texts answer: a target stands once, with its best place and further sections. */
import type { SearchIndex, SearchTarget } from '../views/search-targets.ts';
import { excerptOf, type Piece } from './excerpt.ts';
import type { Passage, TextHit } from './full-text.ts';
import type { QueryPlan } from './query.ts';
import type { TitleHit } from './titles.ts';

/** A hit and the query that found it, which says what to mark. */
export type PlannedHit = TextHit & { plan: QueryPlan };

export interface Hit {
  target: SearchTarget;
  title: TitleHit | undefined;
  /** The pages of the target that answer, the best first. */
  texts: PlannedHit[];
}

export interface Result {
  target: string;
  title: string;
  /** Document or clause number; empty for a role. */
  number: string;
  kind: string;
  href: string;
  /** Heading of the section to which the link goes; empty for the whole page. */
  section: string;
  excerpt: Piece[];
  /** Further sections that answer. */
  sections: { title: string; href: string; excerpt: Piece[] }[];
}

/** Sections shown below a result. */
const sectionLimit = 3;

/** The best first. */
export function merge(titles: readonly TitleHit[], texts: readonly PlannedHit[], index: SearchIndex): Hit[] {
  const byId = new Map(index.targets.map((target) => [target.id, target]));
  const hits = new Map<string, Hit>();
  for (const title of titles) {
    const { target } = title;
    const known = hits.get(target.id);
    if (!known || title.score > known.title!.score) hits.set(target.id, { target, title, texts: [] });
  }
  for (const text of [...texts].sort((a, b) => b.score - a.score)) {
    const target = byId.get(text.target);
    if (!target) continue;
    const hit = hits.get(target.id) ?? { target, title: undefined, texts: [] };
    hits.set(target.id, hit);
    if (!hit.texts.some(({ url }) => url === text.url)) hit.texts.push(text);
  }
  return [...hits.values()].sort((a, b) => scoreOf(b) - scoreOf(a));
}

/** The better of both scores; the other one decides between equals. */
function scoreOf({ title, texts }: Hit): number {
  const both = [title?.score ?? 0, texts[0]?.score ?? 0];
  return Math.max(...both) + Math.min(...both) / 20;
}

/** A target without a query. */
export function listed(target: SearchTarget): Hit {
  return { target, title: undefined, texts: [] };
}

/**
 * What is shown of a hit.
 * @param prefix stands before all paths: the base of the site and the language of the interface
 */
export function toResult({ target, title, texts }: Hit, prefix: string): Result {
  const part = target.parts?.find(({ path }) => path === title?.path);
  const whole = { path: part?.path ?? target.path, section: part?.title ?? '' };
  const [text] = texts;
  const place = text && { path: pathOf(text, target), section: headingOf(text, target) };
  const { path, section } = title?.path ? whole : (place ?? whole);
  // Below a whole page its introduction may stand; sections of it have lines of their own.
  const isHere = place?.path === path && (place.section !== '' || text!.others.length === 0);
  return {
    target: target.id,
    title: nameOf(target),
    number: /^(role|department):/.test(target.id) ? '' : target.id.replace(/^(clause|rule):/, ''),
    kind: target.kind,
    href: prefix + path,
    section,
    excerpt: isHere ? excerptOf(text!.section, text!.plan) : [],
    sections: texts
      .flatMap(({ url, section: own, others, plan }) =>
        [{ url, section: own }, ...others].map((passage) => ({ passage, plan })),
      )
      .filter(({ passage }) => pathOf(passage, target) !== path && headingOf(passage, target))
      .slice(0, sectionLimit)
      .map(({ passage, plan }) => ({
        title: headingOf(passage, target),
        href: prefix + pathOf(passage, target),
        excerpt: excerptOf(passage.section, plan),
      })),
  };
}

/** The name of a target in the language of the interface. */
export function nameOf({ zh, en }: { zh: string; en: string }): string {
  return document.documentElement.lang === 'en' ? en : zh;
}

/** Pagefind’s address begins with the base of the site and knows nothing of the language of the interface. */
function pathOf({ url }: Passage, target: SearchTarget): string {
  return url.slice(Math.max(0, url.indexOf(target.path)));
}

/** The title of a page says nothing new, except that of a part. */
function headingOf({ section }: Passage, target: SearchTarget): string {
  return section.id || section.title !== target.zh ? section.title : '';
}
