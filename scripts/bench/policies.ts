/** What policies say, in words that nothing else has, and no two of their sentences nearly alike (TXT-01). */
import type { Random } from './random.ts';
import type { Block } from './prose.ts';
import { services } from './vocabulary.ts';

/** The four parts of a commitment. */
const parts: readonly (readonly string[])[] = [
  [
    '对客户托付给我们的系统',
    '在每一次服务交付中',
    '面对客户没有明说的期望',
    '对参与服务的合作单位',
    '在安排人员和经费时',
    '遇到影响客户业务的事件时',
    '对运行中积累的信息',
    '在引入不熟悉的技术之前',
    '对员工和客户提出的意见',
    '在改变既有做法之前',
    '对服务中出现的差错',
    '在与客户商定服务水平时',
  ],
  [
    '公司把客户业务的连续放在首位',
    '公司坚持先评估后行动',
    '管理层以身作则并定期过问',
    '各部门共同承担后果而不互相推诿',
    '公司如实说明而不拖延',
    '我们只承诺能够做到的事',
    '公司保留充足的时间和人手',
    '我们以事实和数据作出判断',
    '公司优先采用经过检验的办法',
    '我们尊重每一位使用者的时间',
    '公司为改进安排专门的经费',
    '责任落实到可以找到的人',
  ],
  [
    '为此建立书面的规定并不断更新',
    '通过定期的检查发现偏离',
    '借助统一的平台留下痕迹',
    '让相关人员事先得到培训',
    '把要求写进与合作单位的约定',
    '请没有参与的人核对结果',
    '按影响的大小决定先后',
    '在年度预算中单独列支',
    '邀请客户参与评价',
    '将经验整理后分享给其他团队',
    '由管理层逐季听取汇报',
    '把代价和好处放在一起比较',
  ],
  [
    '使服务始终可以预期',
    '使隐患在扩大之前得到处理',
    '使各方随时知道进展',
    '让每一次改进都有依据',
    '避免相同的损失再次发生',
    '使投入与收益相称',
    '让新员工也能照此办理',
    '使每个决定都可以追溯到源头',
    '保护客户和公司的共同利益',
    '使承诺经得起检验',
    '减少对个别人员的依赖',
    '使资源用在最需要的地方',
  ],
];

/** Draws commitments of which no two have more than two parts in common: enough for 60 versions of all policies. */
export function commitments(): (random: Random) => string {
  const taken = new Set<string>();
  return (random) => {
    for (;;) {
      const chosen = parts.map((part) => random.pick(part));
      // Without each part in turn, three are left.
      const threes = chosen.map((_, left) => chosen.map((text, index) => (index === left ? '' : text)).join('，'));
      if (threes.some((three) => taken.has(three))) continue;
      threes.forEach((three) => taken.add(three));
      return `${chosen.join('，')}。`;
    }
  };
}

const slogan = '响应准时，运行平稳，信息可靠，改进不止。';

/** The policy in one sentence, as the policy itself states it. */
export const policyStatement: Block = { kind: 'paragraph', sentences: [`公司的运行服务方针是“${slogan}”`] };

/** The same where another document repeats it, to the letter. */
export const policyQuotation = `公司的方针为“${slogan}”，见《运行服务方针》。`;

/** The list of services in the scope statement. */
export function serviceTable(): Block {
  return {
    kind: 'table',
    header: ['服务', '名称', '服务时间', '目标'],
    rows: services.map(({ zh, hours, target }, index) => [serviceId(index), zh, hours, target]),
  };
}

export function serviceId(index: number): string {
  return `SVC-${String(index + 1).padStart(2, '0')}`;
}
