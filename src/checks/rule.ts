/** What a rule is. */
import type { Edition, Place, Severity } from '../handbook/finding.ts';
import type { Document, Handbook } from '../handbook/graph.ts';
import type { Library } from '../handbook/open.ts';
import { nearest } from '../handbook/suggest.ts';
import type { Bilingual } from '../schema/primitives.ts';

/** What a rule found wrong in one place. */
export interface Report {
  place: Place;
  message: Bilingual;
  /** What to do about it; the remedy of the rule unless said otherwise. */
  hint?: Bilingual;
  document?: string;
  clause?: string;
  /** Where it is less grave than what the rule reports elsewhere; the setting of the handbook may make it less yet. */
  atMost?: 'warning' | 'info';
  /** True if nothing is wrong but something that a standard asks for is still missing (`gap` in claims.ts). */
  isGap?: true;
}

/** A piece of a content file that breaks a rule, and the same piece put right. */
export interface Example {
  /** The file, relative to the content folder, or `history/…`; its ending tells the language of the pieces. */
  file: string;
  wrong: string;
  right: string;
}

/** What people are told about a rule: by `explain`, the rule pages of the site, docs/rules.md and the README. */
export interface RuleDescription {
  /** Permanent; never given to another rule. */
  id: string;
  severity: Severity;
  /** What must be true. */
  title: Bilingual;
  /** Why it matters, and where the rule comes from. */
  reason: Bilingual;
  /** How to put it right. */
  remedy: Bilingual;
  example: Example;
  /** True for the core: neither its severity can be changed nor a finding be waived. */
  core?: true;
}

export interface Rule extends RuleDescription {
  /** The graphs that it runs on; both unless said otherwise. */
  editions?: readonly Edition[];
  /**
   * Files from whose silence it concludes, `registers/reviews.yaml`: where one of them is there and cannot be read, the
   * rule does not run, because most of what it found would only follow from that.
   */
  needs?: readonly string[];
  /**
   * @param handbook the graph to judge
   * @param library both graphs, for rules that compare them
   */
  check: (handbook: Handbook, library: Library) => Iterable<Report> | Promise<Iterable<Report>>;
}

/** The place of a value in the main file of a document. */
export function placeIn(document: Document, ...path: (string | number)[]): Place {
  return document.parts[0]!.source.place(path);
}

/** The place of a key in the main file of a document. */
export function keyIn(document: Document, ...path: (string | number)[]): Place {
  return document.parts[0]!.source.place(path, { key: true });
}

export { looksLikeNumber, numberPattern } from '../handbook/number-pattern.ts';

/** What to do about the id of a rule that does not exist. */
export function unknownRuleHint(id: string, ids: readonly string[]): Bilingual {
  const near = nearest(id, ids);
  return near
    ? { zh: `是否想写 ${near}？`, en: `Did you mean ${near}?` }
    : { zh: '全部规则：npm run handbook -- explain', en: 'All rules: npm run handbook -- explain' };
}
