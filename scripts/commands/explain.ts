/** `handbook explain`: what a rule wants, why, and how to mend it. */
import { catalogue, findRule } from '../../src/checks/catalogue.ts';
import { explanation, ruleList, type ExplainOptions } from '../../src/checks/explain.ts';
import { unknownRuleHint } from '../../src/checks/rule.ts';
import { severityOf } from '../../src/checks/severities.ts';
import { readSettings } from '../../src/handbook/settings.ts';
import { exit, misused, type Command } from '../command.ts';

export const command: Command = {
  name: 'explain',
  positionals: '[RULE …]',
  summary: {
    zh: '说明规则：要求、原因、例子、怎样改、怎样豁免；不写规则就列出全部',
    en: 'explain rules: what, why, an example, how to mend, how to waive; without one, list all',
  },
  options: {},
  async run({ positionals: ids, language, content, asOf, say }) {
    const unknown = ids.find((id) => !findRule(id));
    if (unknown !== undefined) {
      return misused(language, {
        text: { zh: `没有规则“${unknown}”`, en: `There is no rule “${unknown}”` },
        hint: unknownRuleHint(unknown, [...catalogue.keys()]),
      });
    }
    const settings = readSettings(content);
    const options: ExplainOptions = {
      language,
      asOf,
      colour: Boolean(process.stdout.isTTY && !process.env['NO_COLOR']),
      severityOf: (rule) => (settings ? severityOf({ settings }, rule) : rule.severity),
    };
    const texts = ids.length ? ids.map((id) => explanation(findRule(id)!, options)) : [ruleList(options)];
    const text = texts.join('\n\n\n');
    say({ zh: text, en: text });
    return exit.clean;
  },
};
