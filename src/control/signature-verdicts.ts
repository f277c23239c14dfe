/** What is to be thought of each signature in the ledger. */
import type { Handbook, PlacedSignature, Release } from '../handbook/graph.ts';
import type { Library } from '../handbook/open.ts';
import { signingKey } from './signature-blob.ts';
import { digestOf, knownGood, rememberGood } from './signature-cache.ts';
import { allowedSigners, keysOn, signedText, statementOf } from './signature.ts';
import { verifyAll, type SignedText, type Verdict } from './ssh.ts';

/** Why a signature is bad. */
export type Defect =
  /** It is about another text than the release. */
  | 'hash'
  /** The release names another person, or another day, for the step. */
  | 'step'
  /** There is no such person. */
  | 'person'
  /** It is not what ssh-keygen writes for a handbook. */
  | 'form'
  /** It was made with a key that people.yaml does not give for the person. */
  | 'unknown-key'
  /** The key was not in force on the day. */
  | 'key-period'
  /** It does not fit what it is about. */
  | 'forged';

export interface SignatureVerdict {
  release: Release;
  signature: PlacedSignature;
  verdict: Verdict;
  /** Given if it is bad. */
  defect?: Defect;
}

const verdicts = new WeakMap<readonly Release[], Promise<SignatureVerdict[]>>();

/**
 * The verdicts on all signatures, worked out once for a handbook.
 * @param fresh true if what was verified before does not count (`verify`); the first who asks decides
 */
export function signatureVerdicts(library: Library, { fresh = false } = {}): Promise<SignatureVerdict[]> {
  const { releases, inForce } = library;
  let known = verdicts.get(releases);
  if (!known) verdicts.set(releases, (known = judgeAll(inForce, releases, fresh)));
  return known;
}

async function judgeAll(handbook: Handbook, releases: readonly Release[], fresh: boolean): Promise<SignatureVerdict[]> {
  const judged = releases.flatMap((release) =>
    release.signatures.map((signature): SignatureVerdict => {
      const defect = defectOf(handbook, release, signature);
      return { release, signature, verdict: defect ? 'bad' : 'unverified', defect };
    }),
  );
  const sound = judged.filter(({ defect }) => !defect);
  const found = await verdictsOn(
    sound.map(({ signature }) => toVerify(handbook, signature)),
    fresh,
  );
  sound.forEach((item, index) => {
    item.verdict = found[index]!;
    if (item.verdict === 'bad') item.defect = 'forged';
  });
  return judged;
}

/** What can be seen without verifying. */
function defectOf(handbook: Handbook, release: Release, signature: PlacedSignature): Defect | undefined {
  const statement = statementOf(release, signature.step);
  if (signature.hash !== statement.hash) return 'hash';
  if (signature.by !== statement.by || signature.on !== statement.on) return 'step';
  const person = handbook.people.get(signature.by);
  if (!person) return 'person';
  const key = signingKey(signature.signature);
  if (!key) return 'form';
  if (keysOn(handbook, signature.by, signature.on).includes(key)) return undefined;
  return person.data.keys.some((known) => known.key === key) ? 'key-period' : 'unknown-key';
}

function toVerify(handbook: Handbook, signature: PlacedSignature): SignedText {
  const { by, on } = signature;
  return {
    text: signedText(signature),
    signature: signature.signature,
    signer: by,
    allowed: allowedSigners(by, keysOn(handbook, by, on)),
  };
}

/** One is always verified, so that no memory makes up for a missing ssh-keygen. */
async function verdictsOn(signed: readonly SignedText[], fresh: boolean): Promise<Verdict[]> {
  const known = fresh ? new Set<string>() : knownGood();
  const digests = signed.map(digestOf);
  const open = [...signed.keys()].filter((index, place) => place === 0 || !known.has(digests[index]!));
  const found = await verifyAll(open.map((index) => signed[index]!));
  if (found.includes('unverified')) return signed.map(() => 'unverified');
  const verdicts = signed.map((): Verdict => 'good');
  open.forEach((index, place) => (verdicts[index] = found[place]!));
  const learnt = open.filter((index) => verdicts[index] === 'good' && !known.has(digests[index]!));
  if (learnt.length && !fresh) rememberGood(learnt.map((index) => digests[index]!));
  return verdicts;
}
