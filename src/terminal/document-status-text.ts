/** The status of one document as text. */
import { findingText, painter } from '../checks/report/text.ts';
import { stepNames } from '../control/signatories.ts';
import type { Handbook } from '../handbook/graph.ts';
import type { Bilingual } from '../schema/primitives.ts';
import type { DocumentStatus, SignedStep, VersionStatus } from './document-status.ts';
import { remarks, stateName } from './standing-text.ts';
import { tableLines } from './table.ts';

export interface StatusStyle {
  language: 'zh' | 'en';
  colour: boolean;
}

const signatureWords: Record<SignedStep['signature'], Bilingual> = {
  good: { zh: '签名有效', en: 'signature good' },
  bad: { zh: '签名无效', en: 'signature bad' },
  unverified: { zh: '签名未核验', en: 'signature not verified' },
  none: { zh: '', en: '' },
};

/** @param handbook for the names of people */
export function documentStatusText(handbook: Handbook, status: DocumentStatus, style: StatusStyle): string {
  const { language, colour } = style;
  const said = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  const { standing, readiness, changed, findings } = status;
  const { number, title, inForce, coming, withdrawal, review } = standing;
  const rows: [string, string][] = [[said('状态', 'State'), stateName(standing)[language]]];
  if (inForce) {
    const until = inForce.until ? said(`，至 ${inForce.until}`, ` until ${inForce.until}`) : '';
    rows.push([
      said('现行版本', 'In force'),
      `${inForce.release.version}${said('，自 ', ' from ')}${inForce.from}${until}`,
    ]);
  }
  for (const { version, entry } of coming) {
    const text = said(
      `${version}，${entry.released} 发布，${entry.effective} 起实施`,
      `${version}, released ${entry.released}, effective ${entry.effective}`,
    );
    rows.push([said('待实施', 'To come'), text]);
  }
  if (withdrawal) {
    const successors = withdrawal.successors.length
      ? said(`，由 ${withdrawal.successors.join('、')} 替代`, `, replaced by ${withdrawal.successors.join(', ')}`)
      : '';
    rows.push([said('作废', 'Withdrawal'), `${withdrawal.on}${successors}${said('。', '. ')}${withdrawal.reason}`]);
  }
  if (review) {
    const last = status.lastReview ? said(`（上次 ${status.lastReview}）`, ` (last ${status.lastReview})`) : '';
    const late = standing.isOverdue ? said('，已逾期', ', overdue') : '';
    rows.push([said('下次评审', 'Next review'), `${review}${last}${late}`]);
  }
  rows.push([said('编辑稿', 'Working text'), workingText(status, language)]);
  if (changed.length) rows.push([said('有改动的章节', 'Changed sections'), changed.join(said('、', ', '))]);
  if (readiness?.next.length) {
    rows.push([said('下一版本', 'Next version'), readiness.next.join(said(' 或 ', ' or '))]);
  }
  const blocks = [
    painter(colour)('bold', `${number} ${title[language]}`),
    tableLines(rows.map(([label, text]) => [`  ${label}`, text])).join('\n'),
  ];
  if (readiness?.missing.length) {
    blocks.push(
      [said('发布前：', 'Before the release:'), ...readiness.missing.map((item) => `  • ${item[language]}`)].join('\n'),
    );
  }
  if (status.versions.length) blocks.push(versionLines(handbook, status.versions, style).join('\n'));
  if (findings.length) {
    const texts = findings.map((finding) => findingText(finding, { language, colour, lineOf: () => undefined }));
    blocks.push([said(`检查结果（${findings.length}）：`, `Findings (${findings.length}):`), ...texts].join('\n'));
  } else blocks.push(said('检查没有发现问题。', 'The check finds nothing.'));
  return blocks.join('\n\n');
}

function workingText({ standing }: DocumentStatus, language: 'zh' | 'en'): string {
  const [first] = remarks({ ...standing, coming: [], isOverdue: false });
  const texts: Record<NonNullable<typeof standing.working>, Bilingual> = {
    new: { zh: '还没有发布', en: 'not released yet' },
    released: { zh: '与最新发布版相同', en: 'the same as the newest release' },
    unreleased: { zh: '有未发布的修改', en: 'has unreleased changes' },
    unreadable: { zh: '无法读取，运行 npm run check 查看原因', en: 'cannot be read; npm run check says why' },
  };
  if (standing.working) return texts[standing.working][language];
  return first && !standing.isWithdrawn ? first[language] : { zh: '无', en: 'none' }[language];
}

/** Newest first, with who prepared, reviewed and approved each, and whether that is signed. */
function versionLines(
  handbook: Handbook,
  versions: readonly VersionStatus[],
  { language, colour }: StatusStyle,
): string[] {
  const said = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  const header = [
    said('版本', 'Version'),
    said('自', 'From'),
    said('至', 'Until'),
    ...(['prepared', 'reviewed', 'approved'] as const).map((step) => stepNames[step][language]),
    'SHA-256',
  ];
  const rows = versions.toReversed().map(({ release, from, until, steps }) => [
    release.version,
    from,
    until !== undefined && until < from ? said('当天即被替代', 'replaced the same day') : (until ?? ''),
    ...steps.map(({ by, on, signature }) => {
      const name = handbook.people.get(by)?.data.name[language] ?? by;
      return [name, on, signatureWords[signature][language]].filter(Boolean).join(' ');
    }),
    release.entry.hash.slice(0, 12),
  ]);
  const [head, ...lines] = tableLines([header, ...rows]);
  return [painter(colour)('bold', head!), ...lines];
}
