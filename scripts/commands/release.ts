/** `handbook release`: freezes the working text of a document as its next version. */
import { planRelease, type ReleasePlan } from '../../src/control/release.ts';
import { changedSections } from '../../src/terminal/comparison.ts';
import { dayMistake, type Option } from '../arguments.ts';
import { carryOut, dryRunOption } from '../carry-out.ts';
import { complain, exit, type Command } from '../command.ts';
import { wholeNumber } from '../whole-number.ts';

const stepNames = {
  prepared: { zh: '编制', en: 'preparation' },
  reviewed: { zh: '审核', en: 'review' },
  approved: { zh: '批准', en: 'approval' },
} as const;

export const command: Command = {
  name: 'release',
  positionals: '<number>',
  summary: {
    zh: '发布：把编辑稿冻结为下一个版本，写入历史和发布台账',
    en: 'freeze the working text as the next version, in the history and the ledger',
  },
  options: {
    edition: {
      type: 'boolean',
      help: { zh: '换版（B/0），不是修改（A/1）', en: 'a new edition (B/0) instead of a revision (A/1)' },
    },
    summary: { type: 'string', value: 'TEXT', help: { zh: '修改内容', en: 'what changed' } },
    reason: { type: 'string', value: 'TEXT', help: { zh: '修改原因', en: 'why it changed' } },
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
    by: {
      type: 'string',
      value: 'PERSON',
      help: { zh: '编制人（默认同上一版本）', en: 'who prepared it (as last time)' },
    },
    reviewed: {
      type: 'string',
      value: 'PERSON',
      help: { zh: '审核人（默认同上一版本）', en: 'who reviewed it (as last time)' },
    },
    approved: {
      type: 'string',
      value: 'PERSON',
      help: { zh: '批准人（默认同上一版本）', en: 'who approved it (as last time)' },
    },
    on: {
      type: 'string',
      value: 'DAY',
      check: (value) => dayMistake('--on', value),
      help: { zh: '发布日期（默认 --as-of）', en: 'day of release (--as-of)' },
    },
    ...Object.fromEntries(
      (['prepared', 'reviewed', 'approved'] as const).map((step) => [
        `${step}-on`,
        {
          type: 'string',
          value: 'DAY',
          check: (value: string) => dayMistake(`--${step}-on`, value),
          help: { zh: `${stepNames[step].zh}日期（默认 --on）`, en: `day of the ${stepNames[step].en} (--on)` },
        } satisfies Option,
      ]),
    ),
    effective: {
      type: 'string',
      value: 'DAY',
      check: (value) => dayMistake('--effective', value),
      help: { zh: '实施日期（默认同发布日期）', en: 'effective day (the day of release)' },
    },
    'dry-run': dryRunOption,
  },
  async run(context) {
    const { language, values, positionals } = context;
    const given = positionals[0];
    if (!given || positionals.length > 1) {
      complain(
        language,
        { zh: '请给出一个文件编号', en: 'Give the number of one document' },
        {
          zh: '例如 npm run handbook -- release HC-ITSM-B-21',
          en: 'For example npm run handbook -- release HC-ITSM-B-21',
        },
      );
      return exit.usage;
    }
    const text = (key: string) => values[key] as string | undefined;
    const sections = text('sections')
      ?.split(/[,，、]/)
      .map((section) => section.trim());
    return carryOut<ReleasePlan>(context, {
      concerns: (library) => [wholeNumber(library, given)],
      judgedOn: ({ effective }) => effective,
      plan(library) {
        const number = wholeNumber(library, given);
        const changed = changedSections(library, number);
        return planRelease(library, {
          number,
          changed,
          edition: Boolean(values['edition']),
          what: text('summary'),
          why: text('reason'),
          sections,
          changeRequest: text('change-request'),
          by: text('by'),
          reviewed: text('reviewed'),
          approved: text('approved'),
          preparedOn: text('prepared-on'),
          reviewedOn: text('reviewed-on'),
          approvedOn: text('approved-on'),
          on: text('on'),
          effective: text('effective'),
        });
      },
      done: ({ number, version, effective, hash }, dryRun) => ({
        zh: `${dryRun ? '会发布' : '已发布'} ${number} ${version}（${effective} 起实施），哈希值 ${hash}`,
        en: `${dryRun ? 'Would release' : 'Released'} ${number} ${version} (effective ${effective}), hash ${hash}`,
      }),
    });
  },
};
