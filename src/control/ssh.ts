/** Makes and verifies signatures with `ssh-keygen -Y`, the tool that git uses for the same purpose. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { inArmour, withoutArmour } from './signature-blob.ts';
import { namespace } from './signature.ts';

export interface SignedText {
  text: string;
  /** As the ledger holds it: without its armour. */
  signature: string;
  signer: string;
  /** Lines of an `allowed_signers` file. */
  allowed: string;
}

/** `unverified` if there is no `ssh-keygen` on this machine: that is never taken for good. */
export type Verdict = 'good' | 'bad' | 'unverified';

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** There is no `ssh-keygen` on this machine, or one from before OpenSSH 8.1, which knows no signatures. */
export class NoSshKeygen extends Error {
  constructor() {
    super('ssh-keygen');
  }
}

/** What ssh-keygen says when it does not sign: a wrong passphrase, no agent … */
export class SigningFailed extends Error {}

/** Runs ssh-keygen; undefined if the machine has none that knows signatures. */
function sshKeygen(args: readonly string[], input: string): Promise<Ended | undefined> {
  return new Promise((done) => {
    const child = spawn('ssh-keygen', args, { stdio: ['pipe', 'pipe', 'pipe'] });
    const ended: Ended = { code: null, stdout: '', stderr: '' };
    child.stdout.on('data', (bytes: Buffer) => (ended.stdout += bytes.toString()));
    child.stderr.on('data', (bytes: Buffer) => (ended.stderr += bytes.toString()));
    // It may end before it has read everything, as when the signature cannot be parsed.
    child.stdin.on('error', () => undefined);
    child.once('error', () => done(undefined));
    child.once('close', (code) =>
      done(/^(unknown|illegal) option/m.test(ended.stderr) ? undefined : { ...ended, code }),
    );
    child.stdin.end(input);
  });
}

/**
 * Signs a text.
 * @param key file of a private key, or of a public one whose private key an agent holds
 * @returns the signature without its armour
 * @throws {NoSshKeygen}
 * @throws {SigningFailed}
 */
export async function sign(text: string, key: string): Promise<string> {
  const ended = await sshKeygen(['-Y', 'sign', '-q', '-f', key, '-n', namespace, '-'], text);
  if (!ended) throw new NoSshKeygen();
  if (ended.code !== 0) throw new SigningFailed(ended.stderr.trim());
  return withoutArmour(ended.stdout);
}

/**
 * The public key of a key file, `ssh-ed25519 AAAA…`: from the file beside it, which takes no passphrase, if it is there.
 * @throws {NoSshKeygen}
 * @throws {SigningFailed}
 */
export async function publicKey(key: string): Promise<string> {
  const file = key.endsWith('.pub') ? key : `${key}.pub`;
  if (existsSync(file)) return keyIn(readFileSync(file, 'utf8'));
  const ended = await sshKeygen(['-y', '-f', key], '');
  if (!ended) throw new NoSshKeygen();
  if (ended.code !== 0) throw new SigningFailed(ended.stderr.trim());
  return keyIn(ended.stdout);
}

/** A line without its remark. */
function keyIn(line: string): string {
  return line.trim().split(/\s+/).slice(0, 2).join(' ');
}

/** Verifies signatures, several at a time. @returns the verdicts in the order of the signatures */
export async function verifyAll(signed: readonly SignedText[]): Promise<Verdict[]> {
  if (signed.length === 0) return [];
  const folder = mkdtempSync(join(tmpdir(), 'handbook-signatures-'));
  const verdicts: Verdict[] = signed.map(() => 'unverified');
  const queue = [...signed.entries()];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, item] = next;
      verdicts[index] = await verify(item, join(folder, String(index)));
    }
  };
  try {
    await Promise.all(Array.from({ length: availableParallelism() }, work));
    return verdicts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function verify({ text, signature, signer, allowed }: SignedText, file: string): Promise<Verdict> {
  writeFileSync(`${file}.signers`, allowed);
  writeFileSync(`${file}.sig`, inArmour(signature));
  const ended = await sshKeygen(
    ['-Y', 'verify', '-f', `${file}.signers`, '-I', signer, '-n', namespace, '-s', `${file}.sig`],
    text,
  );
  if (!ended) return 'unverified';
  return ended.code === 0 ? 'good' : 'bad';
}
