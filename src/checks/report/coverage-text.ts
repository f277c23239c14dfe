/** How far each standard is met, for the terminal: by what is in force, and by the working texts where they differ. */
import { aspects, type Aspect, type CoverageSummary, type Gap, type ReportCoverage } from '../coverage.ts';
import type { Language } from './reporter.ts';

const aspectWords: Record<Aspect, { zh: string; en: string }> = {
  procedure: { zh: '程序', en: 'procedure' },
  owner: { zh: '负责角色', en: 'owner role' },
  department: { zh: '主责部门', en: 'lead department' },
  information: { zh: '成文信息', en: 'documented information' },
};

/** So many gaps are named in a line; each is a finding of its own, and the JSON has them all. */
const named = 10;

/** A line for each standard, followed by what is excluded and what is missing; before the first release of the drafts. */
export function coverageLines({ working, inForce }: ReportCoverage, language: Language): string[] {
  return working.flatMap((drafts) => {
    const current = inForce.find(({ standard }) => standard === drafts.standard);
    const item = current ?? drafts;
    const lines = [head(item, language, current === undefined), ...notes(item, language)];
    const changed = aspects.filter((aspect) => current && !isSame(current[aspect].missing, drafts[aspect].missing));
    if (changed.length === 0) return [...lines, ...gaps(item, aspects, language)];
    const text =
      language === 'zh'
        ? `  编辑稿不同：${figures(drafts, language)}`
        : `  the working texts differ: ${figures(drafts, language)}`;
    return [
      ...lines,
      ...gaps(item, aspects, language),
      text,
      ...gaps(drafts, changed, language).map((line) => `  ${line}`),
    ];
  });
}

function head(item: CoverageSummary, language: Language, isDraft: boolean): string {
  const text = figures(item, language);
  return language === 'zh'
    ? `${item.standard} 的落实${isDraft ? '（编辑稿，还没有现行有效的文件）' : ''}：${text}`
    : `Coverage of ${item.standard}${isDraft ? ' (working texts, nothing is in force yet)' : ''}: ${text}`;
}

function figures(item: CoverageSummary, language: Language): string {
  const list = aspects.map((aspect) => {
    const { met, of } = item[aspect];
    const word = aspectWords[aspect][language];
    return language === 'zh' ? `${word} ${met}/${of}` : `${word} ${met} of ${of}`;
  });
  return list.join(language === 'zh' ? '，' : ', ');
}

/** That the standard is not claimed yet, and which clauses do not apply. */
function notes(item: CoverageSummary, language: Language): string[] {
  const claim =
    language === 'zh'
      ? `  自 ${item.since} 起才声明符合：在那天以前，缺少的只算警告`
      : `  claimed only from ${item.since}: until then, what is missing is a warning`;
  const excluded = item.excluded.map((clause) => {
    const name = gapName(clause, item.standard, language);
    return language === 'zh'
      ? `  不适用：${name}（${clause.approved} 批准，至 ${clause.until}）：${clause.justification}`
      : `  not applicable: ${name} (approved by ${clause.approved}, until ${clause.until}): ${clause.justification}`;
  });
  return [...(item.since === undefined ? [] : [claim]), ...excluded];
}

function gaps(item: CoverageSummary, among: readonly Aspect[], language: Language): string[] {
  return among.flatMap((aspect) => {
    const { missing } = item[aspect];
    if (missing.length === 0) return [];
    const names = missing.slice(0, named).map((gap) => gapName(gap, item.standard, language));
    const more = missing.length - names.length;
    const word = aspectWords[aspect][language];
    return language === 'zh'
      ? `  缺${word}：${names.join('、')}${more ? `……另有 ${more} 处` : ''}`
      : `  no ${word}: ${names.join(', ')}${more ? ` … and ${more} more` : ''}`;
  });
}

/** `8.6.1 事件管理`; the standard stands at the head of the line. */
function gapName({ reference, title }: Gap, standard: string, language: Language): string {
  return `${reference.slice(standard.length + 1)} ${title[language]}`;
}

function isSame(one: readonly Gap[], other: readonly Gap[]): boolean {
  const references = new Set(one.map(({ reference }) => reference));
  return one.length === other.length && other.every(({ reference }) => references.has(reference));
}
