import type { Document, Handbook, Registers } from '../../handbook/graph.ts';
import type { Bilingual } from '../../schema/primitives.ts';
import { nextCopyNumber } from '../copy-numbers.ts';
import { placeIn, type Report, type Rule } from '../rule.ts';

/**
 * A document goes outside with an approval of its own (brief 003-22): where a profile for readers outside holds it, the
 * distribution register has a copy of the version in force that is uncontrolled, which is one for outside, and says who
 * approved it. One entry will do, be it for the web site or for a customer.
 */
export const cls03: Rule = {
  id: 'CLS-03',
  severity: 'error',
  title: {
    zh: '对外的受众版本只含经批准对外提供的文件',
    en: 'A profile for readers outside holds only documents that were approved for them',
  },
  reason: {
    zh: '密级“公开”是文件的属性，对外提供还要另行批准；没有登记，就不知道谁同意把这一版交给外人。',
    en: 'Being classified as public is one thing, going outside takes an approval; without the entry nobody knows who agreed to this version.',
  },
  remedy: {
    zh: '经批准后在 registers/distribution.yaml 登记现行版本的不受控副本（uncontrolled: true、recipient、purpose、approved）；不对外提供的，提高密级。',
    en: 'Once approved, enter an uncontrolled copy of the version in force in registers/distribution.yaml (uncontrolled: true, recipient, purpose, approved); if it is not for outside, give it a higher classification.',
  },
  example: {
    file: 'registers/distribution.yaml',
    wrong:
      '  # 现行有效的是 A/1\n  - document: HC-ITSM-A-02\n    version: A/0\n    copy: W-2026-001\n    issued: 2026-02-02\n    uncontrolled: true\n    recipient: 公司网站\n    purpose: 对外公布全文\n    approved: gu-zhiyuan',
    right:
      '  …\n  - document: HC-ITSM-A-02\n    version: A/1\n    copy: W-2026-004\n    issued: 2026-05-06\n    uncontrolled: true\n    recipient: 公司网站\n    purpose: 对外公布全文\n    approved: gu-zhiyuan',
  },
  needs: ['registers/distribution.yaml'],
  // What is not in force is not published.
  editions: ['in-force'],
  *check(handbook) {
    const profiles = handbook.settings.profiles.filter(({ external }) => external);
    if (!profiles.length) return;
    const outside = handbook.registers.distribution.filter((copy) => 'uncontrolled' in copy);
    const copies = Map.groupBy(outside, ({ document }) => document);
    for (const document of handbook.documents.values()) {
      const profile = profiles.find(({ classifications }) => classifications.includes(document.data.classification));
      const own = copies.get(document.number) ?? [];
      if (!profile || own.some(({ version }) => version === document.data.version)) continue;
      yield missing(handbook, document, profile.title, own.at(-1));
    }
  },
};

function missing(
  handbook: Handbook,
  document: Document,
  profile: Bilingual,
  older: Registers['distribution'][number] | undefined,
): Report {
  const { number, data } = document;
  const level = handbook.settings.classifications.find(({ id }) => id === data.classification)!.title;
  const [zh, en] = [entryLine(handbook, document, 'zh'), entryLine(handbook, document, 'en')];
  return {
    place: placeIn(document, 'classification'),
    document: number,
    message: {
      zh: `${number} ${data.version}（${level.zh}）收入了对外的“${profile.zh}”，分发登记中却没有批准对外提供的记录${older ? `（只登记了 ${older.version}）` : ''}`,
      en: `${number} ${data.version} (${level.en}) is in “${profile.en}” for readers outside, but no approval of that is registered${older ? ` (only of ${older.version})` : ''}`,
    },
    hint: {
      zh: `误删登记的，用 git 恢复 registers/distribution.yaml；没有登记过的，经批准后加一行，例如 ${zh}；不该对外的，改 classification 并发布新版。`,
      en: `Restore registers/distribution.yaml from git if the entry was deleted; else add one once approved, such as ${en}; if it is not for outside, change classification and release that.`,
    },
  };
}

const examples = {
  zh: { recipient: '公司网站', purpose: '对外公布' },
  en: { recipient: 'web site', purpose: 'publication' },
};

/** An entry as it could be written, numbered as others are. */
function entryLine({ registers, asOf }: Handbook, { number, data }: Document, language: 'zh' | 'en'): string {
  const outside = registers.distribution.filter((copy) => 'uncontrolled' in copy);
  const own = outside.filter(({ document }) => document === number);
  const like = (own.at(-1) ?? outside.at(-1))?.copy ?? 'W-001';
  const copy =
    nextCopyNumber(
      like,
      own.map((item) => item.copy),
    ) ?? 'W-001';
  const { recipient, purpose } = examples[language];
  const approved = data.approved?.by ?? '…';
  return `- { document: ${number}, version: ${data.version}, copy: ${copy}, issued: ${asOf}, uncontrolled: true, recipient: ${recipient}, purpose: ${purpose}, approved: ${approved} }`;
}
