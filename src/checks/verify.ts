/** Proves the whole ledger: every version there ever was, not only those in force, and every signature anew. */
import { relative, resolve, sep } from 'node:path';
import { ledgerHash } from '../control/ledger.ts';
import { chainOn, isKnownSignatory, signatoryName, stepNames } from '../control/signatories.ts';
import { missingSignatures, withoutSignature } from '../control/signature.ts';
import { signingKeys, type SigningKey } from '../control/signing-keys.ts';
import { signatureVerdicts } from '../control/signature-verdicts.ts';
import { asFinding, type Finding } from '../handbook/finding.ts';
import type { Document, Handbook } from '../handbook/graph.ts';
import type { Library, Opened } from '../handbook/open.ts';
import { readRelease } from '../handbook/releases.ts';
import type { HandbookData } from '../schema/handbook.ts';
import { compareNoted, notedLedgerRule, type Comparison } from './noted-ledger.ts';
import type { Rule } from './rule.ts';
import { app01 } from './rules/app-01.ts';
import { app02 } from './rules/app-02.ts';
import { app03 } from './rules/app-03.ts';
import { app04 } from './rules/app-04.ts';
import { dat01 } from './rules/dat-01.ts';
import { dat07 } from './rules/dat-07.ts';
import { led02 } from './rules/led-02.ts';
import { sig01 } from './rules/sig-01.ts';
import { sig02 } from './rules/sig-02.ts';
import { sig03 } from './rules/sig-03.ts';
import { sig04 } from './rules/sig-04.ts';
import { ver01 } from './rules/ver-01.ts';
import { ver02 } from './rules/ver-02.ts';
import { ver03 } from './rules/ver-03.ts';
import { ver05 } from './rules/ver-05.ts';
import { ver07 } from './rules/ver-07.ts';
import { merged, runRules } from './run.ts';

/** They read the ledger as a whole. */
const ledgerRules: readonly Rule[] = [led02, ver05, ver07, dat07, sig01, sig02, sig03, sig04];

/** They judge one text; here, each version that was ever released. */
const versionRules: readonly Rule[] = [app01, app02, app03, app04, dat01, ver01, ver02, ver03];

/** What is proven, in the order in which reports show it, and the rules that prove it. */
export const proofs = {
  chain: ['LED-01', 'LED-02', notedLedgerRule.id],
  texts: ['VER-05'],
  versions: ['VER-01', 'VER-02', 'VER-03', 'VER-07'],
  approvals: ['APP-01', 'APP-02', 'APP-03', 'APP-04', 'DAT-01', 'DAT-07'],
  signatures: ['SIG-01', 'SIG-02', 'SIG-03', 'SIG-04'],
} as const;

export interface Verification {
  /** Undefined if there is no ledger. */
  ledger: { file: string; hash: string; lines: number } | undefined;
  documents: number;
  releases: number;
  files: number;
  /** `missing`: asked for by handbook.yaml; `unsigned`: versions without any; `free`: those of them that need none. */
  signatures: { good: number; bad: number; unverified: number; missing: number; unsigned: number; free: number };
  /** What handbook.yaml asks for, today: it is not part of the ledger. */
  required: HandbookData['signatures'];
  /** The keys that people.yaml gives today; who has one can sign. */
  keys: SigningKey[];
  /** With a hash that was noted elsewhere. */
  comparison: Comparison | undefined;
  findings: Finding[];
}

/**
 * Verifies what was opened. No signature counts as good because it was good before.
 * @param noted hash of the ledger as it was noted elsewhere
 */
export async function verify({ library, findings }: Opened, noted?: string): Promise<Verification> {
  const none = { good: 0, bad: 0, unverified: 0, missing: 0, unsigned: 0, free: 0 };
  if (!library) {
    const nothing = {
      ledger: undefined,
      documents: 0,
      releases: 0,
      files: 0,
      required: undefined,
      keys: [],
      comparison: undefined,
    };
    return { ...nothing, signatures: none, findings };
  }
  const { releases, ledger } = library;
  const found = findings.filter(({ file }) => isNeeded(library, file));
  const verdicts = await signatureVerdicts(library, { fresh: true });
  const comparison = noted === undefined ? undefined : compareNoted(library, noted);
  const { everything, unreadable } = allVersions(library);
  const ids = new Set([...ledgerRules, ...versionRules].map(({ id }) => id));
  const judged = [...(await runRules(library, ledgerRules)), ...(await runRules(everything, versionRules))];
  return {
    ledger: ledger && {
      file: ledger.file,
      hash: ledgerHash(ledger.text),
      lines: ledger.text.split('\n').filter(Boolean).length,
    },
    documents: new Set(releases.map(({ number }) => number)).size,
    releases: releases.length,
    files: releases.reduce((sum, { files }) => sum + files.length, 0),
    signatures: {
      good: verdicts.filter(({ verdict }) => verdict === 'good').length,
      bad: verdicts.filter(({ verdict }) => verdict === 'bad').length,
      unverified: verdicts.filter(({ verdict }) => verdict === 'unverified').length,
      missing: missingSignatures(library.inForce).length,
      ...withoutSignature(library.inForce),
    },
    required: library.inForce.settings.signatures,
    keys: signingKeys(library.inForce, verdicts),
    comparison,
    findings: merged([
      ...found,
      ...unreadable,
      // The runner also judges settings, waivers and working texts, which are not what is proven here.
      ...judged.filter(({ rule, editions }) => ids.has(rule) && editions.includes('in-force')),
      ...unjudged(everything.inForce),
      ...(comparison?.findings ?? []),
    ]),
  };
}

/** True for the files that a proof is made from: what was released, by whom, and who may. */
function isNeeded({ folder }: Library, file: string): boolean {
  const [first] = relative(resolve(folder), resolve(file)).split(sep);
  return ['history', 'organisation', 'roles', 'handbook.yaml'].includes(first!);
}

/** The library as if every version were in force: so the rules about one text judge them all. */
function allVersions(library: Library): { everything: Library; unreadable: Finding[] } {
  const documents = new Map<string, Document>();
  const unreadable: Finding[] = [];
  for (const release of library.releases) {
    const document = library.read(release);
    if (document) documents.set(`${release.number} ${release.version}`, document);
    // That nothing is left of it is for VER-05.
    else if (release.files.length) {
      const { faults } = readRelease(release);
      unreadable.push(...faults.map((fault) => asFinding(fault, 'in-force')));
    }
  }
  const of = (handbook: Handbook, items: ReadonlyMap<string, Document>): Handbook => ({
    ...handbook,
    documents: items,
  });
  const everything = { ...library, inForce: of(library.inForce, documents), working: of(library.working, new Map()) };
  return { everything, unreadable };
}

/** Approvals of which nobody can say whether they were right, because a role or department is no longer there. */
function unjudged(handbook: Handbook): Finding[] {
  return [...handbook.documents.values()].flatMap((document) =>
    (['reviewed', 'approved'] as const).flatMap((step): Finding[] => {
      const signature = document.data[step];
      if (!signature) return [];
      const signatories = chainOn(handbook, document, signature.on)[step];
      const lost = signatories.find((signatory) => !isKnownSignatory(handbook, document, signatory));
      if (lost === undefined) return [];
      const name = signatoryName(handbook, document, lost);
      const { number, version } = document.data;
      return [
        {
          rule: app01.id,
          severity: app01.severity,
          ...document.parts[0]!.source.place([step]),
          document: number,
          message: {
            zh: `无法判断 ${number} ${version} 的${stepNames[step].zh}人有没有权：“${name.zh}”已不在手册中`,
            en: `Whether the ${stepNames[step].en} of ${number} ${version} was authorised cannot be told: “${name.en}” is no longer in the handbook`,
          },
          hint: {
            zh: '停用的角色和部门也保留，人员的任职写上 until：用 git 恢复 roles 或 organisation 中的这一项。',
            en: 'Roles and departments out of use stay, the people in them with an until: restore the entry in roles or organisation from git.',
          },
          editions: ['in-force'],
        },
      ];
    }),
  );
}

/** True unless something is wrong or could not be proven; what is waived is accepted. */
export function isProven({ findings }: Verification): boolean {
  return !findings.some(disproves);
}

/** True for a finding by which something is wrong or could not be proven. */
export function disproves({ severity, waiver, rule }: Finding): boolean {
  return !waiver && (severity === 'error' || rule === sig03.id);
}
