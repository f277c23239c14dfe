/** `handbook retain`: marks a withdrawn document as kept for reference (作废保留). */
import type { Plan } from '../../src/control/plan.ts';
import { planRetain } from '../../src/control/retain.ts';
import { carryOut, dryRunOption } from '../carry-out.ts';
import { misused, type Command } from '../command.ts';
import { oneNumberNeeded } from '../control-options.ts';
import { registerText } from '../register-text.ts';
import { wholeNumber } from '../whole-number.ts';

export const command: Command = {
  name: 'retain',
  positionals: '<number>',
  summary: {
    zh: '作废保留：标明作废的文件留存备查',
    en: 'mark a withdrawn document as retained for reference',
  },
  example: {
    zh: 'C-19',
    en: 'C-19',
  },
  options: {
    undo: { type: 'boolean', help: { zh: '取消作废保留', en: 'take the mark away' } },
    'dry-run': dryRunOption,
  },
  async run(context) {
    const { content, language, values, positionals } = context;
    const [given] = positionals;
    if (!given || positionals.length > 1) return misused(language, oneNumberNeeded('retain'));
    const retained = !values['undo'];
    let number = given;
    return carryOut<Plan>(context, {
      concerns: () => [],
      plan(library) {
        number = wholeNumber(library, given);
        return planRetain(library, { number, retained, register: registerText(content, 'withdrawals') });
      },
      done: (_, dryRun) => ({
        zh: `${dryRun ? '会' : '已'}${retained ? `将 ${number} 标为作废保留` : `取消 ${number} 的作废保留`}`,
        en: `${dryRun ? 'Would ' : ''}${retained ? `${dryRun ? 'mark' : 'Marked'} ${number} as retained` : `${dryRun ? 'take' : 'Took'} the mark “retained” from ${number}`}`,
      }),
    });
  },
};
