import { signatureVerdicts } from '../../control/signature-verdicts.ts';
import type { Rule } from '../rule.ts';

/** What cannot be verified is said, and never taken for good (design.md §4.6). */
export const sig03: Rule = {
  id: 'SIG-03',
  severity: 'warning',
  title: { zh: '签名都能核验', en: 'Signatures can be verified' },
  reason: {
    zh: '没有核验过的签名不能算有效。',
    en: 'A signature that was not verified does not count as good.',
  },
  remedy: {
    zh: '安装 OpenSSH 8.1 或更高版本的 ssh-keygen（Windows 10 起在“可选功能”的 OpenSSH 客户端中），再运行一次。',
    en: 'Install ssh-keygen of OpenSSH 8.1 or later (on Windows: the optional feature “OpenSSH Client”) and run again.',
  },
  example: {
    file: 'history/ledger.yaml',
    wrong: '（PATH 中没有 ssh-keygen）',
    right: '（ssh -V 显示 OpenSSH_9.2）',
  },
  editions: ['in-force'],
  async check(_, library) {
    const open = (await signatureVerdicts(library)).filter(({ verdict }) => verdict === 'unverified');
    const [first] = open;
    if (!first) return [];
    return [
      {
        place: first.signature.place(),
        message: {
          zh: `${open.length} 个签名没有核验：这台机器上没有能核验签名的 ssh-keygen`,
          en: `${open.length} signatures were not verified: this machine has no ssh-keygen that can`,
        },
      },
    ];
  },
};
