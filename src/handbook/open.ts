/** Opens a content folder: reads everything once and builds both graphs (design.md §4.4, §4.5). */
import { basename, join } from 'node:path';
import { kinds, type Kind } from '../schema/documents.ts';
import type { Profile } from '../schema/profile.ts';
import { asFinding, type Fault, type Finding } from './finding.ts';
import type { Document, Handbook, Release } from './graph.ts';
import { withMeantIds } from './meant-id.ts';
import { overlookedFiles } from './overlooked.ts';
import { parseDocument, parseSurroundings, type DocumentFiles } from './parse.ts';
import { profileLibrary } from './profile.ts';
import { isFolder, listFiles, readFiles, shownPath } from './read-folder.ts';
import { readWhole } from './read-whole.ts';
import {
  groupFrozen,
  historyFolder,
  ledgerPath,
  readFrozen,
  readLedger,
  readRelease,
  releasesInForce,
} from './releases.ts';
import { withReleasedValue } from './released-value.ts';
import { resolve } from './resolve.ts';
import type { SourceFile } from './source.ts';
import { titlesAhead } from './titles-ahead.ts';
import { today } from './today.ts';
import { namesIn, numberInPath, unreadPaths } from './unread.ts';

export interface Library {
  /** The content folder as given. */
  folder: string;
  asOf: string;
  /** The day of the machine: what is dated after it and after `asOf` cannot have happened. */
  today: string;
  /** What stands in the folders. */
  working: Handbook;
  /** The releases whose effective date has come. */
  inForce: Handbook;
  releases: Release[];
  /** history/ledger.yaml, once there is one. */
  ledger: SourceFile | undefined;
  /** Reads and parses a release; the same object every time. */
  read: (release: Release) => Document | undefined;
  /** Reads the files of a release without parsing their texts, which is all that a comparison by section takes. */
  frozen: (release: Release) => DocumentFiles | undefined;
  /** The same with nothing in it that the readers of a profile must not see. */
  forProfile: (profile: Profile) => Library;
}

export interface Opened {
  /** Undefined if there is nothing that could be judged: no folder, no handbook.yaml. */
  library: Library | undefined;
  /** Faults of single files, before any rule has run. */
  findings: Finding[];
}

/**
 * Opens a handbook.
 * @param folder the content folder
 * @param asOf ISO day for which “in force” is judged
 * @param now ISO day on which it is judged
 */
export function openHandbook(folder: string, asOf: string, now = today()): Opened {
  const { all, outside, work, ledger } = readWhole(folder, () => readFromDisk(folder));
  const missing = folderFault(folder, all);
  if (missing) return { library: undefined, findings: [asFinding(missing, 'working')] };

  const { surroundings, faults } = parseSurroundings(work.files);
  const overlooked = overlookedFiles(outside, (path) => shownPath(join(folder, path)));
  const own = surroundings ? withMeantIds(faults, work.files.values(), surroundings) : faults;
  const findings = [...work.faults, ...overlooked, ...own].map((fault) => asFinding(fault, 'working', 'in-force'));
  if (!surroundings) {
    if (!work.files.has('handbook.yaml') && !work.faults.some((fault) => fault.file.endsWith('handbook.yaml'))) {
      findings.push(asFinding(settingsFault(folder), 'working'));
    }
    return { library: undefined, findings };
  }

  findings.push(...ledger.faults.map((fault) => asFinding(fault, 'in-force')));
  const { releases } = ledger;
  const released = new Set(releases.map(({ number }) => number));
  const unread = new Set([...unreadPaths(outside, work.files), ...surroundings.unread]);
  if (!ledger.isWhole) unread.add(ledgerPath);
  const opened = new Map<Release, Document | undefined>();
  const read = (release: Release): Document | undefined => {
    if (!opened.has(release)) opened.set(release, readRelease(release).document);
    return opened.get(release);
  };
  const newest = (number: string): Document | undefined => {
    const release = releases.findLast((item) => item.number === number);
    return release && read(release);
  };
  const working = parseAll(documentFiles(work.files, unread), released, newest);
  const documentFaults = withMeantIds(working.faults, work.files.values(), surroundings);
  findings.push(...documentFaults.map((fault) => asFinding(fault, 'working')));
  for (const number of lostNumbers([...work.files.keys(), ...unread], working)) working.unreadable.add(number);

  const gone = [...released].filter((number) => !working.documents.has(number) && !working.unreadable.has(number));
  const { withdrawals } = surroundings.registers;
  // While the register cannot be read, what is gone counts as withdrawn.
  const isRegisterRead = !unread.has('registers/withdrawals.yaml');
  const ended = new Set(
    isRegisterRead ? withdrawals.filter(({ on }) => on <= asOf).map(({ document }) => document) : gone,
  );
  const registered = new Set(withdrawals.map(({ document }) => document));
  const vanished = new Set(isRegisterRead ? gone.filter((number) => !registered.has(number)) : []);
  const withdrawn: Document[] = [];
  const inForceFaults: Fault[] = [];
  const inForceDocuments: Document[] = [];
  const unreadableReleases = new Set<string>();
  for (const release of releasesInForce(releases, asOf)) {
    if (ended.has(release.number)) {
      const document = read(release);
      if (document) withdrawn.push(document);
      continue;
    }
    const parsed = readRelease(release, working.documents.get(release.number));
    opened.set(release, parsed.document);
    inForceFaults.push(...parsed.faults);
    if (parsed.document) inForceDocuments.push(parsed.document);
    else unreadableReleases.add(release.number);
  }
  findings.push(...inForceFaults.map((fault) => asFinding(fault, 'in-force')));

  // Where a working text cannot be read or is gone, its newest release stands in: one fault must not bring a hundred.
  const unreadable = new Set<string>();
  for (const number of [...working.unreadable, ...vanished]) {
    const document = newest(number);
    if (document) working.documents.set(number, document);
    else if (!working.documents.has(number)) unreadable.add(number);
  }
  const shared = { asOf, surroundings, releases, withdrawn, unread, vanished };
  const library: Library = {
    folder,
    asOf,
    today: now,
    releases,
    ledger: ledger.source,
    read,
    frozen: readFrozen,
    forProfile: (profile) => profileLibrary(library, surroundings, profile),
    working: resolve({
      ...shared,
      edition: 'working',
      documents: [...working.documents.values()],
      unreadable,
      lostTitles: working.lostTitles,
      sources: [...work.files.values()],
    }),
    inForce: resolve({
      ...shared,
      edition: 'in-force',
      documents: inForceDocuments,
      titlesAhead: titlesAhead(working.documents, [...inForceDocuments, ...withdrawn]),
      unreadable: unreadableReleases,
      lostTitles: new Map(),
      sources: [],
    }),
  };
  return { library, findings };
}

interface ParsedTexts {
  documents: Map<string, Document>;
  unreadable: Set<string>;
  /** The titles of those that are unreadable, as far as they can be told. */
  lostTitles: Map<string, string[]>;
  faults: Fault[];
  /** The names that the files and folders give. */
  names: Set<string>;
}

/**
 * The working texts. Where the number in a file and its name differ (NUM-01), the name counts if it is that of a
 * released document, so that a mistyped number does not cut all references to it.
 */
function parseAll(
  files: DocumentFiles[],
  released: ReadonlySet<string>,
  newest: (number: string) => Document | undefined,
): ParsedTexts {
  const documents = new Map<string, Document>();
  const unreadable = new Set<string>();
  const lostTitles = new Map<string, string[]>();
  const faults: Fault[] = [];
  const parsed = files.map((item) => ({ item, ...parseDocument(item, undefined) }));
  // Of two files with one number the one that bears it as its name is right, the other one a copy.
  const isNamed = ({ item, document }: (typeof parsed)[0]) => item.number === document?.number;
  for (const { item, document, faults: own } of parsed.sort((a, b) => Number(isNamed(b)) - Number(isNamed(a)))) {
    if (!document) {
      const { number = item.number, titles } = namesIn(item.main);
      for (const name of [item.number, item.number.toUpperCase(), number]) lostTitles.set(name, titles);
      const before = newest(item.number);
      const sources = [item.main, ...item.parts.values()];
      faults.push(...(before ? own.map((fault) => withReleasedValue(fault, sources, before)) : own));
      continue;
    }
    const number = released.has(item.number) ? item.number : document.number;
    if (documents.has(number)) faults.push(duplicateFault(item.number, document, documents));
    else documents.set(number, { ...document, number });
  }
  // A copy that cannot be read takes nothing from the document that it is a copy of.
  for (const number of lostTitles.keys()) if (!documents.has(number)) unreadable.add(number);
  return { documents, unreadable, lostTitles, faults, names: new Set(files.map(({ number }) => number)) };
}

/** Numbers of documents of which files are there that no document was made of: other endings, no `index.mdx`. */
function lostNumbers(paths: readonly string[], { documents, names }: ParsedTexts): string[] {
  const numbers = paths.flatMap((path) => numberInPath(path) ?? []);
  return numbers.filter((number) => !names.has(number) && !documents.has(number));
}

/** @param name of the file */
function duplicateFault(name: string, document: Document, documents: Map<string, Document>): Fault {
  const first = documents.get(document.number)!.parts[0]!.source.file;
  return {
    rule: 'NUM-01',
    ...document.parts[0]!.source.place(['number']),
    document: document.number,
    message: {
      zh: `编号 ${document.number} 已被 ${first} 使用`,
      en: `The number ${document.number} is already used by ${first}`,
    },
    hint: name.includes(document.number)
      ? {
          zh: '这份文件像是复制出来的：不要的删除；是一份新文件的，文件名和编号都取下一个空号。',
          en: 'This file looks like a copy: delete it, or give its name and number the next free one if it is a new document.',
        }
      : {
          zh: '编号不得重复，也不得再次使用：取下一个空号。',
          en: 'A number is never used twice: take the next free one.',
        },
  };
}

/** Everything that is read from the disk to open a handbook. */
function readFromDisk(folder: string) {
  const all = listFiles(folder);
  const frozen = groupFrozen(all.filter((path) => path.startsWith(`${historyFolder}/`) && path !== ledgerPath));
  const outside = all.filter((path) => !path.startsWith(`${historyFolder}/`));
  return {
    all,
    outside,
    work: readFiles(folder, outside),
    ledger: readLedger(folder, all.includes(ledgerPath), frozen),
  };
}

/** Files of the kind folders → documents: a file of its own, or a folder named by the number with `index.mdx`. */
function documentFiles(files: ReadonlyMap<string, SourceFile>, unread: ReadonlySet<string>): DocumentFiles[] {
  const documents = new Map<string, DocumentFiles>();
  const parts: { number: string; name: string; source: SourceFile }[] = [];
  for (const [path, source] of files) {
    const [folder, first = '', second] = path.split('/');
    const kind = (Object.keys(kinds) as Kind[]).find((key) => kinds[key].folder === folder);
    if (!kind || !path.endsWith(`.${kinds[kind].file}`)) continue;
    const name = basename(path).replace(/\.\w+$/, '');
    if (second === undefined) documents.set(path, { number: name, kind, main: source, parts: new Map() });
    else if (name === 'index') documents.set(first, { number: first, kind, main: source, parts: new Map() });
    else parts.push({ number: first, name, source });
  }
  for (const { number, name, source } of parts) documents.get(number)?.parts.set(name, source);
  return [...documents.values()].map((document) => ({ ...document, lost: lostParts(document, unread) }));
}

/** The names of the parts of a document that could not be read. */
function lostParts({ number, kind }: DocumentFiles, unread: ReadonlySet<string>): Set<string> {
  const folder = `${kinds[kind].folder}/${number}/`;
  return new Set([...unread].filter((path) => path.startsWith(folder)).map((path) => basename(path, '.mdx')));
}

function folderFault(folder: string, files: readonly string[]): Fault | undefined {
  const place = { file: shownPath(folder), line: 1, column: 1 };
  const hint: Fault['hint'] = {
    zh: '用 --content 指出手册内容所在的文件夹。',
    en: 'Name the folder of the handbook with --content.',
  };
  if (!isFolder(folder)) {
    return {
      rule: 'SRC-01',
      ...place,
      message: { zh: '内容文件夹不存在', en: 'The content folder does not exist' },
      hint,
    };
  }
  if (files.length === 0) {
    return { rule: 'SRC-01', ...place, message: { zh: '内容文件夹是空的', en: 'The content folder is empty' }, hint };
  }
  return undefined;
}

function settingsFault(folder: string): Fault {
  return {
    rule: 'SRC-01',
    file: shownPath(join(folder, 'handbook.yaml')),
    line: 1,
    column: 1,
    message: { zh: '缺少 handbook.yaml', en: 'handbook.yaml is missing' },
    hint: {
      zh: '它说明组织、适用标准、编号和审批规则；可从示例的 content/handbook.yaml 开始。',
      en: 'It states the organisation, standards, numbering and approval; start from content/handbook.yaml of the sample.',
    },
  };
}
