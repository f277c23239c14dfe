/** What is told when the first release would leave clauses unmet: how a handbook is built up step by step. */
import type { Finding } from '../handbook/finding.ts';
import type { Handbook } from '../handbook/graph.ts';
import type { Library } from '../handbook/open.ts';
import { splitClauseReference } from '../handbook/resolve.ts';
import type { Bilingual } from '../schema/primitives.ts';

/** So many gaps are listed one by one; of more only the number is told. */
const listed = 5;

export interface Gaps {
  /** The errors that are to be listed all the same. */
  others: Finding[];
  message: Bilingual;
  hint: Bilingual;
}

type Gap = Finding & { clause: string };

/**
 * The gaps among the errors for which a first release is refused, told as one.
 * @param library before the release
 * @returns undefined if there are none, or if it is not the first release
 */
export function gapsOfFirstRelease(library: Library, errors: readonly Finding[]): Gaps | undefined {
  const isGap = (finding: Finding): finding is Gap => finding.isGap === true && finding.clause !== undefined;
  const gaps = errors.filter(isGap);
  if (library.releases.length || !gaps.length) return undefined;
  const byStandard = Map.groupBy(gaps, ({ clause }) => splitClauseReference(clause).standard);
  const told = [...byStandard].map(([standard, own]) => missing(standard, own));
  return {
    others: gaps.length > listed ? errors.filter((error) => !isGap(error)) : [...errors],
    message: {
      zh: `这是第一次发布，发布以后 ${told.map(({ zh }) => zh).join('；')}`,
      en: `This is the first release, and it leaves gaps: ${told.map(({ en }) => en).join('; ')}`,
    },
    hint: whatToDo(library.working, [...byStandard.keys()]),
  };
}

function missing(standard: string, gaps: readonly Gap[]): Bilingual {
  const rules = [...Map.groupBy(gaps, ({ rule }) => rule)].map(([rule, own]) => `${rule} × ${own.length}`);
  return {
    zh: `${standard} 的要求还有 ${gaps.length} 处没有落实（${rules.join('，')}）`,
    en: `${gaps.length} of ${standard} (${rules.join(', ')})`,
  };
}

function whatToDo({ settings }: Pick<Handbook, 'settings'>, ids: readonly string[]): Bilingual {
  const standards = settings.standards.filter(({ id }) => ids.includes(id));
  const open = standards.filter(({ since }) => since === undefined).map(({ id }) => id);
  const hints = [
    ...(open.length ? [withoutDay(open)] : []),
    ...standards.flatMap(({ id, since }) => (since === undefined ? [] : [withDay(id, since)])),
  ];
  return { zh: hints.map(({ zh }) => zh).join(''), en: hints.map(({ en }) => en).join(' ') };
}

function withoutDay(ids: readonly string[]): Bilingual {
  return {
    zh: `手册还在建设、文件要陆续发布的，在 handbook.yaml 的 standards 中给 ${ids.join('、')} 加上 since: 年-月-日，写明从哪一天起声明符合；在那天以前，还没有落实的只是警告。否则把其余文件一起发布。`,
    en: `If the handbook is being built up, say in handbook.yaml from which day on it claims to meet the standard: add since: YYYY-MM-DD to ${ids.join(' and ')} in standards; until then what is missing is a warning. Otherwise release the other documents with it.`,
  };
}

function withDay(id: string, since: string): Bilingual {
  return {
    zh: `handbook.yaml 写明自 ${since} 起声明符合 ${id}，本次发布在那天或以后实施：把其余文件一起发布，或把 since 改为全部发布以后的一天。`,
    en: `handbook.yaml claims that ${id} is met from ${since}, and this release takes effect then or later: release the other documents with it, or set since to a day when all are released.`,
  };
}
