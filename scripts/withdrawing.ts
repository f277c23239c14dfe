/** What `withdraw` and `supersede` have in common. */
import { isRefusal } from '../src/control/plan.ts';
import { planReleases } from '../src/control/release.ts';
import { planWithdrawal, type WithdrawalPlan } from '../src/control/withdrawal.ts';
import type { Library } from '../src/handbook/open.ts';
import type { Bilingual } from '../src/schema/primitives.ts';
import type { Option } from './arguments.ts';
import { carryOut, dryRunOption } from './carry-out.ts';
import type { Context } from './command.ts';
import { dayOption, listOf, personOption, textOption } from './control-options.ts';
import { registerText } from './register-text.ts';
import { releasedText, releaseRequests } from './releasing.ts';
import { wholeNumber, wholeNumbers } from './whole-number.ts';

export const withdrawalOptions: Record<string, Option> = {
  reason: textOption({ zh: '原因', en: 'why' }),
  with: {
    type: 'string',
    value: 'NO[=NO+NO] …',
    list: true,
    help: {
      zh: '一并作废的文件，如它的表单；= 后面写替代它的文件',
      en: 'documents that end with it, such as its forms; behind = what takes their place',
    },
  },
  release: {
    type: 'string',
    value: 'NO …',
    list: true,
    help: {
      zh: '同一步发布的编辑稿：替代文件和改了引用的文件，同日起实施',
      en: 'working texts released in the same step, effective on the same day: successors, and what referred to it',
    },
  },
  summary: textOption({ zh: '同一步发布的修订：修改内容', en: 'what changed in revisions that are released with it' }),
  'change-request': {
    type: 'string',
    value: 'NO',
    help: { zh: '同一步发布的修订：更改申请单号', en: 'number of the change request of such revisions' },
  },
  approved: personOption({
    zh: '作废的批准人（默认最近一个版本的批准人）',
    en: 'who approved the withdrawal (who approved the last version)',
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
  const text = (key: string) => values[key] as string | undefined;
  const on = text('on') ?? asOf;
  let opened: Library | undefined;
  return carryOut<WithdrawalPlan>(context, {
    // What is wrong with a document is no reason to keep it, and two that claim one clause are parted by this step.
    mends: true,
    concerns: (library) => wholeNumbers(library, listOf(text('release'))),
    plan(library) {
      opened = library;
      const toRelease = wholeNumbers(library, listOf(text('release')));
      const said = { summary: text('summary'), reason, 'change-request': text('change-request'), effective: on };
      const requests = releaseRequests(library, toRelease, said).map((request) => ({ ...request, joint: true }));
      const released = planReleases(library, requests);
      if (isRefusal(released)) return released;
      return planWithdrawal(library, {
        documents: [
          ...wholeNumbers(library, given).map((number) => ({ number, successors: wholeNumbers(library, by) })),
          ...listOf(text('with')).map((item) => withSuccessors(library, item)),
        ],
        reason,
        approved: text('approved'),
        on,
        register: registerText(content, 'withdrawals'),
        released,
      });
    },
    judgedOn: () => on,
    // What is to be signed must be there first.
    expected: ({ rule }) => rule === 'SIG-02',
    done: (plan, dryRun) => doneText(plan, { content, opened, asOf, dryRun }),
  });
}

/** `D-03-01=D-04-01+D-05-01` → a document, and what takes its place. */
function withSuccessors(library: Library, item: string): { number: string; successors: string[] } {
  const [number = '', successors = ''] = item.split('=');
  return {
    number: wholeNumber(library, number),
    successors: wholeNumbers(library, successors.split('+').filter(Boolean)),
  };
}

function doneText(
  { entries, on, releases }: WithdrawalPlan,
  { content, opened, asOf, dryRun }: { content: string; opened: Library | undefined; asOf: string; dryRun: boolean },
): Bilingual {
  const isLater = on > asOf;
  const lines = entries.map(({ document, successors, approved }): Bilingual => {
    const name = opened?.working.people.get(approved)?.data.name ?? { zh: approved, en: approved };
    const replaced = successors.length
      ? { zh: `，由 ${successors.join('、')} 替代`, en: `, replaced by ${successors.join(', ')}` }
      : { zh: '', en: '' };
    return {
      zh: `${dryRun ? '会作废' : isLater ? '已登记作废' : '已作废'} ${document}（自 ${on} 起，${name.zh}批准）${replaced.zh}`,
      en: `${dryRun ? 'Would withdraw' : isLater ? 'Registered the withdrawal of' : 'Withdrew'} ${document} (from ${on}, approved by ${name.en})${replaced.en}`,
    };
  });
  const end = isLater
    ? {
        zh: `编辑稿${dryRun ? '会' : '已'}删除；${on} 以前现行版本仍然有效，那天重新生成网站即可，不用再做别的。`,
        en: `The working text ${dryRun ? 'would be' : 'is'} deleted. What is in force stays so until ${on}; build the site anew on that day, nothing else is left to do.`,
      }
    : {
        zh: `编辑稿${dryRun ? '会' : '已'}删除，历史版本保留。`,
        en: `The working text ${dryRun ? 'would be' : 'is'} deleted, the history stays.`,
      };
  const all = [...(releases.length ? [releasedText(releases, content, dryRun)] : []), ...lines, end];
  return { zh: all.map(({ zh }) => zh).join('\n'), en: all.map(({ en }) => en).join('\n') };
}
