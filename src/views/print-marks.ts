/** What stands on every printed sheet of a document, and across it if nobody may work to it (brief §4.4). */
import type { Document } from '../handbook/graph.ts';
import { obsoleteMark, type DocumentHeader } from './standing.ts';
import type { View } from './view.ts';

export interface PrintMarks {
  /** Number, title and version. */
  head: string;
  /** Classification and control status. */
  status: string;
  /** That the sheet is no controlled copy, and the first digits of the hash by which it can be compared. */
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
  const hash = release && words.labelled('SHA-256', release.entry.hash.slice(0, shownDigits));
  return {
    head: `${header.number} ${header.title} ${header.version}`,
    status: [header.classification, obsolete ?? words.printedControl[data.control]].join(' · '),
    foot: [words.printUncontrolled, words.asOf(handbook.asOf), hash].filter(Boolean).join(' · '),
    mark: obsolete ?? { working: words.draft, future: label }[state as string],
    draft: state === 'working',
  };
}
