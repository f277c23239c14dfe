/** `handbook explain`: what a rule wants, why, and how to mend it. */
import { catalogue, findRule } from '../../src/checks/catalogue.ts';
import { unknownRuleHint } from '../../src/checks/rule.ts';
import { complain, exit, type Command } from '../command.ts';

export const command: Command = {
  name: 'explain',
  positionals: '[RULE]',
  summary: {
    zh: '说明一条规则：要求、原因、怎样改；不写规则就列出全部',
    en: 'explain a rule: what, why, how to mend; without one, list all',
  },
  options: {},
  async run({ positionals: [id], language, say }) {
    if (!id) {
      for (const rule of catalogue.values())
        say({ zh: `${rule.id}  ${rule.title.zh}`, en: `${rule.id}  ${rule.title.en}` });
      return exit.clean;
    }
    const rule = findRule(id);
    if (!rule) {
      complain(
        language,
        { zh: `没有规则“${id}”`, en: `There is no rule “${id}”` },
        unknownRuleHint(id, [...catalogue.keys()]),
      );
      return exit.usage;
    }
    say({
      zh: `${rule.id}（${rule.severity}）\n${rule.title.zh}\n\n为什么：${rule.reason.zh}\n怎样改：${rule.remedy.zh}`,
      en: `${rule.id} (${rule.severity})\n${rule.title.en}\n\nWhy: ${rule.reason.en}\nRemedy: ${rule.remedy.en}`,
    });
    return exit.clean;
  },
};
