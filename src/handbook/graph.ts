/** The handbook, resolved: what every rule and view reads. Nothing here is changed after it is built. */
import type { DocumentData, Kind, Matrix, PartData } from '../schema/documents.ts';
import type { HandbookData } from '../schema/handbook.ts';
import type { LedgerEntry, LedgerSignature } from '../schema/ledger.ts';
import type { FrozenNames } from '../schema/names.ts';
import type { DepartmentData, PersonData, RoleData } from '../schema/organisation.ts';
import type { Bilingual } from '../schema/primitives.ts';
import type { Activity } from '../schema/procedure.ts';
import type { RegisterEntry, RegisterName } from '../schema/registers/index.ts';
import type { ClauseData, StandardData } from '../schema/standard.ts';
import type { TranslationData } from '../schema/translation.ts';
import type { Body } from './body.ts';
import type { Edition, Place } from './finding.ts';
import type { SourceFile } from './source.ts';

/** The place of something in a file, worked out when it is asked for: that costs a second parse. */
export type Locate = () => Place;

export interface Clause {
  /** `iso20000-1:2018/8.6.1` */
  reference: string;
  number: string;
  standard: Standard;
  data: ClauseData;
  parent: Clause | undefined;
  children: Clause[];
  /** A leaf has no titled children; the mapping rules hold for leaves. */
  leaf: boolean;
}

export interface Standard {
  id: string;
  data: StandardData;
  source: SourceFile;
  /** In the order of the catalogue. */
  clauses: Clause[];
  byNumber: ReadonlyMap<string, Clause>;
}

export interface Department {
  id: string;
  data: DepartmentData;
  parent: Department | undefined;
  children: Department[];
  /** The place of the entry, or of anything in it. */
  place: (...path: (string | number)[]) => Place;
}

export interface Person {
  id: string;
  data: PersonData;
  /** The place of the entry, or of anything in it. */
  place: (...path: (string | number)[]) => Place;
}

export interface Role {
  id: string;
  data: RoleData;
  source: SourceFile;
  body: Body;
}

/** The text of a document in another language. */
export interface Translation {
  data: TranslationData;
  source: SourceFile;
  body: Body;
}

/** One file of a document. */
export interface Part {
  /** File name without ending; `index` or the number for the main file. */
  name: string;
  /** Undefined for the main file, whose front matter is the document's. */
  data: PartData | undefined;
  title: Bilingual;
  source: SourceFile;
  body: Body;
}

export interface Document {
  number: string;
  kind: Kind;
  data: DocumentData;
  /** The main file first. */
  parts: Part[];
  /** The release that this text is; undefined for a working text. */
  release: Release | undefined;
  /** What roles, departments and people were called at release, if that was frozen with the text. */
  names?: FrozenNames | undefined;
}

/** A version that was approved and frozen. */
export interface Release {
  number: string;
  version: string;
  entry: LedgerEntry;
  /** The line of the ledger. */
  place: Locate;
  /** The line cannot have been written before this day: the latest `released` of it and of all lines above it. */
  notBefore: string;
  /** Paths of the frozen files, as shown to people; sorted. */
  files: string[];
  /** Those of them that could be read. */
  sources: () => SourceFile[];
  /** The hash of the files as they are now. */
  actualHash: string;
  /** The hash of the text alone, without the frozen names: equal to that of a working text that did not change. */
  textHash: string;
  /** Only in the handbook of a profile: the day on which a version that is left out there took its place. */
  replaced?: string;
  /** The signatures under it that the ledger holds. */
  signatures: PlacedSignature[];
}

/** A line of the ledger that holds a signature. */
export interface PlacedSignature extends LedgerSignature {
  place: Locate;
}

/** A clause met by a document, down to the section where that is said. */
export interface Mapping {
  clause: string;
  as: 'primary' | 'supporting';
  document: Document;
  part: Part;
  /** Anchor of the section, if the document names one. */
  section: string | undefined;
  place: Locate;
}

/** A step of a procedure. */
export interface ActivityNode {
  document: Document;
  /** 1-based; the step's text is section `5.<step>`. */
  step: number;
  data: Activity;
  place: Locate;
}

export type Raci = 'R' | 'A' | 'C' | 'I';

/** What a role has to do with a step. */
export interface Duty {
  role: string;
  raci: Raci[];
  activity: ActivityNode;
}

/** A document named by another one. */
export interface Reference {
  from: Document;
  to: string;
  how: 'related' | 'record' | 'interface' | 'mention' | 'procedure';
  place: Locate;
}

/** An entry of a register with its place, and that of anything in it. */
export type Placed<Entry> = Entry & { place: (...path: (string | number)[]) => Place };

export type Registers = { [Name in RegisterName]: Placed<RegisterEntry<Name>>[] };

/** The profile that a handbook was cut down to. */
export interface AppliedProfile {
  id: string;
  title: Bilingual;
  external: boolean;
  /** Numbers of the documents that its readers must not see. */
  leftOut: ReadonlySet<string>;
}

export interface Handbook {
  edition: Edition;
  /** ISO day for which “in force”, “overdue” … are judged. */
  asOf: string;
  settings: HandbookData;
  settingsSource: SourceFile;
  standards: ReadonlyMap<string, Standard>;
  /** Those that the rules hold for. */
  standardsInForce: Standard[];
  departments: ReadonlyMap<string, Department>;
  people: ReadonlyMap<string, Person>;
  roles: ReadonlyMap<string, Role>;
  /** Number → document, in the order of the numbers. */
  documents: ReadonlyMap<string, Document>;
  registers: Registers;
  /** Number → external document. */
  externals: ReadonlyMap<string, Registers['external-documents'][number]>;
  /** Number → translations into other languages. */
  translations: ReadonlyMap<string, Translation[]>;
  /** Number → withdrawal, for documents that are no longer valid on `asOf`. */
  withdrawals: ReadonlyMap<string, Registers['withdrawals'][number]>;
  /** Number → last release of a withdrawn document. */
  withdrawn: ReadonlyMap<string, Document>;
  /**
   * Number → title of documents that are written or released and not in force yet: what refers to them can name them,
   * and has nothing to link to. Empty in the graph of the working texts, which has the documents themselves.
   */
  titlesAhead: ReadonlyMap<string, Bilingual>;
  /** Every release there is, oldest first. */
  releases: Release[];
  /** Numbers of documents whose file has faults, so that rules do not report what follows from those. */
  unreadable: ReadonlySet<string>;
  /** Number of a document whose file has faults → the titles in it, as far as they can be told. */
  lostTitles: ReadonlyMap<string, readonly string[]>;
  /** Every file of the content folder but for the history, also what has faults; empty in the graph in force. */
  sources: readonly SourceFile[];
  /** Paths of other files that are there and could not be read in full: `registers/reviews.yaml`, `roles/mr.mdx`. */
  unread: ReadonlySet<string>;
  /** Numbers of released documents whose file is gone without withdrawal; their newest release stands in for it. */
  vanished: ReadonlySet<string>;

  // The reverse directions.
  mappings: ReadonlyMap<string, Mapping[]>;
  activities: ActivityNode[];
  duties: ReadonlyMap<string, Duty[]>;
  formedBy: ReadonlyMap<string, ActivityNode[]>;
  providers: ReadonlyMap<string, Document[]>;
  references: Reference[];
  referencedBy: ReadonlyMap<string, Reference[]>;
  /** Role → people who hold it on `asOf`. */
  holders: ReadonlyMap<string, Person[]>;
  /** Chinese or English title → number. */
  numberByTitle: ReadonlyMap<string, string>;
  matrices: { document: Document; data: Matrix }[];
  /** Only in the handbook of a profile (handbook/profile.ts). */
  profile?: AppliedProfile;
  /** Only in the handbook as an old version knew it (control/as-released.ts). */
  former?: {
    names: FrozenNames;
    /** The release of a document that was in force when the old version became effective. */
    inForce: (number: string) => Release | undefined;
    today: Handbook;
  };
}
