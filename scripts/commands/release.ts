/** `handbook release`: freezes the working text of a document as its next version. */
import { planReleases, type ReleasesPlan } from '../../src/control/release.ts';
import { stepNames } from '../../src/control/signatories.ts';
import { steps } from '../../src/schema/ledger.ts';
import { carryOut, dryRunOption } from '../carry-out.ts';
import { misused, type Command } from '../command.ts';
import { dayOption, oneNumberNeeded, personOption, textOption } from '../control-options.ts';
import { latestEffective, releaseRequests, releasedText } from '../releasing.ts';
import { wholeNumbers } from '../whole-number.ts';

export const command: Command = {
  name: 'release',
  positionals: '<number …>',
  summary: {
    zh: '发布：把编辑稿冻结为下一个版本，写入历史和发布台账；几份文件可以一并发布',
    en: 'freeze working texts as their next versions, in the history and the ledger; several in one step',
  },
  example: {
    zh: 'B-21 --summary "明确由支持组跟踪到恢复" --reason "内部审核建议" --change-request DCR-2026-031 --effective 2026-12-01',
    en: 'B-21 --summary "Support follows it to the end" --reason "Internal audit" --change-request DCR-2026-031 --effective 2026-12-01',
  },
  options: {
    edition: {
      type: 'boolean',
      help: { zh: '换版（B/0），不是修改（A/1）', en: 'a new edition (B/0) instead of a revision (A/1)' },
    },
    summary: textOption({ zh: '修改内容', en: 'what changed' }),
    reason: textOption({ zh: '修改原因', en: 'why it changed' }),
    sections: {
      type: 'string',
      value: '5.3,2.7',
      help: { zh: '修改的章节（默认由对比得出）', en: 'changed sections (found by comparison)' },
    },
    'change-request': {
      type: 'string',
      value: 'NO',
      help: { zh: '文件更改申请单号', en: 'number of the change request' },
    },
    by: personOption({ zh: '编制人（默认同上一版本）', en: 'who prepared it (as last time)' }),
    reviewed: personOption({ zh: '审核人（默认同上一版本）', en: 'who reviewed it (as last time)' }),
    approved: personOption({ zh: '批准人（默认同上一版本）', en: 'who approved it (as last time)' }),
    on: dayOption('on', { zh: '发布日期（默认 --as-of）', en: 'day of release (--as-of)' }),
    ...Object.fromEntries(
      steps.map((step) => {
        const { zh, en } = stepNames[step];
        return [`${step}-on`, dayOption(`${step}-on`, { zh: `${zh}日期（默认 --on）`, en: `day of the ${en} (--on)` })];
      }),
    ),
    effective: dayOption('effective', { zh: '实施日期（默认同发布日期）', en: 'effective day (the day of release)' }),
    'dry-run': dryRunOption,
  },
  async run(context) {
    const { language, values, positionals } = context;
    if (!positionals.length) return misused(language, oneNumberNeeded('release'));
    if (positionals.length > 1 && values['sections'] !== undefined) {
      return misused(language, {
        text: {
          zh: '几份文件一并发布时，不能用 --sections',
          en: '--sections is about one document, not about several',
        },
        hint: {
          zh: '不写 --sections，修改的章节由对比得出。',
          en: 'Leave it out: the changed sections are found by comparison.',
        },
      });
    }
    return carryOut<ReleasesPlan>(context, {
      concerns: (library) => wholeNumbers(library, positionals),
      judgedOn: ({ releases }) => latestEffective(releases),
      // What is to be signed must be there first.
      expected: ({ rule }) => rule === 'SIG-02',
      plan: (library) => planReleases(library, releaseRequests(library, wholeNumbers(library, positionals), values)),
      done: ({ releases }, dryRun) => releasedText(releases, context.content, dryRun),
    });
  },
};
