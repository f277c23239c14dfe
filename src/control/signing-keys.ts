/** The public keys that people.yaml gives, and what was signed with each: what an auditor compares with specimens. */
import { createHash } from 'node:crypto';
import type { Handbook, Person } from '../handbook/graph.ts';
import { signingKey } from './signature-blob.ts';
import type { SignatureVerdict } from './signature-verdicts.ts';

export interface SigningKey {
  person: Person;
  /** `SHA256:…`, as `ssh-keygen -l` prints it. */
  fingerprint: string;
  /** ISO days, the first and the last one on which it counts. */
  from: string;
  until: string | undefined;
  /** How many good signatures were made with it. */
  signatures: number;
}

/** Every registered key, person by person, in the order of people.yaml. */
export function signingKeys({ people }: Handbook, verdicts: readonly SignatureVerdict[]): SigningKey[] {
  const good = verdicts
    .filter(({ verdict }) => verdict === 'good')
    .map(({ signature: { by, on, signature } }) => ({ by, on, key: signingKey(signature) }));
  return [...people.values()].flatMap((person) =>
    person.data.keys.map(({ key, from, until }) => ({
      person,
      fingerprint: fingerprint(key),
      from,
      until,
      signatures: good.filter(
        (made) => made.by === person.id && made.key === key && from <= made.on && (!until || made.on <= until),
      ).length,
    })),
  );
}

/**
 * The fingerprint of a public key, as `ssh-keygen -l` prints it.
 * @param key `ssh-ed25519 AAAA…`
 */
export function fingerprint(key: string): string {
  const blob = Buffer.from(key.split(' ')[1] ?? '', 'base64');
  return `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`;
}
