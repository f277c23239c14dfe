/** The releases of a document, each with its change record and signatures. */
import { firstVersion, nextVersions } from '../../src/control/version.ts';
import type { LedgerEntry } from '../../src/schema/ledger.ts';
import { addDays } from './days.ts';
import { ofKind, shared } from './front-matter.ts';
import { signatories } from './organisation.ts';
import type { Planned } from './outline.ts';
import { fillers } from './phrases.ts';
import type { Random } from './random.ts';
import { firstText } from './texts.ts';
import { toYaml } from './yaml.ts';

/** Who took the steps to a version, and when. */
type Signed = Pick<LedgerEntry, 'prepared' | 'reviewed' | 'approved' | 'released' | 'effective'>;

export interface GeneratedRelease extends Signed {
  version: string;
  /** Name → text. */
  files: Map<string, string>;
}

export interface HistoryOptions {
  /** How many releases there are. */
  count: number;
  /** The day on which the newest became effective. */
  newest: string;
  all: readonly Planned[];
  /** Makes a sentence that no policy has yet. */
  commitment: (random: Random) => string;
}

/** All releases of a document, oldest first; each changes a few sentences of the one before. */
export function releasesOf(
  random: Random,
  document: Planned,
  { count, newest, all, commitment }: HistoryOptions,
): GeneratedRelease[] {
  const text = firstText(random, document, commitment);
  const kindData = ofKind(text.write, document, all);
  const people = signatories(document.kind, document.department, document.owner);
  const changes: Record<string, unknown>[] = [];
  return schedule(random, count, newest).map(({ version, effective }) => {
    const on = (before: number) => addDays(effective, -before);
    const isFirst = changes.length === 0;
    const sections = isFirst ? ['全文'] : text.revise(kindData);
    changes.push({
      version,
      date: on(28),
      sections,
      what: isFirst
        ? '新建'
        : `${sections.join('、')}：改写了${random.pick(document.things)}的要求，期限与现行做法一致。`,
      why: `${random.pick(fillers['source']!)}指出${random.pick(document.things)}的规定${isFirst ? '没有成文' : '与实际不符'}，${random.pick(fillers['goal']!)}。`,
      ...people,
      request: isFirst ? undefined : `DCR-${on(28).slice(0, 4)}-${String(random.whole(1, 999)).padStart(3, '0')}`,
    });
    const signed = {
      prepared: { by: people.by, on: on(28) },
      reviewed: { by: people.reviewed, on: on(21) },
      approved: { by: people.approved, on: on(17) },
      released: on(14),
      effective,
    };
    const data = {
      number: document.number,
      title: document.title,
      kind: document.kind,
      version,
      ...shared(document),
      ...signed,
      ...kindData,
      parts: text.parts?.(),
      changes,
    };
    return { version, ...signed, files: text.files(toYaml(data), signed) };
  });
}

/** Versions and the days on which they became effective. */
function schedule(random: Random, count: number, newest: string): { version: string; effective: string }[] {
  const rules = { scheme: 'letter-digit', lastRevision: 9 } as const;
  const labels = [firstVersion(rules)];
  while (labels.length < count) {
    const { revision, edition } = nextVersions(labels.at(-1)!, rules);
    labels.push((revision ?? edition)!);
  }
  let effective = newest;
  const days = labels.map(() => {
    const day = effective;
    effective = addDays(effective, -random.whole(150, 330));
    return day;
  });
  return labels.map((version, index) => ({ version, effective: days[count - 1 - index]! }));
}
