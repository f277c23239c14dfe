/** Compares the ledger with a hash of it that was noted elsewhere: what shows that its end was cut off. */
import { ledgerHash, linesAtHash } from '../control/ledger.ts';
import type { Finding } from '../handbook/finding.ts';
import type { Library } from '../handbook/open.ts';
import type { RuleDescription } from './rule.ts';

/** Only `handbook verify --expect` can tell, because it takes a hash from outside. */
export const notedLedgerRule: RuleDescription = {
  id: 'LED-03',
  severity: 'error',
  core: true,
  title: {
    zh: '台账仍然含有当时记下哈希值的全部内容',
    en: 'The ledger still holds all that it held when its hash was noted',
  },
  reason: {
    zh: '删去台账的最后几行连同它们的冻结文本，剩下的仍然前后相符；只有记在别处的哈希值能证明少了什么。',
    en: 'A ledger whose last lines were cut off with their frozen texts is consistent in itself; only a hash that was noted elsewhere shows it.',
  },
  remedy: {
    zh: '用 git 找回记下哈希值那天的 content/history，核对少了什么；哈希值抄错的，重新核对。',
    en: 'Find content/history of that day in git and compare; if the hash was copied wrongly, look it up again.',
  },
  example: {
    file: 'history/ledger.yaml',
    wrong: '（npm run handbook -- verify --expect 4f1c…：台账被删去最后一行）',
    right: '（npm run handbook -- verify --expect 4f1c…：台账只在末尾增加了内容）',
  },
};

export interface Comparison {
  /** How many lines the ledger had and has; undefined if it never had the hash. */
  lines: { then: number; now: number } | undefined;
  findings: Finding[];
}

/** @param noted what an earlier `verify`, or `sha256sum ledger.yaml`, printed */
export function compareNoted({ ledger, folder }: Library, noted: string): Comparison {
  const text = ledger?.text ?? '';
  const lines = linesAtHash(text, noted);
  if (lines) return { lines, findings: [] };
  const now = ledger ? short(ledgerHash(text)) : undefined;
  const finding: Finding = {
    rule: notedLedgerRule.id,
    severity: notedLedgerRule.severity,
    file: ledger?.file ?? folder,
    line: 1,
    column: 1,
    message: {
      zh: `台账从来没有过哈希值 ${short(noted)}（${now ? `现为 ${now}` : '现在没有台账'}）：当时的内容被改动或删去了`,
      en: `The ledger never had the hash ${short(noted)} (${now ? `now ${now}` : 'there is none now'}): what it held then was changed or cut off`,
    },
    hint: notedLedgerRule.remedy,
    editions: ['in-force'],
  };
  return { lines, findings: [finding] };
}

function short(hash: string): string {
  return `${hash.slice(0, 12)}…`;
}
