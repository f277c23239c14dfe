/** What is told when the first release would leave clauses unmet: how a handbook is built up step by step. */
import type { Finding } from '../handbook/finding.ts';
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

/**
 * The gaps among the errors for which a first release is refused, told as one.
 * @param library before the release
 * @returns undefined if there are none, or if it is not the first release
 */
export function gapsOfFirstRelease(library: Library, errors: readonly Finding[]): Gaps | undefined {
  const gaps = errors.filter(({ isGap }) => isGap);
  const clause = gaps.find((finding) => finding.clause)?.clause;
  if (library.releases.length || clause === undefined) return undefined;
  const { standard } = splitClauseReference(clause);
  const since = library.working.settings.standards.find(({ id }) => id === standard)?.since;
  const rules = [...Map.groupBy(gaps, ({ rule }) => rule)].map(([rule, own]) => `${rule} × ${own.length}`);
  return {
    others: gaps.length > listed ? errors.filter(({ isGap }) => !isGap) : [...errors],
    message: {
      zh: `这是第一次发布，发布以后 ${standard} 的要求还有 ${gaps.length} 处没有落实（${rules.join('，')}）`,
      en: `This is the first release, and after it ${gaps.length} things that ${standard} asks for are still missing (${rules.join(', ')})`,
    },
    hint: since === undefined ? withoutDay(standard) : withDay(since),
  };
}

function withoutDay(standard: string): Bilingual {
  const written = (day: string) => `standards: [{ id: ${standard}, since: ${day} }]`;
  return {
    zh: `手册还在建设、文件要陆续发布的，在 handbook.yaml 中写明从哪一天起声明符合标准：${written('年-月-日')}；在那天以前，还没有落实的只是警告。否则把其余文件一起发布。`,
    en: `If the handbook is being built up, say in handbook.yaml from which day on it claims to meet the standard: ${written('YYYY-MM-DD')}; until then what is missing is a warning. Otherwise release the other documents with it.`,
  };
}

function withDay(since: string): Bilingual {
  return {
    zh: `handbook.yaml 写明自 ${since} 起声明符合标准，本次发布在那天或以后实施：把其余文件一起发布，或把 since 改为全部发布以后的一天。`,
    en: `handbook.yaml claims that the standard is met from ${since}, and this release takes effect then or later: release the other documents with it, or set since to a day when all are released.`,
  };
}
