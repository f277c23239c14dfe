/** What `handbook status` prints of all documents: those that need attention, or the state of a day. */
import { painter } from '../checks/report/text.ts';
import { stepNames } from '../control/signatories.ts';
import type { DocumentStanding } from '../control/standing.ts';
import type { Bilingual } from '../schema/primitives.ts';
import { cut, tableLines } from './table.ts';

type Language = 'zh' | 'en';

/** So many missing signatures are named; of more only the number is told. */
const namedSignatures = 2;

/** What is to be known of a document beyond its being in force and unchanged; nothing for most. */
export function remarks(item: DocumentStanding): Bilingual[] {
  const { working, coming, withdrawal, isWithdrawn, inForce, isOverdue, review, unsigned } = item;
  const found: Bilingual[] = [];
  if (working === 'new') found.push({ zh: '还没有发布', en: 'not released yet' });
  if (working === 'unreadable') found.push({ zh: '编辑稿无法读取', en: 'the working text cannot be read' });
  if (working === 'unreleased' && !isWithdrawn) {
    found.push({ zh: '编辑稿有未发布的修改', en: 'unreleased changes in the working text' });
  }
  for (const { version, entry } of coming) {
    found.push({ zh: `${version} 自 ${entry.effective} 起实施`, en: `${version} effective from ${entry.effective}` });
  }
  for (const { version, step, name } of unsigned.slice(0, namedSignatures)) {
    const { zh, en } = stepNames[step];
    found.push({
      zh: `${version} 缺少${name.zh}的${zh}签名`,
      en: `${version} lacks the ${en} signature of ${name.en}`,
    });
  }
  const more = unsigned.length - namedSignatures;
  if (more > 0) found.push({ zh: `另缺 ${more} 个签名`, en: `${more} more signatures are missing` });
  if (isOverdue) found.push({ zh: `评审已于 ${review} 到期`, en: `review was due on ${review}` });
  if (withdrawal && !isWithdrawn) {
    found.push({ zh: `将于 ${withdrawal.on} 作废`, en: `to be withdrawn on ${withdrawal.on}` });
  }
  if (isWithdrawn && working) {
    found.push({ zh: '已作废，编辑稿还在', en: 'withdrawn, but its working text is still there' });
  } else if (!isWithdrawn && !working) {
    const isPlanned = withdrawal !== undefined;
    if (!isPlanned && (inForce || coming.length)) found.push({ zh: '没有编辑稿', en: 'no working text' });
  }
  return found;
}

/** One word for where a document stands. */
export function stateName({ inForce, coming, isWithdrawn, withdrawal }: DocumentStanding): Bilingual {
  if (isWithdrawn) {
    return withdrawal?.retained ? { zh: '作废保留', en: 'withdrawn, retained' } : { zh: '作废', en: 'withdrawn' };
  }
  if (inForce) return { zh: '现行有效', en: 'in force' };
  return coming.length ? { zh: '尚未实施', en: 'not yet effective' } : { zh: '草稿', en: 'draft' };
}

export interface StandingCounts {
  all: number;
  inForce: number;
  unreleased: number;
  drafts: number;
  coming: number;
  overdue: number;
  /** How many documents lack a signature that handbook.yaml asks for. */
  unsigned: number;
  withdrawn: number;
}

export function countStandings(items: readonly DocumentStanding[]): StandingCounts {
  const count = (test: (item: DocumentStanding) => boolean) => items.filter(test).length;
  return {
    all: items.length,
    inForce: count(({ inForce }) => inForce !== undefined),
    unreleased: count(({ working, isWithdrawn }) => working === 'unreleased' && !isWithdrawn),
    drafts: count(({ working }) => working === 'new'),
    coming: count(({ coming }) => coming.length > 0),
    overdue: count(({ isOverdue }) => isOverdue),
    unsigned: count(({ unsigned }) => unsigned.length > 0),
    withdrawn: count(({ isWithdrawn }) => isWithdrawn),
  };
}

/**
 * The table of documents, and the sum.
 * @param all every document with its days; otherwise only those with a remark
 */
export function standingsText(
  items: readonly DocumentStanding[],
  { asOf, all, language, colour }: { asOf: string; all: boolean; language: Language; colour: boolean },
): string {
  const said = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  const shown = all ? items : items.filter((item) => remarks(item).length);
  const lines: string[] = [];
  if (shown.length) {
    const header = [
      said('编号', 'Number'),
      said('名称', 'Title'),
      said('版本', 'Version'),
      said('自', 'From'),
      all ? said('至', 'Until') : '',
      all ? said('状态', 'State') : '',
      said('说明', 'Remarks'),
    ];
    const rows = shown.map((item) => row(item, all, language));
    const isRemarked = rows.some((cells) => cells.at(-1));
    const [head, ...rest] = tableLines([isRemarked ? header : header.slice(0, -1), ...rows]);
    lines.push(painter(colour)('bold', head!), ...rest, '');
  } else if (!all) {
    lines.push(nothingText(items)[language], '');
  }
  return [...lines, sumText(countStandings(items), asOf, language)].join('\n');
}

/** That nothing needs attention: what is withdrawn is not in force, but has come to its end as it should. */
function nothingText(items: readonly DocumentStanding[]): Bilingual {
  if (!items.length) return { zh: '还没有文件。', en: 'There are no documents yet.' };
  const isSomeWithdrawn = items.some(({ isWithdrawn }) => isWithdrawn);
  const [zh, en] = isSomeWithdrawn
    ? ['除已作废的以外，全部文件', 'But for those that are withdrawn, all documents']
    : ['全部文件', 'All documents'];
  return {
    zh: `${zh}现行有效，编辑稿没有改动，没有逾期，不缺签名。`,
    en: `${en} are in force, unchanged, not overdue and signed as required.`,
  };
}

function row(item: DocumentStanding, all: boolean, language: Language): string[] {
  const { number, title, inForce, isWithdrawn, withdrawal } = item;
  const dash = '—';
  return [
    number,
    cut(title[language], 40),
    inForce?.release.version ?? dash,
    inForce?.from ?? dash,
    all ? (inForce?.until ?? '') : '',
    all ? stateName(item)[language] + (isWithdrawn ? ` ${withdrawal?.on}` : '') : '',
    remarks(item)
      .map((remark) => remark[language])
      .join(language === 'zh' ? '；' : '; '),
  ];
}

function sumText(counts: StandingCounts, asOf: string, language: Language): string {
  const parts: [number, Bilingual][] = [
    [counts.inForce, { zh: '现行有效', en: 'in force' }],
    [counts.coming, { zh: '有版本尚未实施', en: 'with a version to come' }],
    [counts.drafts, { zh: '草稿', en: 'drafts' }],
    [counts.unreleased, { zh: '有未发布的修改', en: 'with unreleased changes' }],
    [counts.overdue, { zh: '评审逾期', en: 'overdue for review' }],
    [counts.unsigned, { zh: '缺少签名', en: 'lacking a signature' }],
    [counts.withdrawn, { zh: '已作废', en: 'withdrawn' }],
  ];
  return language === 'zh'
    ? `${asOf}：共 ${counts.all} 份文件，${parts.map(([count, name]) => `${name.zh} ${count}`).join('，')}`
    : `${asOf}: ${counts.all} documents, ${parts.map(([count, name]) => `${count} ${name.en}`).join(', ')}`;
}
