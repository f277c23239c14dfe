/** Reads what `ssh-keygen -Y sign` writes (OpenSSH, PROTOCOL.sshsig), as far as it tells which key signed what for. */
import { namespace } from './signature.ts';

const magic = 'SSHSIG';
const version = 1;

/**
 * The public key with which a signature was made, `ssh-ed25519 AAAA…`.
 * @param base64 the lines between BEGIN and END, joined
 * @returns undefined unless it is, to the byte, a signature as ssh-keygen writes it for this namespace
 */
export function signingKey(base64: string): string | undefined {
  const bytes = Buffer.from(base64, 'base64');
  // Base64 has several spellings for the same bytes; only one is written.
  if (bytes.toString('base64') !== base64) return undefined;
  const read = new Reader(bytes);
  if (read.raw(magic.length)?.toString('latin1') !== magic || read.number() !== version) return undefined;
  const key = read.string();
  const fields = [read.string(), read.string(), read.string()].map((field) => field?.toString('latin1'));
  const signature = read.string();
  if (!key || !signature?.length || !read.atEnd()) return undefined;
  const [space, reserved, hash = ''] = fields;
  if (space !== namespace || reserved !== '' || !['sha256', 'sha512'].includes(hash)) return undefined;
  const kind = new Reader(key).string()?.toString('latin1');
  return kind && `${kind} ${key.toString('base64')}`;
}

/** The lines between BEGIN and END of the armour, joined. */
export function withoutArmour(armoured: string): string {
  return armoured
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('-----'))
    .join('');
}

/** The armour that ssh-keygen reads. */
export function inArmour(base64: string): string {
  const lines = base64.match(/.{1,70}/g) ?? [];
  return ['-----BEGIN SSH SIGNATURE-----', ...lines, '-----END SSH SIGNATURE-----', ''].join('\n');
}

/** Walks through fields as SSH writes them; undefined where they end too early. */
class Reader {
  readonly #bytes: Buffer;
  #offset = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  raw(length: number): Buffer | undefined {
    if (this.#offset + length > this.#bytes.length) return undefined;
    this.#offset += length;
    return this.#bytes.subarray(this.#offset - length, this.#offset);
  }

  number(): number | undefined {
    return this.raw(4)?.readUInt32BE();
  }

  string(): Buffer | undefined {
    const length = this.number();
    return length === undefined ? undefined : this.raw(length);
  }

  atEnd(): boolean {
    return this.#offset === this.#bytes.length;
  }
}
