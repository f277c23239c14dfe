/** `handbook supersede`: new documents take the place of old ones, as in a split or a merger. */
import type { Mistake } from '../arguments.ts';
import { misused, type Command } from '../command.ts';
import { listOf, optionNeeded } from '../control-options.ts';
import { withdrawalOptions, withdrawDocuments } from '../withdrawing.ts';

export const command: Command = {
  name: 'supersede',
  positionals: '<old …> --by <new …>',
  summary: {
    zh: '替代：拆分（一旧多新）或合并（多旧一新），旧文件作废并写明替代文件',
    en: 'replace documents: a split or a merger; the old ones are withdrawn and name their successors',
  },
  example: {
    zh: 'B-32 --by B-24 B-25 --reason "可用性与连续性分开管理" --release B-24 B-25',
    en: 'B-32 --by B-24 B-25 --reason "Availability and continuity apart" --release B-24 B-25',
  },
  options: {
    by: {
      type: 'string',
      value: 'NO …',
      list: true,
      help: { zh: '替代它们的新文件', en: 'the documents that take their place' },
    },
    ...withdrawalOptions,
  },
  async run(context) {
    const { language, values, positionals: given } = context;
    const by = listOf(values['by'] as string | undefined);
    const reason = values['reason'] as string | undefined;
    if (!given.length) return misused(language, oldNeeded);
    if (!by.length) {
      return misused(language, optionNeeded('by', { zh: '替代的新文件', en: 'what takes their place' }, 'supersede'));
    }
    if (given.length > 1 && by.length > 1) return misused(language, manyToMany);
    if (!reason) {
      return misused(language, optionNeeded('reason', { zh: '替代的原因', en: 'why they are replaced' }, 'supersede'));
    }
    return withdrawDocuments(context, { given, by, reason });
  },
};

const oldNeeded: Mistake = {
  text: { zh: '请给出被替代的文件编号', en: 'Give the numbers of the documents to be replaced' },
  hint: {
    zh: '例如 npm run handbook -- supersede HC-ITSM-B-32 --by HC-ITSM-B-24 HC-ITSM-B-25 --reason …',
    en: 'For example npm run handbook -- supersede HC-ITSM-B-32 --by HC-ITSM-B-24 HC-ITSM-B-25 --reason …',
  },
};

const manyToMany: Mistake = {
  text: { zh: '不能一次把几份文件换成另外几份', en: 'Several documents cannot be replaced by several others at once' },
  hint: {
    zh: '拆分是一份旧文件换几份新文件，合并是几份旧文件换一份新文件：分几次运行，写清谁替代谁。',
    en: 'A split has one old document, a merger one new one: run it several times, so that it is clear what replaces what.',
  },
};
