/** The canonical source of a release and its hash (docs/ledger.md says how to recompute it by hand). */
import { hash } from 'node:crypto';

export interface CanonicalFile {
  /** Name within the folder of the release. */
  name: string;
  /** The canonical bytes, see {@link canonicalBytes}. */
  bytes: Buffer;
}

/** SHA-256 as 64 hexadecimal digits. */
export function sha256(bytes: Buffer | string): string {
  return hash('sha256', bytes);
}

/** UTF-8 without byte-order mark, lines ended by LF alone, and a newline at the end. */
export function canonicalBytes(text: string): Buffer {
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  return Buffer.from(lines.endsWith('\n') ? lines : `${lines}\n`, 'utf8');
}

/**
 * The hash of a release: SHA-256 over one line `<sha256 of the file>  <name>` for each of its files, sorted by
 * name, which is what `sha256sum * | sha256sum` prints in the folder of the release in the C locale.
 */
export function releaseHash(files: readonly CanonicalFile[]): string {
  return digestsHash(files.map(({ name, bytes }) => ({ name, digest: sha256(bytes) })));
}

/** The same from the SHA-256 of each file. */
export function digestsHash(files: readonly { name: string; digest: string }[]): string {
  const lines = [...files]
    .sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)))
    .map(({ name, digest }) => `${digest}  ${name}\n`);
  return sha256(lines.join(''));
}
