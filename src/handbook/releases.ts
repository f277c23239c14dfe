/** Reads the history: the ledger and the frozen texts that it lists. */
import { basename, dirname, join } from 'node:path';
import type { Kind } from '../schema/documents.ts';
import type { LedgerSignature } from '../schema/ledger.ts';
import { frozenNames, type FrozenNames } from '../schema/names.ts';
import { canonicalBytes, digestsHash, releaseHash, sha256 } from './canonical.ts';
import type { Fault, Place } from './finding.ts';
import type { Document, Part, Release } from './graph.ts';
import { readLedgerLine } from './ledger-line.ts';
import { parseDocument, parseOnce, type DocumentFiles } from './parse.ts';
import { asSource, isReadable, readBytes, readFiles, shownPath, shownPathsIn } from './read-folder.ts';
import type { SourceFile } from './source.ts';

export const historyFolder = 'history';
export const ledgerPath = `${historyFolder}/ledger.yaml`;
/** The file beside a frozen text that says what people, roles and departments were called then. */
export const namesFile = 'names.yaml';

/** `A/0` → the folder name `A-0`. */
export function versionFolder(version: string): string {
  return version.replaceAll('/', '-');
}

/**
 * The release of each document that is in force on a day: of those whose effective date has come, the one that
 * became effective last; of two on one day, the later line of the ledger.
 */
export function releasesInForce(releases: readonly Release[], asOf: string): Release[] {
  const current = new Map<string, Release>();
  for (const release of releases) {
    if (release.entry.effective > asOf) continue;
    const before = current.get(release.number);
    if (!before || before.entry.effective <= release.entry.effective) current.set(release.number, release);
  }
  return [...current.values()].filter(({ replaced }) => replaced === undefined || replaced > asOf);
}

/** Paths below the history folder, by the folder of their release. */
export function groupFrozen(paths: string[]): Map<string, string[]> {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const list = folders.get(dirname(path));
    if (list) list.push(path);
    else folders.set(dirname(path), [path]);
  }
  return folders;
}

/**
 * The releases in the order of the ledger, each with the hash of its files as they are now.
 * @param frozen folder of a release → its files, relative to the content folder
 */
export function readLedger(
  folder: string,
  exists: boolean,
  frozen: ReadonlyMap<string, string[]>,
): { releases: Release[]; source: SourceFile | undefined; isWhole: boolean; faults: Fault[] } {
  const { files, faults } = readFiles(folder, exists ? [ledgerPath] : []);
  const source = files.get(ledgerPath);
  const shown = shownPathsIn(folder);
  const releases = new Map<string, Release>();
  const inOrder: Release[] = [];
  const seen = new Set<string>();
  let isWhole = true;
  const lines = source ? source.text.replace(/\n$/, '').split('\n') : [];
  lines.forEach((text, index) => {
    if (index === 0 && text.startsWith('# ')) return;
    const place = { file: source!.file, line: index + 1, column: 1 };
    const line = readLedgerLine(text);
    if ('fault' in line) {
      faults.push({ rule: 'LED-01', ...place, message: line.fault, hint: restoreHint });
      isWhole = false;
      return;
    }
    if ('signature' in line) {
      const release = releases.get(`${line.signature.number} ${line.signature.version}`);
      if (release) release.signatures.push({ ...line.signature, place: () => place });
      else faults.push(strayFault(line.signature, place));
      return;
    }
    const { entry } = line;
    const releaseFolder = `${historyFolder}/${entry.number}/${versionFolder(entry.version)}`;
    const paths = (frozen.get(releaseFolder) ?? []).filter(isReadable);
    seen.add(releaseFolder);
    const read = readBytes(folder, paths);
    faults.push(...read.faults);
    const digests = [...read.files].map(([path, bytes]) => ({
      name: basename(path),
      digest: sha256(canonicalForm(bytes)),
    }));
    const withoutNames = digests.filter(({ name }) => name !== namesFile);
    const actualHash = digestsHash(digests);
    const release: Release = {
      number: entry.number,
      version: entry.version,
      entry,
      place: () => place,
      notBefore: notBefore(inOrder.at(-1)?.notBefore, entry.released),
      files: paths.map(shown),
      sources: () => [...read.files].map(([path, bytes]) => asSource(shown(path), bytes)),
      actualHash,
      textHash: withoutNames.length === digests.length ? actualHash : digestsHash(withoutNames),
      signatures: [],
    };
    inOrder.push(release);
    const key = `${entry.number} ${entry.version}`;
    if (!releases.has(key)) releases.set(key, release);
  });
  // What a line that cannot be read is about is no stranger.
  if (isWhole) faults.push(...strangers(folder, frozen, seen));
  return { releases: inOrder, source, isWhole, faults };
}

/**
 * The day before which a line of the ledger cannot have been written, whatever day it claims.
 * @param above that of the line above it
 */
export function notBefore(above: string | undefined, released: string): string {
  return above !== undefined && above > released ? above : released;
}

const restoreHint = {
  zh: '台账只由 handbook release 和 approve 写入：用 git 恢复这一行。',
  en: 'Only handbook release and approve write the ledger: restore the line from git.',
};

function strayFault({ number, version }: LedgerSignature, place: Place): Fault {
  return {
    rule: 'LED-01',
    ...place,
    document: number,
    message: {
      zh: `台账在这一行之前没有 ${number} ${version} 的发布，签名无所归属`,
      en: `No release of ${number} ${version} stands above this signature`,
    },
    hint: restoreHint,
  };
}

/** What stands in the history and is no frozen text of the ledger. */
function strangers(folder: string, frozen: ReadonlyMap<string, string[]>, known: ReadonlySet<string>): Fault[] {
  return [...frozen].flatMap(([path, files]): Fault[] => {
    const place = (file: string) => ({ rule: 'LED-01', file: shownPath(join(folder, file)), line: 1, column: 1 });
    if (!known.has(path)) {
      // A folder is named once, files beside the folders of the documents one by one.
      return (path === historyFolder ? files : files.slice(0, 1)).map((file) => {
        const what = path === historyFolder ? file : path;
        return {
          ...place(file),
          message: { zh: `${what} 不在发布台账中`, en: `${what} is not in the ledger` },
          hint: {
            zh: '历史文件夹只由 handbook release 写入：删除它，或用 git 恢复台账。',
            en: 'Only handbook release writes the history: delete it, or restore the ledger from git.',
          },
        };
      });
    }
    return files
      .filter((file) => !isReadable(file))
      .map((file) => ({
        ...place(file),
        message: {
          zh: `${basename(file)} 不是冻结的文本：它不在哈希值之内`,
          en: `${basename(file)} is no frozen text: the hash does not cover it`,
        },
        hint: {
          zh: '历史文件夹只由 handbook release 写入：删除这个文件。',
          en: 'Only handbook release writes the history: delete the file.',
        },
      }));
  });
}

/** Frozen files are written in their canonical form, which makes decoding and encoding them again a detour. */
function canonicalForm(bytes: Buffer): Buffer {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const isCanonical = bytes.at(-1) === 0x0a && !bytes.includes(0x0d) && !hasMark;
  return isCanonical ? bytes : canonicalBytes(bytes.toString('utf8'));
}

/** The hashes of texts, which both graphs and several rules ask for. */
const documentHashes = new WeakMap<readonly Part[], string>();

/** The hash that a text would have as a release. */
export function documentHash({ parts }: Document): string {
  const known = documentHashes.get(parts);
  if (known !== undefined) return known;
  const hash = releaseHash(
    parts.map(({ source }) => ({ name: basename(source.file), bytes: canonicalBytes(source.text) })),
  );
  documentHashes.set(parts, hash);
  return hash;
}

/** Parses a frozen text; a working text that is the same to the letter lends its parts instead of a second parse. */
export function readRelease(release: Release, working?: Document): { document: Document | undefined; faults: Fault[] } {
  const { names, faults } = readNames(release);
  if (working && documentHash(working) === release.textHash) {
    return { document: { ...working, release, names }, faults };
  }
  const frozen = readFrozen(release);
  if (!frozen) return { document: undefined, faults };
  const parsed = parseDocument(frozen, release);
  return { document: parsed.document && { ...parsed.document, names }, faults: [...faults, ...parsed.faults] };
}

/** What people, roles and departments were called at a release, if that was frozen with it. */
export function readNames(release: Release): { names: FrozenNames | undefined; faults: Fault[] } {
  const source = release.sources().find(({ file }) => basename(file) === namesFile);
  if (!source) return { names: undefined, faults: [] };
  const { data, faults } = parseOnce(source, frozenNames, 'names');
  return { names: data, faults };
}

/** The files of a release as they stand, for what needs no parsed text. Undefined if its main file is missing. */
export function readFrozen(release: Release): DocumentFiles | undefined {
  const { number, entry } = release;
  const texts = release.sources().filter(({ file }) => basename(file) !== namesFile);
  const parts = new Map(texts.map((source) => [basename(source.file).replace(/\.\w+$/, ''), source]));
  const main = parts.get('index') ?? parts.get(number);
  if (!main) return undefined;
  parts.delete('index');
  parts.delete(number);
  return { number, kind: entry.kind as Kind, main, parts };
}
