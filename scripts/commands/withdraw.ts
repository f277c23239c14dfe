/** `handbook withdraw`: a document is no longer valid (作废). */
import { misused, type Command } from '../command.ts';
import { listOf, oneNumberNeeded, optionNeeded } from '../control-options.ts';
import { withdrawalOptions, withdrawDocuments } from '../withdrawing.ts';

export const command: Command = {
  name: 'withdraw',
  positionals: '<number>',
  summary: {
    zh: '作废：登记原因和批准人，删除编辑稿，历史版本保留',
    en: 'withdraw a document: registered with its reason; the working text goes, the history stays',
  },
  example: {
    zh: 'C-19 --reason "内容并入文件与记录控制程序" --successors B-01 --on 2026-12-01',
    en: 'C-19 --reason "Now part of the control of documents" --successors B-01 --on 2026-12-01',
  },
  options: {
    successors: {
      type: 'string',
      value: 'NO …',
      list: true,
      help: { zh: '替代它的文件，可以不写', en: 'documents that take its place, if any' },
    },
    ...withdrawalOptions,
  },
  async run(context) {
    const { language, values, positionals } = context;
    const [given] = positionals;
    if (!given || positionals.length > 1) return misused(language, oneNumberNeeded('withdraw'));
    const reason = values['reason'] as string | undefined;
    if (!reason) {
      return misused(language, optionNeeded('reason', { zh: '作废的原因', en: 'why it is withdrawn' }, 'withdraw'));
    }
    return withdrawDocuments(context, {
      given: [given],
      by: listOf(values['successors'] as string | undefined),
      reason,
    });
  },
};
