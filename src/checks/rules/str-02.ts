import { keyIn, type Rule } from '../rule.ts';

/** The process card is complete (brief 004). Owner, sources, destinations, formulas are demanded by the schema. */
export const str02: Rule = {
  id: 'STR-02',
  severity: 'error',
  title: { zh: '过程卡完整', en: 'The process card is complete' },
  reason: {
    zh: '没有输入、输出、控制点和指标的过程无法运行，也无法评价。',
    en: 'A process without inputs, outputs, control points and metrics can be neither run nor judged.',
  },
  remedy: {
    zh: '在 process 中至少写一项输入（来源）、输出（去向）、控制点和测量指标（公式、目标、频次）。',
    en: 'Give at least one input with source, output with destination, control point and metric with formula, target and frequency.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-21.mdx',
    wrong: 'process:\n  inputs: []\n  controlPoints: []',
    right:
      'process:\n  inputs:\n    - { name: 用户报障, from: [user] }\n  controlPoints:\n    - { name: 升级时限, what: 到达升级时点而未升级的，计入当月过程缺陷。 }',
  },
  *check(handbook) {
    for (const document of handbook.documents.values()) {
      if (document.data.kind !== 'procedure') continue;
      const { process } = document.data;
      const lists = [
        ['inputs', '输入', 'input', '{ name: …, from: [来源] }'],
        ['outputs', '输出', 'output', '{ name: …, to: [去向] }'],
        ['controlPoints', '控制点', 'control point', '{ name: …, what: … }'],
        ['metrics', '测量指标', 'metric', '{ name: …, formula: …, target: …, frequency: …, owner: …, source: … }'],
      ] as const;
      for (const [key, zh, en, entry] of lists) {
        if (process[key].length) continue;
        yield {
          place: keyIn(document, 'process', key),
          document: document.number,
          message: { zh: `过程卡没有${zh}`, en: `The process card has no ${en}` },
          hint: {
            zh: `在 process.${key} 中至少写一项：- ${entry}`,
            en: `Give at least one entry in process.${key}: - ${entry}`,
          },
        };
      }
    }
  },
};
