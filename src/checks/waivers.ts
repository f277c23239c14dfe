/** Accepted findings: puts the waivers of registers/waivers.yaml to the findings, and judges the waivers themselves. */
import { join } from 'node:path';
import type { Finding } from '../handbook/finding.ts';
import type { Library } from '../handbook/open.ts';
import { shownPath } from '../handbook/read-folder.ts';
import type { Waiver } from '../schema/registers/waivers.ts';
import { nearest } from '../handbook/suggest.ts';
import type { Bilingual } from '../schema/primitives.ts';
import { saysNothing } from './empty-words.ts';
import { unknownRuleHint, type RuleDescription } from './rule.ts';
import { severityOf } from './severities.ts';

/** What can be wrong with a waiver. The runner reports it, because it takes all findings to know. */
export const waiverRules = {
  expired: {
    id: 'WAV-01',
    severity: 'warning',
    title: { zh: '豁免没有过期', en: 'No waiver has expired' },
    reason: {
      zh: '豁免只在批准的期限内有效；过期后问题重新计入，还留在登记表中的豁免会让人误以为问题已被接受。',
      en: 'A waiver holds for the time that was approved. Afterwards the finding counts again, and the entry misleads.',
    },
    remedy: {
      zh: '改正问题后删除这一条（没有其他豁免的，写成 entries: []）；确需延长的，重新批准并写明新的 until。',
      en: 'Mend what it was about and delete the entry (the last one: entries: []), or have it approved again with a new day in until.',
    },
    example: {
      file: 'registers/waivers.yaml',
      wrong:
        'entries:\n  - rule: DAT-03\n    document: HC-ITSM-C-12\n    reason: 等待新系统上线后一并评审\n    approved: gu-zhiyuan\n    until: 2025-12-31',
      right:
        'entries:\n  - rule: DAT-03\n    document: HC-ITSM-C-12\n    reason: 等待新系统上线后一并评审\n    approved: gu-zhiyuan\n    until: 2026-12-31',
    },
  },
  unused: {
    id: 'WAV-02',
    severity: 'warning',
    title: { zh: '每条豁免都还用得着', en: 'Every waiver is still needed' },
    reason: {
      zh: '没有对应问题的豁免多半是问题已经改正；留着它，同样的问题再出现时就没有人知道。',
      en: 'A waiver that no finding needs is mostly about something that was mended; kept, it hides the next such fault.',
    },
    remedy: {
      zh: '删除这一条（没有其他豁免的，写成 entries: []），或改正它的 rule、document、clause、file。',
      en: 'Delete the entry (the last one: entries: []), or correct its rule, document, clause or file.',
    },
    example: {
      file: 'registers/waivers.yaml',
      wrong:
        'entries:\n  - rule: DAT-03\n    document: HC-ITSM-C-12\n    reason: 评审推迟（已于 3 月补做）\n    approved: gu-zhiyuan\n    until: 2026-12-31',
      right: 'entries: []',
    },
  },
  refused: {
    id: 'WAV-03',
    severity: 'error',
    core: true,
    title: {
      zh: '豁免写明理由，规则存在而且可以豁免',
      en: 'A waiver gives a reason, for a rule that exists and may be waived',
    },
    reason: {
      zh: '核心规则（条款落实、责任、文本未被改动、台账）是手册可信的前提，不接受豁免；说不出理由的豁免没有人能批准。',
      en: 'The core (clauses met, owners, texts as approved, ledger) is what makes the handbook trustworthy; it is not waived. Nobody can approve a waiver without a reason.',
    },
    remedy: {
      zh: '改正问题本身，并删除这一条；规则编号写错的改正编号，没有理由的写明理由。',
      en: 'Mend the finding itself and delete the entry; correct the id of the rule if it is misspelt, give the reason if it is missing.',
    },
    example: {
      file: 'registers/waivers.yaml',
      wrong:
        'entries:\n  - rule: MAP-01\n    clause: iso20000-1:2018/8.2.5\n    reason: 资产管理程序尚未编写\n    approved: gu-zhiyuan\n    until: 2026-12-31',
      right: 'entries: []',
    },
  },
} as const satisfies Record<string, RuleDescription>;

/** True if a waiver can accept findings of a rule: the core cannot be waived, nor what is found about waivers. */
export function isWaivable(rule: RuleDescription): boolean {
  return !rule.core && !Object.values(waiverRules).some(({ id }) => id === rule.id);
}

/**
 * The findings, each with the waiver that accepts it, and findings about the waivers.
 * @param catalogue every rule there is, by id
 */
export function applyWaivers(
  library: Library,
  findings: readonly Finding[],
  catalogue: ReadonlyMap<string, RuleDescription>,
): Finding[] {
  const { registers, asOf } = library.working;
  const used = new Set<Waiver>();
  const holding: Waiver[] = [];
  const about: Finding[] = [];
  for (const waiver of registers.waivers) {
    const rule = catalogue.get(waiver.rule);
    if (!rule || rule.core) about.push(refused(waiver, rule, [...catalogue.keys()], registers.waivers.length === 1));
    else if (saysNothing(waiver.reason)) about.push(unreasoned(waiver));
    else if (waiver.until < asOf) about.push(expired(waiver));
    else holding.push(waiver);
  }
  const judged = findings.map((finding) => {
    const waiver = holding.find((item) => accepts(item, finding, library.folder));
    if (!waiver) return finding;
    used.add(waiver);
    return { ...finding, waiver };
  });
  for (const waiver of registers.waivers) {
    // What cannot be read may have had the finding.
    const isUnused = holding.includes(waiver) && !used.has(waiver) && library.working.unread.size === 0;
    if (isUnused) about.push(unused(library, waiver, judged));
  }
  return [...judged, ...inSeverity(library, about)];
}

/** What is wrong with waivers is judged as strictly as handbook.yaml wants, like everything else. */
function inSeverity({ working }: Library, findings: readonly Finding[]): Finding[] {
  const rules = new Map<string, RuleDescription>(Object.values(waiverRules).map((rule) => [rule.id, rule]));
  return findings.flatMap((finding) => {
    const severity = severityOf(working, rules.get(finding.rule)!);
    return severity === 'off' ? [] : [{ ...finding, severity }];
  });
}

function accepts(waiver: Waiver, finding: Finding, folder: string): boolean {
  return (
    waiver.rule === finding.rule &&
    (waiver.document === undefined || waiver.document === finding.document) &&
    (waiver.clause === undefined || waiver.clause.split('#')[0] === finding.clause) &&
    (waiver.file === undefined || shownPath(join(folder, waiver.file)) === finding.file)
  );
}

type PlacedWaiver = Library['working']['registers']['waivers'][number];

function finding(key: keyof typeof waiverRules, waiver: PlacedWaiver, field: string, text: Partial<Finding>): Finding {
  const { id, severity, remedy } = waiverRules[key];
  return {
    rule: id,
    severity,
    ...waiver.place(field),
    document: waiver.document,
    clause: waiver.clause,
    hint: remedy,
    message: remedy,
    editions: ['working', 'in-force'],
    ...text,
  };
}

function expired(waiver: PlacedWaiver): Finding {
  return finding('expired', waiver, 'until', {
    message: {
      zh: `对 ${waiver.rule} 的豁免已于 ${waiver.until} 到期`,
      en: `The waiver of ${waiver.rule} expired on ${waiver.until}`,
    },
  });
}

function unused(library: Library, waiver: PlacedWaiver, findings: readonly Finding[]): Finding {
  return finding('unused', waiver, 'rule', {
    hint: unusedHint(library, waiver, findings),
    message: {
      zh: `对 ${waiver.rule} 的豁免没有用到：没有这样的检查结果`,
      en: `The waiver of ${waiver.rule} is not used: there is no such finding`,
    },
  });
}

/** What else the waiver may have meant: a document that exists, or what the rule did find. */
function unusedHint({ working }: Library, { document, rule }: Waiver, findings: readonly Finding[]): Bilingual {
  const { remedy } = waiverRules.unused;
  const isKnown = document === undefined || working.documents.has(document) || working.unreadable.has(document);
  const near = isKnown ? undefined : nearest(document, working.documents.keys());
  if (near)
    return { zh: `没有文件 ${document}：是否想写 ${near}？`, en: `There is no ${document}: did you mean ${near}?` };
  const own = findings.filter((item) => item.rule === rule && !item.waiver);
  const about = [...new Set(own.map((item) => item.document ?? item.file))].slice(0, 3);
  if (about.length === 0) return remedy;
  return {
    zh: `${remedy.zh}${rule} 的检查结果是关于 ${about.join('、')} 的。`,
    en: `${remedy.en} ${rule} has findings about ${about.join(', ')}.`,
  };
}

function unreasoned(waiver: PlacedWaiver): Finding {
  return finding('refused', waiver, 'reason', {
    message: {
      zh: `对 ${waiver.rule} 的豁免没有理由：“${waiver.reason}”没有说明为什么接受`,
      en: `The waiver of ${waiver.rule} has no reason: “${waiver.reason}” does not say why this is accepted`,
    },
    hint: {
      zh: '写明为什么可以接受、由什么补救、到何时解决。',
      en: 'Say why this is acceptable, what makes up for it, and when it will be solved.',
    },
  });
}

/** @param isOnly whether it is the only waiver: without it the register is not empty, but an empty list */
function refused(
  waiver: PlacedWaiver,
  rule: RuleDescription | undefined,
  ids: readonly string[],
  isOnly: boolean,
): Finding {
  if (rule) {
    return finding('refused', waiver, 'rule', {
      message: { zh: `${rule.id} 是核心规则，不能豁免`, en: `${rule.id} belongs to the core and cannot be waived` },
      hint: isOnly
        ? {
            zh: '改正问题本身；没有其他豁免，登记表写成 entries: []。',
            en: 'Mend the finding itself; there is no other waiver, so that the register becomes entries: [].',
          }
        : { zh: '改正问题本身，并删除这一条。', en: 'Mend the finding itself and delete the entry.' },
    });
  }
  return finding('refused', waiver, 'rule', {
    message: { zh: `没有规则“${waiver.rule}”`, en: `There is no rule “${waiver.rule}”` },
    hint: unknownRuleHint(waiver.rule, ids),
  });
}
