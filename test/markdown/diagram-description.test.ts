import { expect, test } from 'vitest';
import { describeFlow } from '../../src/markdown/diagram-description.ts';

test.each([
  ['boxes and connectors', 'flowchart TD\n  A["5.1 受理（服务台）"] --> B[分类]', '5.1 受理（服务台） → 分类'],
  [
    'decisions, with labels on both kinds of connector',
    'flowchart TD\n  A{能否解决？} -->|能| B[关闭]\n  A -- 不能 --> C([升级])',
    '能否解决？（能） → 关闭；能否解决？（不能） → 升级',
  ],
  [
    'chains and groups',
    'flowchart LR\n  A[甲] --> B[乙] --> C[丙]\n  A & B -.-> D[丁]',
    '甲 → 乙；乙 → 丙；甲 → 丁；乙 → 丁',
  ],
  ['a label that is given later', 'flowchart TD\n  A --> B\n  A[甲]\n  B[乙]', '甲 → 乙'],
  ['a label with what looks like a connector', 'flowchart TD\n  A["甲 --> 乙"] ==> B["丙"]', '甲 --> 乙 → 丙'],
  ['a name without a label', 'flowchart TD\n  受理 --> 关闭', '受理 → 关闭'],
])('tells %s', (_what, code, text) => {
  expect(describeFlow(code)).toBe(text);
});

test.each([['stateDiagram-v2\n  [*] --> 草稿'], ['flowchart TD\n  A[甲]'], ['sequenceDiagram\n  甲->>乙: 问']])(
  'says nothing of %j',
  (code) => {
    expect(describeFlow(code)).toBeUndefined();
  },
);
