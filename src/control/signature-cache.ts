/** Remembers which signatures were found good, so that `check` does not verify hundreds of them at every run. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { sha256 } from '../handbook/canonical.ts';
import type { SignedText } from './ssh.ts';

/** More than any handbook has; beyond it the oldest are verified again. */
const limit = 100_000;

/** What a verdict depends on: the text, the signature, and the keys that count. */
export function digestOf({ text, signature, signer, allowed }: SignedText): string {
  return sha256(JSON.stringify([text, signature, signer, allowed]));
}

/** The digests of the signatures that were good when they were verified. */
export function knownGood(): Set<string> {
  try {
    return new Set(readFileSync(cacheFile(), 'utf8').split('\n').filter(Boolean));
  } catch {
    return new Set();
  }
}

/** Adds to what is known. Where nothing can be written, they are verified again next time. */
export function rememberGood(digests: readonly string[]): void {
  const all = [...new Set([...knownGood(), ...digests])].slice(-limit);
  try {
    const file = cacheFile();
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.${process.pid}`, `${all.join('\n')}\n`);
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // A cache.
  }
}

function cacheFile(): string {
  return resolve('.cache/signatures.txt');
}
