/** Reads the history: the ledger and the frozen texts that it lists. */
import { basename, dirname, join } from 'node:path';
import type { Kind } from '../schema/documents.ts';
import { ledgerEntry } from '../schema/ledger.ts';
import { canonicalBytes, releaseHash } from './canonical.ts';
import type { Fault } from './finding.ts';
import type { Document, Release } from './graph.ts';
import { parseDocument } from './parse.ts';
import { readBytes, readFiles, shownPath } from './read-folder.ts';
import type { SourceFile } from './source.ts';

export const historyFolder = 'history';
export const ledgerPath = `${historyFolder}/ledger.yaml`;

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
  return [...current.values()];
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
): { releases: Release[]; source: SourceFile | undefined; faults: Fault[] } {
  const releases: Release[] = [];
  const { files, faults } = readFiles(folder, exists ? [ledgerPath] : []);
  const source = files.get(ledgerPath);
  const seen = new Set<string>();
  source?.text.split('\n').forEach((line, index) => {
    const place = { file: source.file, line: index + 1, column: 1 };
    if (!line.startsWith('- ')) return;
    const { data } = ledgerEntry.safeParse(parseLine(line.slice(2)));
    if (!data) {
      faults.push({
        rule: 'LED-01',
        ...place,
        message: { zh: '发布台账的这一行无法读取', en: 'This line of the ledger cannot be read' },
        hint: {
          zh: '台账只由 handbook release 写入：用 git 恢复这一行。',
          en: 'Only handbook release writes the ledger: restore the line from git.',
        },
      });
      return;
    }
    const releaseFolder = `${historyFolder}/${data.number}/${versionFolder(data.version)}`;
    const paths = frozen.get(releaseFolder) ?? [];
    seen.add(releaseFolder);
    const read = readBytes(folder, paths);
    faults.push(...read.faults);
    releases.push({
      number: data.number,
      version: data.version,
      entry: data,
      place: () => place,
      files: paths.map((path) => shownPath(join(folder, path))),
      actualHash: releaseHash(
        [...read.files].map(([path, bytes]) => ({ name: basename(path), bytes: canonicalForm(bytes) })),
      ),
    });
  });
  for (const [path, files] of frozen) {
    if (seen.has(path)) continue;
    faults.push({
      rule: 'LED-01',
      file: shownPath(join(folder, files[0] as string)),
      line: 1,
      column: 1,
      message: { zh: `${path} 不在发布台账中`, en: `${path} is not in the ledger` },
      hint: {
        zh: '历史文件夹只由 handbook release 写入：删除它，或用 git 恢复台账。',
        en: 'Only handbook release writes the history: delete the folder, or restore the ledger from git.',
      },
    });
  }
  return { releases, source, faults };
}

/** Frozen files are written in their canonical form, which makes decoding and encoding them again a detour. */
function canonicalForm(bytes: Buffer): Buffer {
  const isCanonical = bytes.at(-1) === 0x0a && !bytes.includes(0x0d) && bytes.readUIntBE(0, 3) !== 0xefbbbf;
  return isCanonical ? bytes : canonicalBytes(bytes.toString('utf8'));
}

/** The hash that a text would have as a release. */
export function documentHash(document: Document): string {
  return releaseHash(
    document.parts.map(({ source }) => ({ name: basename(source.file), bytes: canonicalBytes(source.text) })),
  );
}

function parseLine(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Parses a frozen text; a working text that is the same to the letter lends its parts instead of a second parse. */
export function readRelease(release: Release, working?: Document): { document: Document | undefined; faults: Fault[] } {
  if (working && documentHash(working) === release.actualHash) {
    return { document: { ...working, release }, faults: [] };
  }
  const { files, faults } = readFiles('', release.files);
  const sources = new Map([...files.values()].map((source) => [basename(source.file).replace(/\.\w+$/, ''), source]));
  const main = sources.get('index') ?? sources.get(release.number);
  if (!main) return { document: undefined, faults };
  sources.delete('index');
  sources.delete(release.number);
  const kind = release.entry.kind as Kind;
  const parsed = parseDocument({ number: release.number, kind, main, parts: sources }, release);
  return { document: parsed.document, faults: [...faults, ...parsed.faults] };
}
