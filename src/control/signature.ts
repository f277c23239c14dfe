/** What a person signs about a version, and with which key (design.md §4.6). Pure text; ssh.ts runs `ssh-keygen`. */
import type { Handbook, Person, Release } from '../handbook/graph.ts';
import type { LedgerSignature, Step } from '../schema/ledger.ts';

/** The namespace of `ssh-keygen -Y`, so that a signature made for git or a file cannot be passed off as an approval. */
export const namespace = 'controlled-handbook';

export type Statement = Pick<LedgerSignature, 'number' | 'version' | 'hash' | 'step' | 'by' | 'on'>;

/** The exact text that is signed; docs/ledger.md shows how to write it again in a shell. */
export function signedText({ number, version, hash, step, by, on }: Statement): string {
  return `number: ${number}\nversion: ${version}\nhash: ${hash}\nstep: ${step}\nby: ${by}\non: ${on}\n`;
}

/** The public keys of a person that were in force on a day, as `ssh-ed25519 AAAA…`. */
export function keysOn(handbook: Handbook, person: string, day: string): string[] {
  const keys = handbook.people.get(person)?.data.keys ?? [];
  return keys.filter(({ from, until }) => from <= day && (until === undefined || day <= until)).map(({ key }) => key);
}

/** Another person for whom a key is registered. */
export function otherHolder({ people }: Handbook, key: string, person: string): Person | undefined {
  return [...people.values()].find(({ id, data }) => id !== person && data.keys.some((known) => known.key === key));
}

/** The lines of an `allowed_signers` file for one person. */
export function allowedSigners(person: string, keys: readonly string[]): string {
  return keys.map((key) => `${person} namespaces="${namespace}" ${key}\n`).join('');
}

/** What a release says about a step that can be signed. */
export function statementOf({ number, version, entry }: Release, step: Step): Statement {
  const { by, on } = entry[step];
  return { number, version, hash: entry.hash, step, by, on };
}

/**
 * The steps that handbook.yaml wants signed of a version. What counts is its place in the ledger: a version that stands
 * below one of `since` or later was entered after that day, whatever day it claims.
 */
export function requiredSteps(
  { settings: { signatures } }: Pick<Handbook, 'settings'>,
  { notBefore }: Pick<Release, 'notBefore'>,
): readonly Step[] {
  return signatures && signatures.since <= notBefore ? signatures.required : [];
}

/** The signatures that handbook.yaml asks for and the ledger does not hold. */
export function missingSignatures(handbook: Handbook): { release: Release; step: Step }[] {
  return handbook.releases.flatMap((release) => unsignedSteps(handbook, release).map((step) => ({ release, step })));
}

/** How many versions bear no signature at all, and how many of those need none because they were released before. */
export function withoutSignature(handbook: Pick<Handbook, 'settings' | 'releases'>): {
  unsigned: number;
  free: number;
} {
  const unsigned = handbook.releases.filter(({ signatures }) => signatures.length === 0);
  const free = unsigned.filter((release) => requiredSteps(handbook, release).length === 0);
  return { unsigned: unsigned.length, free: free.length };
}

/** The steps of a version that handbook.yaml wants signed and that bear no signature. */
export function unsignedSteps(handbook: Pick<Handbook, 'settings'>, release: Release): Step[] {
  return requiredSteps(handbook, release).filter(
    (step) => !release.signatures.some((signature) => signature.step === step),
  );
}
