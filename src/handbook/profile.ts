/**
 * A library cut down to what the readers of a profile may see, in this one place: pages are made from it as from the
 * whole and need not know. What is left out is left out of every list; what named it in generated text does so no more.
 */
import type { DocumentData } from '../schema/documents.ts';
import type { Profile } from '../schema/profile.ts';
import type { Document, Registers, Release } from './graph.ts';
import type { Library } from './open.ts';
import type { Surroundings } from './parse.ts';
import { resolve } from './resolve.ts';

/**
 * The library of a profile. A document belongs to it if its version in force does, and is shown with those of its
 * versions whose own classification is allowed: a document that was closed is gone with its history, because its old
 * versions alone would look as if they still held.
 */
export function profileLibrary(whole: Library, surroundings: Surroundings, profile: Profile): Library {
  const allowed = new Set(profile.classifications);
  const isAllowed = (document: Document | undefined) =>
    document !== undefined && allowed.has(document.data.classification);
  const numbers = new Set([...whole.working.documents.keys(), ...whole.releases.map(({ number }) => number)]);
  const leftOut = new Set([...numbers].filter((number) => !isAllowed(governing(whole, number))));

  const isShown = (release: Release) => !leftOut.has(release.number) && isAllowed(whole.read(release));
  /** A release as this library has it → as the whole has it. */
  const originals = shownReleases(whole, isShown);
  const releases = [...originals.keys()];
  const known = new Map<Document, Document>();
  const without = (document: Document): Document => {
    if (!known.has(document)) known.set(document, withoutNumbers(document, leftOut));
    return known.get(document)!;
  };
  const read = new Map(
    releases.map((release) => {
      const document = without(whole.read(originals.get(release)!)!);
      return [release, document.release === release ? document : { ...document, release }];
    }),
  );
  const shown = (documents: Iterable<Document>) =>
    [...documents].filter(({ number }) => !leftOut.has(number)).map(without);

  const inForce = {
    ...resolve({
      edition: 'in-force',
      asOf: whole.asOf,
      surroundings: {
        ...surroundings,
        registers: registersWithout(surroundings.registers, leftOut),
        translations: surroundings.translations.filter(({ data }) => !leftOut.has(data.translates)),
      },
      documents: shown(whole.inForce.documents.values()),
      withdrawn: shown(whole.inForce.withdrawn.values()),
      // Readers outside learn of nothing that is not approved for them, not even its title.
      titlesAhead: new Map(
        [...whole.inForce.titlesAhead].filter(([number]) => !profile.external && !leftOut.has(number)),
      ),
      releases,
      // A site is made of a handbook in which everything could be read.
      unreadable: new Set(),
      lostTitles: new Map(),
      sources: [],
      unread: new Set(),
      vanished: new Set(),
    }),
    profile: { id: profile.id, title: profile.title, external: profile.external, leftOut },
  };
  const library: Library = {
    folder: whole.folder,
    asOf: whole.asOf,
    today: whole.today,
    releases,
    // What is not released is nobody's business but its author's, and the ledger names everything.
    working: inForce,
    inForce,
    ledger: undefined,
    read: (release) => read.get(release),
    frozen: (release) => {
      const original = originals.get(release);
      return original && whole.frozen(original);
    },
    forProfile: () => library,
  };
  return library;
}

/** The text whose classification counts for a document: in force, withdrawn, released last, or not released yet. */
function governing(library: Library, number: string): Document | undefined {
  const { inForce, working, releases } = library;
  const valid = inForce.documents.get(number) ?? inForce.withdrawn.get(number);
  if (valid) return valid;
  const newest = releases.findLast((release) => release.number === number);
  return newest ? library.read(newest) : working.documents.get(number);
}

/** The releases that are shown, in the order of the ledger, each with its original. */
function shownReleases(whole: Library, isShown: (release: Release) => boolean): Map<Release, Release> {
  const next = new Map<Release, Release>();
  const last = new Map<string, Release>();
  for (const release of whole.releases) {
    const before = last.get(release.number);
    if (before) next.set(before, release);
    last.set(release.number, release);
  }
  return new Map(
    whole.releases.filter(isShown).map((release): [Release, Release] => {
      const after = next.get(release);
      const isInForce = whole.inForce.documents.get(release.number)?.release === release;
      const replaced = after && !isInForce && !isShown(after) ? after.entry.effective : undefined;
      return [replaced !== undefined && replaced <= whole.asOf ? { ...release, replaced } : release, release];
    }),
  );
}

/** A document whose data names none of the numbers; its text is what was approved and stays. */
function withoutNumbers(document: Document, numbers: ReadonlySet<string>): Document {
  const kept = (items: readonly string[]) => items.filter((item) => !numbers.has(item));
  const data: DocumentData = {
    ...document.data,
    related: kept(document.data.related),
    keywords: kept(document.data.keywords),
  };
  if ('records' in data) data.records = kept(data.records);
  if (data.kind === 'procedure') {
    const { process } = data;
    data.activities = data.activities.map((activity) => ({ ...activity, records: kept(activity.records) }));
    data.process = {
      ...process,
      inputs: process.inputs.map((row) => ({ ...row, from: kept(row.from) })).filter(({ from }) => from.length),
      outputs: process.outputs.map((row) => ({ ...row, to: kept(row.to) })).filter(({ to }) => to.length),
    };
  }
  return { ...document, data };
}

/** Registers without the entries about the numbers, and without the numbers in lists of others. */
function registersWithout(registers: Registers, numbers: ReadonlySet<string>): Registers {
  const about = <Entry extends { document: string }>(entries: readonly Entry[]) =>
    entries.filter(({ document }) => !numbers.has(document));
  const kept = (items: readonly string[]) => items.filter((item) => !numbers.has(item));
  return {
    ...registers,
    distribution: about(registers.distribution),
    reviews: about(registers.reviews),
    'revision-plan': about(registers['revision-plan']),
    'review-board': registers['review-board']
      .map((meeting) => ({
        ...meeting,
        decisions: about(meeting.decisions).map((decision) => ({ ...decision, into: kept(decision.into) })),
      }))
      .filter(({ decisions }) => decisions.length),
    services: registers.services.filter(({ agreement }) => !numbers.has(agreement)),
    waivers: registers.waivers.filter(({ document }) => document === undefined || !numbers.has(document)),
    withdrawals: about(registers.withdrawals).map((entry) => ({ ...entry, successors: kept(entry.successors) })),
  };
}
