/** Writes a handbook for the benchmark: any number of documents, each with its releases and a correct ledger. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { appendEntries } from '../../src/control/ledger.ts';
import { canonicalBytes, releaseHash } from '../../src/handbook/canonical.ts';
import { historyFolder, ledgerPath, namesFile, versionFolder } from '../../src/handbook/releases.ts';
import { kinds } from '../../src/schema/documents.ts';
import type { LedgerEntry } from '../../src/schema/ledger.ts';
import { addDays } from './days.ts';
import { releasesOf } from './history.ts';
import { frozenNames } from './names.ts';
import { surroundings } from './organisation.ts';
import { outline, type Planned } from './outline.ts';
import { commitments } from './policies.ts';
import { wordsIn } from './prose.ts';
import { seeded } from './random.ts';
import { documentRegisters, type Issued } from './registers.ts';
import { systemRegisters } from './system-registers.ts';
import { translations } from './translations.ts';
import { toYaml } from './yaml.ts';

export interface GeneratedSize {
  /** What stands in the folders, releases apart. */
  files: number;
  releases: number;
  /** Of the working texts, the mean of those with a body. */
  wordsPerBody: number;
  diagrams: number;
}

export interface GenerateOptions {
  /** Controlled documents, at least 20. */
  documents: number;
  /** Releases of each document. */
  versions: number;
  /** ISO day on which the newest release of every document is in force. */
  asOf: string;
  seed?: string;
}

/**
 * Writes a handbook on which `handbook check --as-of <asOf>` finds nothing but what its waivers accept. The same options
 * give the same bytes.
 * @param folder an empty folder
 */
export function generateHandbook(
  folder: string,
  { documents, versions, asOf, seed = 'handbook' }: GenerateOptions,
): GeneratedSize {
  const write: Write = (path, bytes) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  };
  const planned = outline(seeded(`${seed} outline`), documents);
  const commitment = commitments();
  const issue = (document: Planned, [least, most]: readonly [number, number]): Issued => {
    const random = seeded(`${seed} ${document.number}`);
    const newest = addDays(asOf, -random.whole(least, most));
    const all = planned.documents;
    return { document, releases: releasesOf(random, document, { count: versions, newest, all, commitment }) };
  };
  const issued = planned.documents.map((document) => issue(document, ages.inForce));
  const withdrawn = planned.withdrawn.map((document) => issue(document, ages.withdrawn));
  const entries = [...issued, ...withdrawn].flatMap((item) => writeReleases(write, item));
  entries.sort((a, b) => (a.released === b.released ? 0 : a.released < b.released ? -1 : 1));
  write(ledgerPath, appendEntries('', entries));

  const since = entries.map(({ effective }) => effective).sort()[0]!;
  const random = seeded(`${seed} registers`);
  const registers = [
    ...documentRegisters(random, issued, withdrawn, asOf),
    ...systemRegisters(random, planned.documents, since, asOf),
  ].map(([name, list]): [string, string] => [`registers/${name}.yaml`, toYaml({ entries: list })]);
  const around = [...surroundings(documents), ...registers, ...translations(random, issued)];
  for (const [path, text] of around) write(path, text);

  const texts = issued.flatMap(({ document, releases }) =>
    [...releases.at(-1)!.files].map(([name, text]) => ({ path: `${workingFolder(document)}/${name}`, document, text })),
  );
  for (const { path, text } of texts) write(path, text);
  return { files: around.length + texts.length, releases: entries.length, ...sizesOf(texts) };
}

type Write = (path: string, bytes: string | Buffer) => void;

/** How many days ago the newest release became effective, at least and at most. */
const ages = { inForce: [10, 600], withdrawn: [240, 700] } as const;

/** Writes the frozen texts of a document. @returns their lines of the ledger */
function writeReleases(write: Write, { document: { number, kind }, releases }: Issued): LedgerItem[] {
  return releases.map(({ files, version, ...signed }) => {
    const into = `${historyFolder}/${number}/${versionFolder(version)}`;
    const frozen = [...files, [namesFile, frozenNames(files)] as const];
    const bytes = frozen.map(([name, text]) => ({ name, bytes: canonicalBytes(text) }));
    for (const file of bytes) write(`${into}/${file.name}`, file.bytes);
    return { number, version, kind, ...signed, hash: releaseHash(bytes) };
  });
}

type LedgerItem = Omit<LedgerEntry, 'previous'>;

/** The mean length of the documents with a body, and how many diagrams there are. */
function sizesOf(texts: readonly { document: Planned; text: string }[]) {
  const bodies = texts
    .filter(({ text }) => text.startsWith('---\n'))
    .map(({ document, text }) => ({ document, body: text.slice(text.indexOf('\n---\n') + 5) }));
  const byDocument = [...Map.groupBy(bodies, ({ document }) => document).values()];
  const means = byDocument.map((own) => own.reduce((sum, { body }) => sum + wordsIn(body), 0) / own.length);
  return {
    wordsPerBody: Math.round(means.reduce((sum, mean) => sum + mean, 0) / means.length),
    diagrams: bodies.filter(({ body }) => body.includes('```mermaid')).length,
  };
}

function workingFolder({ kind, number }: Planned): string {
  return kind === 'manual' ? `${kinds[kind].folder}/${number}` : kinds[kind].folder;
}
