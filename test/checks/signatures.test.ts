/** SIG-01 to SIG-03: which signatures count, what is said of those that do not, and what is remembered of those that do. */
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inspect } from '../../src/checks/run.ts';
import { isProven, verify } from '../../src/checks/verify.ts';
import { inArmour, signingKey, withoutArmour } from '../../src/control/signature-blob.ts';
import { statementOf } from '../../src/control/signature.ts';
import { sign } from '../../src/control/ssh.ts';
import { openHandbook } from '../../src/handbook/open.ts';
import { append, newKey, releaseOf, signature, signedHandbook, signReleases, withKey } from '../fixtures/signing.ts';
import { asOf, emptyFolder, tinyHandbook, within, type Edit } from '../fixtures/tiny-handbook.ts';

const key = newKey();
const other = newKey();

// What is remembered stands in the working folder.
const root = process.cwd();
const path = process.env['PATH'];
beforeEach(() => process.chdir(emptyFolder()));
afterEach(() => {
  process.chdir(root);
  process.env['PATH'] = path;
});

async function signatureFindings(content: string) {
  const { findings } = await inspect(content, asOf);
  return findings
    .filter(({ rule }) => rule.startsWith('SIG-'))
    .map(({ rule, line, file, message }) => `${rule} ${within(content, file)}:${line} ${message.zh}`);
}

/** The base with one signature, by han-mei under the policy. */
async function oneSignature(edits: readonly Edit[], signer = key): Promise<string> {
  const content = tinyHandbook(edits);
  append(content, [await signature(statementOf(releaseOf(content, 'ST-A-02'), 'approved'), signer)]);
  return content;
}

describe('a signature is good', () => {
  test('by a key of the person that was in force on the day', async () => {
    expect(await signatureFindings(await signedHandbook(key))).toEqual([]);
  });

  test('on the first and on the last day of the key', async () => {
    const edit = withKey('han-mei', key, { from: '2026-01-12', until: '2026-01-12' });
    expect(await signatureFindings(await oneSignature([edit]))).toEqual([]);
  });

  test('under every step', async () => {
    const tao = newKey();
    const content = tinyHandbook([withKey('han-mei', key), withKey('tao-ran', tao)]);
    await signReleases(content, { 'han-mei': key, 'tao-ran': tao }, ['reviewed', 'approved']);
    expect(await signatureFindings(content)).toEqual([]);
    const { signatures } = await verify(openHandbook(content, asOf));
    expect(signatures).toMatchObject({ bad: 0, unverified: 0, missing: 0 });
    expect(signatures.good).toBeGreaterThan(8);
  });

  test.each(['ecdsa', 'rsa'])('by a key of another type: %s', async (type) => {
    const signer = newKey(type);
    expect(await signatureFindings(await oneSignature([withKey('han-mei', signer)], signer))).toEqual([]);
  });
});

describe('a signature is bad', () => {
  const line = 'SIG-01 history/ledger.yaml:12 ST-A-02 A/0 的批准签名无效：';
  const known = withKey('han-mei', key);

  test('by a key that people.yaml does not know', async () => {
    const content = await oneSignature([known], other);
    expect(await signatureFindings(content)).toEqual([`${line}所用的密钥不是 people.yaml 中韩梅的密钥`]);
  });

  test('by a key that came into force later, or was out of force', async () => {
    const late = await oneSignature([withKey('han-mei', key, { from: '2026-01-13' })]);
    expect(await signatureFindings(late)).toEqual([`${line}所用的密钥在 2026-01-12 不在有效期内（2026-01-13 起）`]);
    const ended = await oneSignature([withKey('han-mei', key, { until: '2026-01-11' })]);
    expect(await signatureFindings(ended)).toEqual([
      `${line}所用的密钥在 2026-01-12 不在有效期内（2019-03-01 起，到 2026-01-11 止）`,
    ]);
  });

  test('by a key of somebody else', async () => {
    const content = await oneSignature([known, withKey('tao-ran', other)], other);
    expect(await signatureFindings(content)).toEqual([`${line}所用的密钥是陶然（tao-ran）的，不是韩梅的`]);
  });

  test('under another text', async () => {
    const content = tinyHandbook([known]);
    const statement = { ...statementOf(releaseOf(content, 'ST-A-02'), 'approved'), hash: '0'.repeat(64) };
    append(content, [await signature(statement, key)]);
    expect(await signatureFindings(content)).toEqual([`${line}签的不是发布时的文本（哈希值不同）`]);
  });

  test('by a person, or for a day, that the release does not name', async () => {
    const content = tinyHandbook([known, withKey('tao-ran', other)]);
    const statement = statementOf(releaseOf(content, 'ST-A-02'), 'approved');
    append(content, [await signature({ ...statement, by: 'tao-ran' }, other)]);
    append(content, [await signature({ ...statement, on: '2026-01-14' }, key)]);
    const named = '台账中批准的是 han-mei 2026-01-12';
    expect(await signatureFindings(content)).toEqual([
      `${line}签名写的是 tao-ran 2026-01-12，${named}`,
      `${line.replace(':12', ':13')}签名写的是 han-mei 2026-01-14，${named}`,
    ]);
  });

  test('of a person who was taken out of people.yaml', async () => {
    const content = await signedHandbook(key);
    const people = join(content, 'organisation/people.yaml');
    writeFileSync(people, readFileSync(people, 'utf8').replaceAll('han-mei', 'han-may'));
    expect((await signatureFindings(content))[0]).toContain('人员“han-mei”不在 organisation/people.yaml 中');
  });

  test('if it was made for another step, which one cannot see', async () => {
    const content = tinyHandbook([known]);
    const approved = statementOf(releaseOf(content, 'ST-A-02'), 'approved');
    const reviewed = await signature({ ...approved, step: 'reviewed' }, key);
    append(content, [{ ...reviewed, step: 'approved' }]);
    expect(await signatureFindings(content)).toEqual([`${line}它不是用韩梅的密钥对这段文字签出的`]);
  });

  test('if it is no signature for a handbook', async () => {
    const content = tinyHandbook([known]);
    const statement = statementOf(releaseOf(content, 'ST-A-02'), 'approved');
    append(content, [{ ...statement, signature: Buffer.from('SSHSIG').toString('base64') }]);
    expect(await signatureFindings(content)).toEqual([`${line}不是 ssh-keygen 为手册库写出的签名`]);
  });
});

describe('a signature that handbook.yaml asks for', () => {
  const required = 'signatures: { required: [approved], since: 2026-01-01 }\n';
  const accepted = '{ rule: SIG-02, reason: 等店主回来, approved: han-mei, until: 2026-12-31 }';

  test.each([
    ['severity', [{ file: 'handbook.yaml', append: 'checks: { severities: { SIG-02: off } }\n' }]],
    ['waiver', [{ file: 'registers/waivers.yaml', create: `entries:\n  - ${accepted}\n` }]],
  ])('is missed whatever is set: %s', async (_, edits: Edit[]) => {
    const content = tinyHandbook([{ file: 'handbook.yaml', append: required }, ...edits]);
    const { findings } = await inspect(content, asOf);
    const missed = findings.filter(({ rule }) => rule === 'SIG-02');
    expect(missed).toHaveLength(10);
    expect(missed.filter(({ severity, waiver }) => severity === 'error' && !waiver)).toHaveLength(10);
    expect(isProven(await verify(openHandbook(content, asOf)))).toBe(false);
  });

  test('verify says since when, and which versions were released before', async () => {
    const content = tinyHandbook([{ file: 'handbook.yaml', append: required.replace('2026-01-01', '2026-01-16') }]);
    const { required: asked, signatures } = await verify(openHandbook(content, asOf));
    expect(asked).toEqual({ required: ['approved'], since: '2026-01-16' });
    expect(signatures).toMatchObject({ missing: 0, unsigned: 10, free: 10 });
  });
});

test('verify lists every registered key with its days and what was signed with it, also one that was only added', async () => {
  const keys = `keys:\n      - { key: ${key.public}, from: 2019-03-01, until: 2026-01-31 }\n      - { key: ${other.public}, from: 2026-01-01 }`;
  const content = await oneSignature(
    [
      {
        file: 'organisation/people.yaml',
        replace: 'position: { zh: 店主, en: Owner }',
        with: `position: { zh: 店主, en: Owner }\n    ${keys}`,
      },
    ],
    other,
  );
  const listed = (await verify(openHandbook(content, asOf))).keys;
  expect(listed.map(({ person, from, until, signatures }) => [person.id, from, until, signatures])).toEqual([
    ['han-mei', '2019-03-01', '2026-01-31', 0],
    ['han-mei', '2026-01-01', undefined, 1],
  ]);
  expect(listed.map(({ fingerprint }) => fingerprint)).toEqual([
    expect.stringMatching(/^SHA256:[\w+/]{43}$/),
    expect.stringMatching(/^SHA256:[\w+/]{43}$/),
  ]);
});

describe('without an ssh-keygen that can verify', () => {
  /** A folder whose ssh-keygen is from before OpenSSH 8.1. */
  function oldOpenSsh(): string {
    const folder = emptyFolder();
    const text = '#!/bin/sh\necho "unknown option -- Y" >&2\necho "usage: ssh-keygen …" >&2\nexit 1\n';
    writeFileSync(join(folder, 'ssh-keygen'), text);
    chmodSync(join(folder, 'ssh-keygen'), 0o755);
    return `${folder}:/bin`;
  }

  test.each([
    ['there is none', () => ''],
    ['it knows no signatures', oldOpenSsh],
  ])('nothing counts as good: %s', async (_, folder) => {
    const content = await signedHandbook(key);
    // Good ones are remembered, and still do not count.
    expect(await signatureFindings(content)).toEqual([]);
    process.env['PATH'] = folder();
    expect(await signatureFindings(content)).toEqual([
      'SIG-03 history/ledger.yaml:12 8 个签名没有核验：这台机器上没有能核验签名的 ssh-keygen',
    ]);
    const { signatures, findings } = await verify(openHandbook(content, asOf));
    expect(signatures).toMatchObject({ good: 0, bad: 0, unverified: 8 });
    expect(findings.map(({ rule }) => rule)).toEqual(['SIG-03']);
  });

  test('a signature that is seen to be bad stays bad', async () => {
    const content = await oneSignature([withKey('han-mei', key)], other);
    process.env['PATH'] = '';
    expect(await signatureFindings(content)).toEqual([expect.stringContaining('SIG-01')]);
  });
});

describe('what was good is remembered', () => {
  const cache = '.cache/signatures.txt';

  test('by text, signature and keys, and only what was good', async () => {
    const content = await signedHandbook(key);
    await inspect(content, asOf);
    expect(readFileSync(cache, 'utf8').trim().split('\n')).toHaveLength(8);
    await inspect(await oneSignature([withKey('han-mei', key)], other), asOf);
    expect(readFileSync(cache, 'utf8').trim().split('\n')).toHaveLength(8);
  });

  test('but verify neither believes nor writes it', async () => {
    const content = await signedHandbook(key);
    await verify(openHandbook(content, asOf));
    expect(existsSync(cache)).toBe(false);
  });

  test('and where nothing can be written, nothing is', async () => {
    mkdirSync(join(cache, 'in the way'), { recursive: true });
    expect(await signatureFindings(await signedHandbook(key))).toEqual([]);
  });

  test('a memory that is no text is forgotten', async () => {
    mkdirSync('.cache');
    writeFileSync(cache, Buffer.from([0, 255, 10, 254]));
    expect(await signatureFindings(await signedHandbook(key))).toEqual([]);
  });
});

describe('a signature is read', () => {
  test('with the key that made it, and survives its armour', async () => {
    const blob = await sign('甲\n', key.file);
    expect(signingKey(blob)).toBe(key.public);
    expect(withoutArmour(inArmour(blob))).toBe(blob);
  });

  test('only in the one form in which it is written', async () => {
    const blob = await sign('甲\n', key.file);
    const bytes = Buffer.from(blob, 'base64');
    const changed = (at: number, value: number) => {
      const copy = Buffer.from(bytes);
      copy[at] = value;
      return copy.toString('base64');
    };
    // The version: ssh-keygen itself takes 0 for 1.
    expect(signingKey(changed(9, 0))).toBeUndefined();
    expect(signingKey(changed(0, 0x54))).toBeUndefined();
    expect(signingKey(Buffer.concat([bytes, Buffer.from([0])]).toString('base64'))).toBeUndefined();
    expect(signingKey(blob.slice(0, 40))).toBeUndefined();
    expect(signingKey(`${blob.slice(0, 4)}\n${blob.slice(4)}`)).toBeUndefined();
    expect(signingKey('')).toBeUndefined();
  });
});
