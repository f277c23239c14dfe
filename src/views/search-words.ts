/** The texts of search in the language of a page: a file of their own, because every page has search and few readers open it. */
import type { Site } from './site.ts';
import type { View } from './view.ts';

export interface SearchWords {
  none: string;
  noneHint: string;
  /** Nothing is left by the filters. */
  filtered: string;
  kinds: Record<string, string>;
  levels: Record<string, string>;
  facets: Record<string, string>;
  all: string;
  filters: string;
  clear: string;
  /** Stands before other words that were searched, too. */
  also: string;
  meant: string;
  near: string;
  ask: string;
  one: string;
  /** With `#` for the number. */
  many: string;
  more: string;
  versions: string;
  addVersions: string;
  versionsNone: string;
  states: Record<string, string>;
  /** Between the items of a list, and between a label and what it names. */
  comma: string;
  colon: string;
}

/** The words that the browser needs to show what it finds. */
export function searchWords({ words }: View, { preview, hasIndex }: Pick<Site, 'preview' | 'hasIndex'>): SearchWords {
  return {
    none: words.searchNone,
    noneHint: preview && !hasIndex ? words.searchPreviewHint : words.searchNoneHint,
    filtered: words.searchFiltered('#'),
    kinds: { ...words.kinds, role: words.role, department: words.departments, clause: words.clause, rule: words.rule },
    levels: words.levels,
    facets: {
      kind: words.kind,
      level: words.level,
      department: words.department,
      role: words.role,
      clause: words.clause,
      classification: words.classification,
    },
    all: words.all,
    filters: words.filter,
    clear: words.searchClear,
    also: words.searchAlso,
    meant: words.searchMeant,
    near: words.searchNear,
    ask: words.searchAsk,
    one: words.searchCount(1),
    many: words.searchCount('#'),
    more: words.searchMore('#'),
    versions: words.searchVersionsTitle,
    addVersions: words.searchVersions,
    versionsNone: words.searchVersionsNone,
    states: { superseded: words.superseded, future: words.notYetEffective, withdrawn: words.withdrawn },
    comma: words.list(['', '']),
    colon: words.labelled(''),
  };
}
