/** The texts that search shows, as the dialog element carries them in the language of the interface. */

export interface SearchWords {
  none: string;
  noneHint: string;
  /** Nothing is left by the filters. */
  filtered: string;
  failed: string;
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

/** A text with a number in it. */
export function counted(text: string, count: number | string): string {
  return text.replace('#', String(count));
}

/** A number, or `22+` if there are more that were not counted. */
export function atLeast(count: number, isCut: boolean): string {
  return isCut ? `${count}+` : String(count);
}
