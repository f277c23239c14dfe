/** What `withdraw` and `supersede` have in common. */
import { planWithdrawal, type WithdrawalPlan } from '../src/control/withdrawal.ts';
import type { Library } from '../src/handbook/open.ts';
import type { Bilingual } from '../src/schema/primitives.ts';
import type { Option } from './arguments.ts';
import { carryOut, dryRunOption } from './carry-out.ts';
import type { Context } from './command.ts';
import { dayOption, personOption, textOption } from './control-options.ts';
import { registerText } from './register-text.ts';
import { wholeNumber } from './whole-number.ts';

export const withdrawalOptions: Record<string, Option> = {
  reason: textOption({ zh: '作废的原因', en: 'why' }),
  approved: personOption({
    zh: '批准人（默认最近一个版本的批准人）',
    en: 'who approved it (who approved the last version)',
  }),
  on: dayOption('on', {
    zh: '不再有效的第一天（默认 --as-of；可以是以后的日期）',
    en: 'first day on which it is no longer in force (--as-of; may be later)',
  }),
  'dry-run': dryRunOption,
};

/** Withdraws documents; others take their place, or none. @returns the exit code */
export function withdrawDocuments(
  context: Context,
  { given, by, reason }: { given: readonly string[]; by: readonly string[]; reason: string },
): Promise<number> {
  const { content, asOf, values } = context;
  let opened: Library | undefined;
  return carryOut<WithdrawalPlan>(context, {
    // What is wrong with a document is no reason to keep it; what its end would break is judged afterwards.
    concerns: () => [],
    plan(library) {
      opened = library;
      return planWithdrawal(library, {
        numbers: [...new Set(given.map((word) => wholeNumber(library, word)))],
        successors: [...new Set(by.map((word) => wholeNumber(library, word)))],
        reason,
        approved: values['approved'] as string | undefined,
        on: values['on'] as string | undefined,
        register: registerText(content, 'withdrawals'),
      });
    },
    judgedOn: ({ on }) => on,
    done: (plan, dryRun) => doneText(plan, { opened, asOf, dryRun }),
  });
}

function doneText(
  { entries, on }: WithdrawalPlan,
  { opened, asOf, dryRun }: { opened: Library | undefined; asOf: string; dryRun: boolean },
): Bilingual {
  const numbers = entries.map(({ document }) => document);
  const { approved, successors } = entries[0]!;
  const name = opened?.working.people.get(approved)?.data.name ?? { zh: approved, en: approved };
  const isLater = on > asOf;
  const replaced = successors.length
    ? { zh: `，由 ${successors.join('、')} 替代`, en: `, replaced by ${successors.join(', ')}` }
    : { zh: '', en: '' };
  const before = isLater
    ? {
        zh: `到 ${on} 为止现行版本仍然有效；那天重新生成网站，不用再做别的。`,
        en: `Until ${on} the version in force stays in force; build the site anew on that day, nothing else is left to do.`,
      }
    : { zh: '历史版本保留。', en: 'The history stays.' };
  return {
    zh: `${dryRun ? '会作废' : isLater ? '已登记作废' : '已作废'} ${numbers.join('、')}（自 ${on} 起，${name.zh}批准）${replaced.zh}。编辑稿${dryRun ? '会' : '已'}删除，${before.zh}`,
    en: `${dryRun ? 'Would withdraw' : isLater ? 'Registered the withdrawal of' : 'Withdrew'} ${numbers.join(', ')} (from ${on}, approved by ${name.en})${replaced.en}. The working text ${dryRun ? 'would be' : 'is'} deleted. ${before.en}`,
  };
}
