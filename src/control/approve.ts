/** Plans the signatures of a person under versions: what would be written, or why it is refused. */
import type { Document, Person, Release } from '../handbook/graph.ts';
import type { Library } from '../handbook/open.ts';
import { ledgerPath, versionFolder } from '../handbook/releases.ts';
import { steps, type LedgerSignature, type Step } from '../schema/ledger.ts';
import type { Bilingual } from '../schema/primitives.ts';
import { callOf } from './call.ts';
import { appendEntries } from './ledger.ts';
import { frozenChanged, unknownDocument, unknownPerson, type Plan, type Refusal } from './plan.ts';
import { signingKey } from './signature-blob.ts';
import { keysOn, otherHolder, signedText, statementOf } from './signature.ts';
import { chainOn, sameHands, stepNames, unauthorised } from './signatories.ts';
import { releasesOf } from './state.ts';

/** What signs: a key whose public half is known. */
export interface Signer {
  /** `ssh-ed25519 AAAA…` */
  key: string;
  /** @returns the signature without its armour */
  sign: (text: string) => Promise<string>;
}

export interface ApprovalTarget {
  number: string;
  /** The newest release if not given. */
  version?: string;
}

export interface ApprovalRequest {
  /** The versions to sign: all of them, or none. */
  targets: readonly ApprovalTarget[];
  /** Id of the person who signs. */
  person: string;
  /** The one step to sign; if not given, all that the release names the person for and that have no signature yet. */
  step?: Step;
  signer: Signer;
}

export interface ApprovalPlan extends Plan {
  person: Person;
  signed: { release: Release; steps: Step[] }[];
}

/** What signing versions would add to the ledger. */
export async function planApproval(library: Library, request: ApprovalRequest): Promise<ApprovalPlan | Refusal> {
  const person = library.working.people.get(request.person);
  if (!person) return unknownPerson(library.working, request.person);
  const signed: ApprovalPlan['signed'] = [];
  for (const target of request.targets) {
    const found = toSign(library, target, person, request);
    if ('refused' in found) return found;
    if (!signed.some(({ release }) => release === found.release)) signed.push(found);
  }
  const signatures: Omit<LedgerSignature, 'previous'>[] = [];
  for (const { release, steps: open } of signed) {
    for (const step of open) {
      const statement = statementOf(release, step);
      const signature = await request.signer.sign(signedText(statement));
      if (signingKey(signature) !== request.signer.key) return otherKey;
      signatures.push({ ...statement, signature });
    }
  }
  const ledger = appendEntries(library.ledger!.text, signatures);
  return { person, signed, changes: new Map([[ledgerPath, Buffer.from(ledger)]]) };
}

/** A version with the steps that the person may and has to sign. */
function toSign(
  library: Library,
  target: ApprovalTarget,
  person: Person,
  request: ApprovalRequest,
): { release: Release; steps: Step[] } | Refusal {
  const found = findRelease(library, target);
  if ('refused' in found) return found;
  const { release, document } = found;
  const open = openSteps(release, person, request.step);
  if ('refused' in open) return open;
  for (const step of open) {
    const refusal =
      mayNot(library, document, release, person, step) ?? wrongKey(library, release, person, step, request);
    if (refusal) return refusal;
  }
  return { release, steps: open };
}

function findRelease(
  library: Library,
  { number, version }: ApprovalTarget,
): { release: Release; document: Document } | Refusal {
  const releases = releasesOf(library.working, number);
  if (releases.length === 0 && library.working.documents.has(number)) {
    const call = callOf(`release ${number}`, library.folder);
    return {
      refused: { zh: `${number} 还没有发布过`, en: `${number} has no release yet` },
      hint: {
        zh: `先运行 ${call}，再签名。`,
        en: `Run ${call} first, then sign.`,
      },
    };
  }
  if (releases.length === 0)
    return unknownDocument(
      number,
      library.releases.map((release) => release.number),
    );
  const release =
    version === undefined
      ? releases.at(-1)
      : releases.find((item) => [item.version, versionFolder(item.version)].includes(version));
  if (!release) {
    const versions = releases.map((item) => item.version);
    return {
      refused: { zh: `${number} 没有发布过 ${version}`, en: `${number} has no release ${version}` },
      hint: { zh: `有这些版本：${versions.join('、')}。`, en: `There are ${versions.join(', ')}.` },
    };
  }
  const document = release.actualHash === release.entry.hash ? library.read(release) : undefined;
  return document ? { release, document } : frozenChanged(release);
}

/** The steps that are the person’s to sign and are not signed yet. */
function openSteps(release: Release, person: Person, step: Step | undefined): Step[] | Refusal {
  const { number, version, entry } = release;
  const what = `${number} ${version}`;
  const { name } = person.data;
  const named = (step ? [step] : steps).filter((item) => entry[item].by === person.id);
  if (named.length === 0) {
    const all = {
      zh: steps.map((item) => `${stepNames[item].zh} ${entry[item].by}`).join('，'),
      en: steps.map((item) => `${stepNames[item].en} ${entry[item].by}`).join(', '),
    };
    return {
      refused: step
        ? {
            zh: `${what} 的${stepNames[step].zh}人不是${name.zh}`,
            en: `The ${stepNames[step].en} of ${what} is not by ${name.en}`,
          }
        : { zh: `${what} 没有要${name.zh}签的`, en: `${what} has nothing for ${name.en} to sign` },
      hint: { zh: `台账记的是：${all.zh}。`, en: `The ledger says: ${all.en}.` },
    };
  }
  const open = named.filter((item) => !release.signatures.some((signature) => signature.step === item));
  if (open.length) return open;
  const done = { zh: named.map((item) => stepNames[item].zh), en: named.map((item) => stepNames[item].en) };
  return {
    refused: {
      zh: `${what} 的${done.zh.join('、')}已经签过名`,
      en: `The ${done.en.join(' and ')} of ${what} has been signed already`,
    },
    hint: { zh: '一步只签一次。', en: 'A step is signed once.' },
  };
}

/** The authority of the person for the step, on the day that the release states. */
function mayNot(
  { working }: Library,
  document: Document,
  { entry, number, version }: Release,
  { data: { name } }: Person,
  step: Step,
): Refusal | undefined {
  const signature = entry[step];
  const wrong = unauthorised(working, document, step, signature);
  if (wrong) {
    return {
      refused: {
        zh: `${name.zh}在 ${signature.on} 无权签 ${number} ${version} 的${stepNames[step].zh}（APP-01）`,
        en: `${name.en} had no authority on ${signature.on} for the ${stepNames[step].en} of ${number} ${version} (APP-01)`,
      },
      hint: {
        zh: `应由${wrong.allowed.map((item) => item.zh).join('或')}签；任职日期有误的，先改正 organisation/people.yaml。`,
        en: `It takes ${wrong.allowed.map((item) => item.en).join(' or ')}; if a day is wrong, correct organisation/people.yaml first.`,
      },
    };
  }
  const signed = { prepared: entry.prepared.by, reviewed: entry.reviewed.by, approved: entry.approved.by };
  const same = sameHands(chainOn(working, document, entry.approved.on), signed).find((pair) => pair.includes(step));
  if (!same) return undefined;
  const [first, second] = same;
  return {
    refused: {
      zh: `${name.zh}既${stepNames[first].zh}又${stepNames[second].zh}，审批规定要求由不同的人完成（APP-04）`,
      en: `${name.en} signs both ${stepNames[first].en} and ${stepNames[second].en}, which the approval chain keeps apart (APP-04)`,
    },
    hint: { zh: '换一位有权人员，重新发布。', en: 'Release it anew with another authorised person.' },
  };
}

/** A key counts for a person only if people.yaml says so, for the day of the step. */
function wrongKey(
  { working }: Library,
  { entry }: Release,
  person: Person,
  step: Step,
  { signer }: ApprovalRequest,
): Refusal | undefined {
  const { on } = entry[step];
  const holder = otherHolder(working, signer.key, person.id);
  if (holder) return keyOf(holder, person);
  if (keysOn(working, person.id, on).includes(signer.key)) return undefined;
  const known = person.data.keys.find(({ key }) => key === signer.key);
  const { name } = person.data;
  if (known) {
    const until: Bilingual = known.until
      ? { zh: `，到 ${known.until} 止`, en: ` until ${known.until}` }
      : { zh: '', en: '' };
    return {
      refused: {
        zh: `${name.zh}的这个密钥在 ${on} 不在有效期内（${known.from} 起${until.zh}）`,
        en: `This key of ${name.en} was not in force on ${on} (from ${known.from}${until.en})`,
      },
      hint: {
        zh: '用 --key 换一个当时有效的密钥，或核实后改正 organisation/people.yaml 中的 from、until。',
        en: 'Choose a key that was in force with --key, or correct from and until in organisation/people.yaml.',
      },
    };
  }
  const line = `    keys:\n      - { key: ${signer.key}, from: ${on} }`;
  return {
    refused: {
      zh: `这个密钥没有登记为${name.zh}的密钥`,
      en: `This key is not entered as a key of ${name.en}`,
    },
    hint: {
      zh: `确认密钥是本人的，在 organisation/people.yaml 中 ${person.id} 之下写（已有 keys 的只加第二行）：\n${line}`,
      en: `If it is the person’s own, write below ${person.id} in organisation/people.yaml (only the second line if there are keys):\n${line}`,
    },
  };
}

/** The key is somebody else’s: it must not sign for two people. */
function keyOf({ id, data: { name } }: Person, { data }: Person): Refusal {
  return {
    refused: {
      zh: `这个密钥登记在${name.zh}（${id}）名下，不能用来签${data.name.zh}的签名`,
      en: `This key is registered for ${name.en} (${id}) and cannot sign for ${data.name.en}`,
    },
    hint: {
      zh: `由${data.name.zh}本人用自己的密钥签，用 --key 指出。`,
      en: `Let ${data.name.en} sign with a key of his or her own, named with --key.`,
    },
  };
}

const otherKey: Refusal = {
  refused: {
    zh: '签出的签名不是用这个密钥签的，没有写入',
    en: 'The signature was made with another key than this one; nothing was written',
  },
  hint: {
    zh: '检查 --key 的私钥与旁边的 .pub 文件是不是一对。',
    en: 'See whether the private key of --key and the .pub file beside it belong together.',
  },
};
