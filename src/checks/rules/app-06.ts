import { isInForceOn, unauthorisedWithdrawal } from '../../control/withdrawal.ts';
import { newestRelease } from '../../control/state.ts';
import type { Handbook, Registers } from '../../handbook/graph.ts';
import type { Library } from '../../handbook/open.ts';
import type { Report, Rule } from '../rule.ts';

type Withdrawal = Registers['withdrawals'][number];

/**
 * Withdrawals are what `handbook withdraw` would have written. The register is a content file that neither the ledger
 * nor a signature covers, so what the command refuses must not pass as an entry by hand.
 */
export const app06: Rule = {
  id: 'APP-06',
  severity: 'error',
  title: {
    zh: '作废由有权的人批准，替代文件当天现行有效',
    en: 'Withdrawals are approved by those who may, and what takes the place is in force by then',
  },
  reason: {
    zh: '作废与批准的权限相同，无权的人批准的作废等于没有批准；替代文件还没有实施就作废，这段时间无章可循。',
    en: 'Withdrawing takes the same authority as approving; and with a successor that is not in force yet there is nothing to work by.',
  },
  remedy: {
    zh: '用 npm run handbook -- withdraw 登记作废；登记有误的，改正 registers/withdrawals.yaml 的批准人、日期或替代文件。',
    en: 'Register withdrawals with npm run handbook -- withdraw; correct approver, day or successors in registers/withdrawals.yaml if they are wrong.',
  },
  example: {
    file: 'registers/withdrawals.yaml',
    wrong:
      '  - document: HC-ITSM-B-32\n    on: 2025-06-16\n    approved: wen-ya        # 运维主管，无权批准程序文件作废',
    right: '  - document: HC-ITSM-B-32\n    on: 2025-06-16\n    approved: gu-zhiyuan    # 管理者代表',
  },
  editions: ['in-force'],
  needs: ['registers/withdrawals.yaml', 'organisation/people.yaml'],
  *check(handbook, library) {
    for (const withdrawal of handbook.registers.withdrawals) {
      // That it was never released, or does not exist, is for others.
      if (!newestRelease(handbook, withdrawal.document)) continue;
      const approver = unfitApprover(handbook, library, withdrawal);
      if (approver) yield approver;
      yield* notInForce(handbook, library, withdrawal);
    }
  },
};

function unfitApprover(handbook: Handbook, library: Library, withdrawal: Withdrawal): Report | undefined {
  const { document: number, approved } = withdrawal;
  const wrong = unauthorisedWithdrawal(library, withdrawal);
  if (!wrong) return undefined;
  const { name } = handbook.people.get(approved)!.data;
  return {
    place: withdrawal.place('approved'),
    document: number,
    message: {
      zh: `${name.zh}在 ${wrong.day} 无权批准 ${number} 作废`,
      en: `${name.en} had no authority on ${wrong.day} to approve the withdrawal of ${number}`,
    },
    hint: {
      zh: `应由${wrong.allowed.map(({ zh }) => zh).join('或')}批准。`,
      en: `It takes ${wrong.allowed.map(({ en }) => en).join(' or ')}.`,
    },
  };
}

/** One that is no valid document today is for VER-07. */
function* notInForce(handbook: Handbook, library: Library, withdrawal: Withdrawal): Generator<Report> {
  const { document: number, on, successors } = withdrawal;
  for (const [index, successor] of successors.entries()) {
    if (!handbook.documents.has(successor) || isInForceOn(library, successor, on)) continue;
    yield {
      place: withdrawal.place('successors', index),
      document: number,
      message: {
        zh: `${number} 于 ${on} 作废，替代文件 ${successor} 那天没有现行有效的版本`,
        en: `${number} is withdrawn on ${on}, but no version of ${successor}, which takes its place, is in force on that day`,
      },
      hint: {
        zh: '改正作废日期，或改写当天已经实施的替代文件；没有替代文件的，删去 successors。',
        en: 'Correct the day, or name what was in force by then; without a successor, delete successors.',
      },
    };
  }
}
