/** What a rule or the loader reports. One list of these feeds every reporter and page. */
import type { Bilingual } from '../schema/primitives.ts';
import type { Waiver } from '../schema/registers/waivers.ts';

export type Severity = 'error' | 'warning' | 'info';

/** Where something stands: a path as the user would type it, and 1-based line and column. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

/** Which of the two graphs a finding concerns (design.md §4.5). */
export type Edition = 'working' | 'in-force';

export interface Finding extends Place {
  rule: string;
  severity: Severity;
  message: Bilingual;
  /** What to do about it. */
  hint?: Bilingual;
  /** Number of the document concerned. */
  document?: string;
  /** Clause concerned, `iso20000-1:2018/8.6.1`. */
  clause?: string;
  editions: Edition[];
  /** An error in a draft that was never released: told as an info, because it keeps nothing but its own release. */
  blocksRelease?: true;
  /** Nothing is wrong, but something that a standard asks for is still missing. */
  isGap?: true;
  /** Why it is accepted for a time (registers/waivers.yaml); such a finding fails nothing. */
  waiver?: Waiver;
}

/** A finding as the loader makes it, before it is known which graph it concerns. */
export interface Fault extends Omit<Finding, 'editions' | 'severity'> {
  /** Of a value that does not keep to its schema: where it stands in that. */
  path?: readonly (string | number)[];
  /** An error unless said otherwise. */
  severity?: 'warning';
}

/** A fault, once it is known which graphs it concerns. */
export function asFinding({ path: _, ...fault }: Fault, ...editions: Edition[]): Finding {
  return { severity: 'error', ...fault, editions };
}

/** Findings by file, line, column and rule, so that two runs print the same list. */
export function byPlace(a: Finding, b: Finding): number {
  return (
    compare(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compare(a.rule, b.rule) ||
    compare(a.message.en, b.message.en)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
