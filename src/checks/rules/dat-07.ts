import { actsAfter } from '../../control/days-ahead.ts';
import type { Rule } from '../rule.ts';

/**
 * No release was signed or made on a day that is still to come. A handbook may be judged as of an earlier day, on which
 * what was released since had not happened yet; so the day on which it is judged counts where it is later.
 */
export const dat07: Rule = {
  id: 'DAT-07',
  severity: 'error',
  title: {
    zh: '签署和发布的日期不在以后',
    en: 'Nothing was signed or released on a day that is still to come',
  },
  reason: {
    zh: '还没有到的一天不可能有人批准过；这样的版本还会挡住以后日期正确的版本。',
    en: 'Nobody can have approved anything on a day that has not come, and such a version stands in the way of the next.',
  },
  remedy: {
    zh: '用 git 撤回这次发布，写对日期再发布；只有实施日期（--effective）可以在以后。',
    en: 'Take the release back with git and release again with the right days; only the effective day (--effective) may lie ahead.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-21.mdx',
    wrong: 'approved: { by: gu-zhiyuan, on: 2062-02-13 }\nreleased: 2062-02-24\neffective: 2062-03-09',
    right: 'approved: { by: gu-zhiyuan, on: 2026-02-13 }\nreleased: 2026-02-24\neffective: 2026-03-09',
  },
  editions: ['in-force'],
  *check(handbook, { today }) {
    const last = today > handbook.asOf ? today : handbook.asOf;
    for (const { number, version, entry, place } of handbook.releases) {
      const acts = actsAfter(entry, last);
      if (!acts.length) continue;
      const days = [...new Set(acts.map(({ on }) => on))];
      yield {
        place: place(),
        document: number,
        message: {
          zh: `台账中 ${number} ${version} 的${acts.map(({ act }) => act.zh).join('、')}日期 ${days.join('、')} 还没有到`,
          en: `The ledger says that ${number} ${version} was ${acts.map(({ act }) => act.en).join(', ')} on ${days.join(', ')}, which is still to come`,
        },
      };
    }
  },
};
