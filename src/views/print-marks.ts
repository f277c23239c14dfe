/** What stands on every printed sheet, and across it if nobody may work to it (brief §4.4). */
import type { Document } from '../handbook/graph.ts';
import { obsoleteMark, type DocumentHeader } from './standing.ts';
import { named, type View } from './view.ts';

export interface PrintMarks {
  /** Number, title and version. */
  head: string;
  /** Classification, and that the version is no longer valid. */
  status: string;
  /**
   * That the sheet is no controlled copy, in one sentence with the control status of its document, so that nobody reads
   * one for the other; and the first digits of the hash by which it can be compared.
   */
  foot: string;
  /** 草稿, 作废 …; undefined for a version in force. */
  mark: string | undefined;
  /** True if the mark also stands across the page on a screen. */
  draft: boolean;
}

/** Digits of the hash that are printed: enough to tell versions apart. */
const shownDigits = 12;

/** The marks of a document, from the header of its page. */
export function printMarks(view: View, { data, release }: Document, header: DocumentHeader): PrintMarks {
  const { words, handbook } = view;
  const { state, label } = header.standing;
  const obsolete = obsoleteMark(view, header.standing);
  const copy = state === 'working' ? undefined : words.printCopy[data.control];
  const hash = release && words.labelled('SHA-256', release.entry.hash.slice(0, shownDigits));
  return {
    head: `${header.number} ${header.title} ${header.version}`,
    status: [header.classification, obsolete].filter(Boolean).join(' · '),
    foot: [copy, words.asOf(handbook.asOf), hash].filter(Boolean).join(' · '),
    mark: obsolete ?? { working: words.draft, future: label }[state as string],
    draft: state === 'working',
  };
}

/**
 * What the sheets of a page bear: its own marks if it shows a document, else its title and the organisation. In the
 * preview everything is a draft, whatever the page: what it shows is not the site that readers have.
 */
export function sheetMarks(view: View, title: string, own: PrintMarks | undefined): PrintMarks {
  const { words, handbook } = view;
  const marks = own ?? {
    head: title,
    status: named(view, handbook.settings.organisation.name),
    foot: [words.printUncontrolled, words.asOf(handbook.asOf)].join(' · '),
    mark: undefined,
    draft: false,
  };
  if (!view.library) return marks;
  return { ...marks, foot: [words.printDraft, marks.foot].join(' · '), mark: marks.mark ?? words.draft, draft: true };
}
