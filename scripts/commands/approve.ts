/** `handbook approve`: signs versions with an SSH key. */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { planApproval, type ApprovalPlan } from '../../src/control/approve.ts';
import { stepNames } from '../../src/control/signatories.ts';
import { NoSshKeygen, publicKey, sign, SigningFailed } from '../../src/control/ssh.ts';
import { steps, type Step } from '../../src/schema/ledger.ts';
import { carryOut, dryRunOption } from '../carry-out.ts';
import { complain, exit, misused, type Command, type Context } from '../command.ts';
import { numbersWithVersions } from '../whole-number.ts';

const defaultKey = '~/.ssh/id_ed25519';

export const command: Command = {
  name: 'approve',
  positionals: '<number> [version]...',
  summary: {
    zh: '签名：用本人的 SSH 密钥签署一个或几个版本的编制、审核或批准，写入发布台账',
    en: 'sign the preparation, review or approval of versions with your SSH key, in the ledger',
  },
  example: {
    zh: 'B-21 A/2 D-21-01 A/1 --as gu-zhiyuan',
    en: 'B-21 A/2 D-21-01 A/1 --as gu-zhiyuan',
  },
  options: {
    as: { type: 'string', value: 'PERSON', help: { zh: '签名的人（人员标识）', en: 'who signs (id of the person)' } },
    step: {
      type: 'string',
      choices: steps,
      help: { zh: '只签这一步（默认本人的全部）', en: 'only this step (default: all of the person)' },
    },
    key: {
      type: 'string',
      value: 'FILE',
      default: defaultKey,
      help: {
        zh: '私钥文件，或由 ssh-agent 保管时的公钥文件',
        en: 'private key, or the public one of a key in ssh-agent',
      },
    },
    'dry-run': dryRunOption,
  },
  async run(context) {
    const { language, values, positionals } = context;
    const person = values['as'] as string | undefined;
    if (!positionals.length || !person) {
      return misused(language, {
        text: { zh: '请给出文件编号和签名的人', en: 'Give the number of a document, and who signs' },
        hint: {
          zh: '例如 npm run handbook -- approve HC-ITSM-B-21 A/2 --as gu-zhiyuan',
          en: 'For example npm run handbook -- approve HC-ITSM-B-21 A/2 --as gu-zhiyuan',
        },
      });
    }
    const key = String(values['key']).replace(/^~(?=[\\/])/, homedir());
    if (!existsSync(key)) return noKey(context, key);
    try {
      const signer = { key: await publicKey(key), sign: (text: string) => sign(text, key) };
      return await carryOut<ApprovalPlan>(context, {
        // A working text may be in the midst of its next change.
        concerns: () => [],
        plan: (library) =>
          planApproval(library, {
            targets: numbersWithVersions(library, positionals),
            person,
            step: values['step'] as Step | undefined,
            signer,
          }),
        done,
      });
    } catch (error) {
      if (error instanceof NoSshKeygen) return noSshKeygen(context);
      if (!(error instanceof SigningFailed)) throw error;
      complain(
        language,
        { zh: `没有签成，没有写任何文件：${error.message}`, en: `Not signed, nothing was written: ${error.message}` },
        { zh: `检查密钥 ${key} 和它的口令。`, en: `See to the key ${key} and its passphrase.` },
      );
      return exit.refused;
    }
  },
};

function done({ person, signed }: ApprovalPlan, dryRun: boolean) {
  const { name } = person.data;
  const lines = signed.map(({ release: { number, version, entry }, steps: own }) => {
    const what = `${number} ${version}`;
    return {
      zh: `${dryRun ? '会由' : '已由'}${name.zh}签署 ${what} 的${own.map((step) => stepNames[step].zh).join('、')}，哈希值 ${entry.hash}`,
      en: `${name.en} ${dryRun ? 'would sign' : 'has signed'} the ${own.map((step) => stepNames[step].en).join(' and ')} of ${what}, hash ${entry.hash}`,
    };
  });
  return { zh: lines.map(({ zh }) => zh).join('\n'), en: lines.map(({ en }) => en).join('\n') };
}

function noKey({ language }: Context, key: string): number {
  complain(
    language,
    { zh: `没有密钥文件 ${key}`, en: `There is no key file ${key}` },
    {
      zh: `用 --key 指出密钥；还没有的，用 ssh-keygen -t ed25519 -f ${join('~', '.ssh', 'id_ed25519')} 生成，再把公钥写入 organisation/people.yaml。`,
      en: `Name the key with --key; if you have none, make one with ssh-keygen -t ed25519 -f ${join('~', '.ssh', 'id_ed25519')} and enter its public key in organisation/people.yaml.`,
    },
  );
  return exit.refused;
}

function noSshKeygen({ language }: Context): number {
  complain(
    language,
    {
      zh: '这台机器上没有能签名的 ssh-keygen，没有写任何文件',
      en: 'This machine has no ssh-keygen that can sign; nothing was written',
    },
    {
      zh: '安装 OpenSSH 8.1 或更高版本（Windows 10 起在“可选功能”的 OpenSSH 客户端中）。',
      en: 'Install OpenSSH 8.1 or later (on Windows: the optional feature “OpenSSH Client”).',
    },
  );
  return exit.environment;
}
