/** `handbook review`: records a periodic review that found nothing to change. */
import { planReview, type ReviewPlan } from '../../src/control/review.ts';
import type { Library } from '../../src/handbook/open.ts';
import type { Bilingual } from '../../src/schema/primitives.ts';
import { carryOut, dryRunOption } from '../carry-out.ts';
import { misused, type Command } from '../command.ts';
import { dayOption, oneNumberNeeded, optionNeeded, personOption, textOption } from '../control-options.ts';
import { registerText } from '../register-text.ts';
import { wholeNumber } from '../whole-number.ts';

export const command: Command = {
  name: 'review',
  positionals: '<number>',
  summary: {
    zh: '定期评审：记录评审后不修改的结论，下次评审日期顺延',
    en: 'record a periodic review without change, which moves the next review',
  },
  example: {
    zh: 'B-21 --conclusion "一年来执行有效，不修改。"',
    en: 'B-21 --conclusion "It has worked for a year and stays as it is."',
  },
  options: {
    conclusion: textOption({ zh: '评审结论', en: 'conclusion of the review' }),
    by: personOption({ zh: '评审人（默认担任负责角色的人）', en: 'who reviewed it (who holds the owner role)' }),
    on: dayOption('on', { zh: '评审日期（默认 --as-of）', en: 'day of the review (--as-of)' }),
    'dry-run': dryRunOption,
  },
  async run(context) {
    const { content, language, values, positionals } = context;
    const [given] = positionals;
    if (!given || positionals.length > 1) return misused(language, oneNumberNeeded('review'));
    const text = (key: string) => values[key] as string | undefined;
    const conclusion = text('conclusion');
    if (!conclusion) {
      const what = { zh: '说明评审了什么、为什么不修改', en: 'what was reviewed, and why nothing changes' };
      return misused(language, optionNeeded('conclusion', what, 'review'));
    }
    let opened: Library | undefined;
    return carryOut<ReviewPlan>(context, {
      concerns: (library) => [wholeNumber(library, given)],
      plan(library) {
        opened = library;
        return planReview(library, {
          number: wholeNumber(library, given),
          conclusion,
          by: text('by'),
          on: text('on'),
          register: registerText(content, 'reviews'),
        });
      },
      done(plan, dryRun) {
        const { document, version, on, by } = plan.entry;
        const name = opened?.working.people.get(by)?.data.name ?? { zh: by, en: by };
        const planned = plannedNote(opened, document);
        return {
          zh: `${dryRun ? '会记录' : '已记录'} ${document} ${version} 的定期评审：${name.zh}，${on}，不修改。下次评审 ${plan.before} → ${plan.after}。${planned.zh}`,
          en: `${dryRun ? 'Would record' : 'Recorded'} the review of ${document} ${version} without change: ${name.en}, ${on}. Next review ${plan.before} → ${plan.after}.${planned.en}`,
        };
      },
    });
  },
};

/** What the revision plan still expects of the document. */
function plannedNote(library: Library | undefined, number: string): Bilingual {
  const plan = library?.working.registers['revision-plan'].find((item) => item.document === number && !item.done);
  if (!plan) return { zh: '', en: '' };
  return {
    zh: `\n${plan.year} 年修订计划中有这份文件（${plan.due} 前）：完成后在 registers/revision-plan.yaml 填写 done 和 result。`,
    en: `\nThe revision plan of ${plan.year} has this document (due ${plan.due}): fill in done and result in registers/revision-plan.yaml.`,
  };
}
