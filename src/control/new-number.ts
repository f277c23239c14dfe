/** The number of a new document: the one that was asked for, or the next one of its kind. */
import type { Document } from '../handbook/graph.ts';
import { numberPattern } from '../handbook/number-pattern.ts';
import type { Library } from '../handbook/open.ts';
import type { NewRequest } from './new-request.ts';
import { nextNumber } from './next-number.ts';
import type { Refusal } from './plan.ts';

/** The number that was asked for if it is free and fits the grammar, else the next one. */
export function numberOf(
  library: Library,
  { kind, number }: NewRequest,
  procedure: Document | undefined,
): string | Refusal {
  const { working: handbook } = library;
  const pattern = handbook.settings.numbering[kind];
  const used = usedNumbers(library);
  if (number !== undefined) {
    if (used.has(number)) {
      return {
        refused: { zh: `编号 ${number} 已经用过`, en: `The number ${number} was used already` },
        hint: {
          zh: '编号永不再用：换一个，或不写 --number。',
          en: 'A number is never used again: take another one, or leave --number out.',
        },
      };
    }
    if (numberPattern(pattern).test(number)) return number;
    return {
      refused: {
        zh: `编号 ${number} 不符合 numbering.${kind} 的规则 ${pattern}`,
        en: `The number ${number} does not match numbering.${kind}, ${pattern}`,
      },
    };
  }
  const isByProcedure = pattern.includes('(?<procedure>');
  if (isByProcedure && !procedure) {
    return {
      refused: {
        zh: '编号中有程序号，没有指出是哪个程序',
        en: 'The number holds that of a procedure, which is not named',
      },
      hint: {
        zh: '用 --procedure 指出，例如 --procedure B-21。',
        en: 'Name it with --procedure, such as --procedure B-21.',
      },
    };
  }
  const fixed: Record<string, string> = isByProcedure
    ? { procedure: procedure!.number.slice(procedure!.number.lastIndexOf('-') + 1) }
    : {};
  return (
    nextNumber(pattern, used, fixed) ?? {
      refused: {
        zh: `按 numbering.${kind} 的规则 ${pattern} 得不出下一个编号`,
        en: `numbering.${kind}, ${pattern}, yields no next number`,
      },
      hint: {
        zh: '号码已用完的，先在 handbook.yaml 中放宽规则；否则用 --number 给出编号。',
        en: 'If all are used, widen the grammar in handbook.yaml first; otherwise give one with --number.',
      },
    }
  );
}

/** Every number that there is or ever was, of whatever kind. */
function usedNumbers({ working }: Library): Set<string> {
  return new Set([
    ...working.documents.keys(),
    ...working.unreadable,
    ...working.externals.keys(),
    ...working.releases.map(({ number }) => number),
    ...working.registers.withdrawals.map(({ document }) => document),
  ]);
}
