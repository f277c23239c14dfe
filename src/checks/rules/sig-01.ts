import { signatureVerdicts, type Defect, type SignatureVerdict } from '../../control/signature-verdicts.ts';
import { otherHolder } from '../../control/signature.ts';
import { signingKey } from '../../control/signature-blob.ts';
import { stepNames } from '../../control/signatories.ts';
import type { Handbook } from '../../handbook/graph.ts';
import type { Bilingual } from '../../schema/primitives.ts';
import type { Report, Rule } from '../rule.ts';

/** Every signature in the ledger is valid (design.md §4.6). */
export const sig01: Rule = {
  id: 'SIG-01',
  severity: 'error',
  core: true,
  title: { zh: '台账中的每个签名都有效', en: 'Every signature in the ledger is valid' },
  reason: {
    zh: '签名证明批准的人就是本人，批准的就是这份文本；无效的签名什么也不证明，还让人误以为已经批准。',
    en: 'A signature proves who approved, and what. An invalid one proves nothing and pretends to.',
  },
  remedy: {
    zh: '用 git 恢复 history/ledger.yaml 和 organisation/people.yaml；密钥只增不删，停用的写上 until 保留。',
    en: 'Restore history/ledger.yaml and organisation/people.yaml from git; keys are never removed, those out of use get an until.',
  },
  example: {
    file: 'organisation/people.yaml',
    wrong:
      '- id: gu-zhiyuan\n  keys:\n    - { key: ssh-ed25519 AAAAC3…新密钥, from: 2026-03-01 }   # 旧密钥删了，以前的签名核对不了',
    right:
      '- id: gu-zhiyuan\n  keys:\n    - { key: ssh-ed25519 AAAAC3…旧密钥, from: 2018-01-08, until: 2026-02-28 }\n    - { key: ssh-ed25519 AAAAC3…新密钥, from: 2026-03-01 }',
  },
  editions: ['in-force'],
  needs: ['organisation/people.yaml'],
  async check(handbook, library) {
    const bad = (await signatureVerdicts(library)).filter(isBad);
    // What is wrong with a key is wrong with all that it signed, and mended in one place.
    const groups = Map.groupBy(bad, (item) => {
      const { by, signature, place } = item.signature;
      return ofKeys.has(item.defect) ? `${item.defect} ${by} ${signingKey(signature)}` : String(place().line);
    });
    return [...groups.values()].map(([first, ...others]) => report(handbook, first!, others.length));
  },
};

type Bad = SignatureVerdict & { defect: Defect };

const ofKeys: ReadonlySet<Defect> = new Set(['person', 'unknown-key', 'key-period']);

function isBad(item: SignatureVerdict): item is Bad {
  return item.defect !== undefined;
}

function report(handbook: Handbook, item: Bad, others: number): Report {
  const { signature, release } = item;
  const { zh, en } = texts[item.defect](handbook, item);
  const what = `${release.number} ${release.version}`;
  const step = stepNames[signature.step];
  return {
    place: signature.place(),
    document: release.number,
    message: {
      zh: `${what} 的${step.zh}签名${others ? `（另有 ${others} 个）` : ''}无效：${zh}`,
      en: `The signature under the ${step.en} of ${what}${others ? ` (and ${others} more)` : ''} is invalid: ${en}`,
    },
    hint: isOfOther(handbook, item) ? keyOfOther : hints[item.defect],
  };
}

function nameOf(handbook: Handbook, person: string): Bilingual {
  return handbook.people.get(person)?.data.name ?? { zh: person, en: person };
}

const texts: Record<Defect, (handbook: Handbook, item: SignatureVerdict) => Bilingual> = {
  hash: () => ({
    zh: '签的不是发布时的文本（哈希值不同）',
    en: 'it is not about the text that was released (another hash)',
  }),
  step: (_, { signature: { by, on, step }, release: { entry } }) => ({
    zh: `签名写的是 ${by} ${on}，台账中${stepNames[step].zh}的是 ${entry[step].by} ${entry[step].on}`,
    en: `it says ${by} ${on}, the release says ${entry[step].by} ${entry[step].on}`,
  }),
  person: (_, { signature: { by } }) => ({
    zh: `人员“${by}”不在 organisation/people.yaml 中`,
    en: `“${by}” is not in organisation/people.yaml`,
  }),
  form: () => ({
    zh: '不是 ssh-keygen 为手册库写出的签名',
    en: 'it is not what ssh-keygen writes for a handbook',
  }),
  'unknown-key': (handbook, { signature: { by, signature } }) => {
    const name = nameOf(handbook, by);
    const holder = otherHolder(handbook, signingKey(signature) ?? '', by);
    if (holder) {
      const { name: other } = holder.data;
      return {
        zh: `所用的密钥是${other.zh}（${holder.id}）的，不是${name.zh}的`,
        en: `its key is that of ${other.en} (${holder.id}), not of ${name.en}`,
      };
    }
    return {
      zh: `所用的密钥不是 people.yaml 中${name.zh}的密钥`,
      en: `its key is none of those of ${name.en} in people.yaml`,
    };
  },
  'key-period': (handbook, { signature: { by, on, signature } }) => {
    const key = signingKey(signature);
    const { from, until } = handbook.people.get(by)!.data.keys.find((known) => known.key === key)!;
    return {
      zh: `所用的密钥在 ${on} 不在有效期内（${from} 起${until ? `，到 ${until} 止` : ''}）`,
      en: `its key was not in force on ${on} (from ${from}${until ? ` until ${until}` : ''})`,
    };
  },
  forged: (handbook, { signature: { by } }) => {
    const name = nameOf(handbook, by);
    return {
      zh: `它不是用${name.zh}的密钥对这段文字签出的`,
      en: `it was not made with the key of ${name.en} for this text`,
    };
  },
};

const restore: Bilingual = {
  zh: '台账只由命令写入：用 git 恢复 history/ledger.yaml。',
  en: 'Only the commands write the ledger: restore history/ledger.yaml from git.',
};

function isOfOther(handbook: Handbook, { defect, signature: { by, signature } }: Bad): boolean {
  return defect === 'unknown-key' && otherHolder(handbook, signingKey(signature) ?? '', by) !== undefined;
}

const keyOfOther: Bilingual = {
  zh: '一个人不能替另一个人签：用 git 撤回签名，由本人用自己的密钥重签。',
  en: 'Nobody signs for somebody else: take the signature back with git and let the person sign with a key of his or her own.',
};

const hints: Record<Defect, Bilingual> = {
  hash: restore,
  step: restore,
  form: restore,
  forged: restore,
  person: {
    zh: '离开的人也留在 people.yaml 中，他们签过的才能核对：用 git 恢复这一条。',
    en: 'People stay in people.yaml after they left, so that what they signed can be verified: restore the entry from git.',
  },
  'unknown-key': {
    zh: 'people.yaml 中的密钥只增不删，停用的写上 until 保留；从未登记过的，先向本人核实，再写入 keys。',
    en: 'Keys are never removed from people.yaml, those out of use get an until; one that was never there is only entered after asking its owner.',
  },
  'key-period': {
    zh: '核实后改正 people.yaml 中这个密钥的 from 或 until；确属用错密钥的，用 git 撤回签名，换有效的密钥重签。',
    en: 'Correct from or until of the key in people.yaml if they are wrong; otherwise take the signature back with git and sign again with a key in force.',
  },
};
