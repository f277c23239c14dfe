/** What identifies a document on its page: its standing today, and the control block. */
import { unsignedSteps } from '../control/signature.ts';
import { lastReview, nextReview, releasesOf } from '../control/state.ts';
import { documentPath, versionPath } from '../handbook/address.ts';
import type { Document } from '../handbook/graph.ts';
import type { Step } from '../schema/ledger.ts';
import { comparisonLink } from './comparison-page.ts';
import {
  classificationName,
  departmentLink,
  named,
  numberedLink,
  personName,
  roleLink,
  type Cell,
  type Link,
  type View,
} from './view.ts';
import { workingNotice } from './working-text.ts';

export interface Standing {
  /** in force, superseded, or not yet effective */
  state: 'in-force' | 'superseded' | 'future' | 'withdrawn' | 'working';
  label: string;
  /** ISO day from which it is in force, for the reader’s browser. */
  from: string;
}

export interface DocumentHeader {
  number: string;
  title: string;
  /** Title in the other language, shown small. */
  subtitle: string;
  kind: string;
  version: string;
  standing: Standing;
  classification: string;
  /** Label → value, the control block. */
  control: { label: string; value: Cell; due?: string }[];
}

export interface Notice {
  text: string;
  links: Link[];
  /** ISO day up to which it is hidden, and from which on: a page is read long after it was built. */
  showFrom?: string;
  hideFrom?: string;
}

/** What holds from a day on that lies ahead at build. */
export interface LaterNotice extends Notice {
  showFrom: string;
  /** The standing that the document then has. */
  label: string;
}

/** The header of the page of a document, and what its reader must be told first. */
export function standing(
  view: View,
  document: Document,
): {
  header: DocumentHeader;
  notice: Notice | undefined;
  /** What a reader must be told once a day has come that lies ahead at build. */
  later: LaterNotice | undefined;
} {
  const { handbook, words } = view;
  const { data, release } = document;
  const current = handbook.documents.get(document.number)?.release;
  const from = data.effective ?? '';
  let notice = view.library && workingNotice(view, view.library, document);
  let later: LaterNotice | undefined;
  let state: Standing['state'] = 'in-force';
  let label = words.inForce;
  const withdrawal = handbook.withdrawals.get(document.number);
  if (withdrawal) {
    state = 'withdrawn';
    label = withdrawal.retained ? words.withdrawnRetained : words.withdrawn;
    notice = {
      text: words.withdrawnNotice(withdrawal.on, withdrawal.reason, withdrawal.successors.length > 0),
      links: withdrawal.successors.map((number) => numberedLink(view, number)),
    };
  } else if (!release) {
    state = 'working';
    label = words.working;
  } else if (from > handbook.asOf) {
    state = 'future';
    label = words.notYetEffective;
    notice = {
      hideFrom: from,
      text: current ? words.futureNotice(from) : words.futureFirstNotice(from),
      links: current ? [{ text: words.showCurrent, href: documentPath(document.number) }] : [],
    };
  } else if (current && current !== release) {
    state = 'superseded';
    label = words.superseded;
    notice = {
      text: words.supersededNotice(current.version),
      links: [{ text: words.showCurrent, href: documentPath(document.number) }],
    };
  }
  const ending = handbook.registers.withdrawals.find(
    (item) => item.document === document.number && item.on > handbook.asOf,
  );
  const releases = releasesOf(handbook, document.number);
  const next = release && releases.find(({ entry }) => entry.effective > handbook.asOf);
  if (next && release === current) {
    const { version, entry } = next;
    notice ??= {
      hideFrom: entry.effective,
      text: words.comingNotice(version, entry.effective),
      links: [
        { text: words.comingShow(version), href: versionPath(document.number, version) },
        {
          text: words.comparePrevious(data.version),
          href: comparisonLink(releases, document.number, data.version, version),
        },
      ],
    };
    later = {
      showFrom: next.entry.effective,
      label: words.superseded,
      text: words.supersededNotice(next.version),
      links: [{ text: words.showCurrent, href: versionPath(document.number, next.version) }],
    };
  } else if (ending && release && release === current) {
    later = {
      showFrom: ending.on,
      label: ending.retained ? words.withdrawnRetained : words.withdrawn,
      text: words.withdrawnNotice(ending.on, ending.reason, ending.successors.length > 0),
      links: ending.successors.map((number) => successorLink(view, number, ending.on)),
    };
  }
  const header: DocumentHeader = {
    number: document.number,
    title: named(view, data.title),
    subtitle: view.language === 'en' ? data.title.zh : data.title.en,
    kind: words.kinds[document.kind],
    version: data.version,
    standing: { state, label, from },
    classification: classificationName(view, data.classification),
    control: controlBlock(view, document, { state, label }),
  };
  return { header, notice, later };
}

/** A document that takes the place of another on a day: until then it may have no page but that of its version. */
function successorLink(view: View, number: string, on: string): Link {
  const link = numberedLink(view, number);
  const [coming] = releasesOf(view.handbook, number).filter(({ entry }) => entry.effective <= on);
  return link.href || !coming ? link : { ...link, href: versionPath(number, coming.version) };
}

/** What a version that is no longer valid says of itself on paper and in its control block; undefined for others. */
export function obsoleteMark({ words }: View, { state, label }: Pick<Standing, 'state' | 'label'>): string | undefined {
  if (state === 'superseded') return words.withdrawn;
  return state === 'withdrawn' ? label : undefined;
}

function controlBlock(
  view: View,
  document: Document,
  { state, label }: Pick<Standing, 'state' | 'label'>,
): DocumentHeader['control'] {
  const { words } = view;
  const { data } = document;
  const unsigned = document.release ? unsignedSteps(view.handbook, document.release) : [];
  const signed = (step: Step): Cell => {
    const signature = data[step];
    if (!signature) return words.none;
    const text = `${personName(view, signature.by)}　${signature.on}`;
    return unsigned.includes(step) ? `${text}　${words.notSignedYet}` : text;
  };
  const obsolete = obsoleteMark(view, { state, label });
  const isCurrent = state === 'in-force';
  const review = isCurrent ? lastReview(view.handbook, document)?.review : undefined;
  const due = isCurrent ? nextReview(view.handbook, document) : undefined;
  return [
    { label: words.owner, value: roleLink(view, data.owner) },
    { label: words.department, value: departmentLink(view, data.department) },
    { label: words.control, value: obsolete ?? words[data.control] },
    { label: words.prepared, value: signed('prepared') },
    { label: words.reviewed, value: signed('reviewed') },
    { label: words.approved, value: signed('approved') },
    { label: words.released, value: data.released ?? words.none },
    { label: words.effective, value: data.effective ?? words.none },
    ...(review ? [{ label: words.lastReview, value: `${personName(view, review.by)}　${review.on}` }] : []),
    ...(due ? [{ label: words.nextReview, value: due, due }] : []),
  ];
}
