import { addMonths } from '../../control/state.ts';
import type { Handbook, Registers } from '../../handbook/graph.ts';
import { nearest } from '../../handbook/suggest.ts';
import type { ReviewInput } from '../../schema/standard.ts';
import type { Report, Rule } from '../rule.ts';

/**
 * The last management review dealt with all inputs and decided on all outputs (brief 003-29, 003-30).
 *
 * Which inputs there are is `reviewInputs` of a clause of the standards in force; a topic of a review names those that it
 * dealt with in `covers`. A review may be held in several meetings, so those of the year before the last one count with
 * it, less a month, so that the regular one of the year before does not. Older ones are not judged: what was not
 * discussed then cannot be mended.
 */
export const str04: Rule = {
  id: 'STR-04',
  severity: 'warning',
  title: {
    zh: '管理评审的输入和输出齐全',
    en: 'The management review has all its inputs and outputs',
  },
  reason: {
    zh: '标准列明了管理评审必须讨论的事项；漏掉一项，就是一条现成的不符合。',
    en: 'The standard lists what a management review has to deal with; what is left out is a nonconformity ready to be found.',
  },
  remedy: {
    zh: '在议题的 covers 中写明对应的输入；确实没有讨论的，补开会议并登记。',
    en: 'Name the inputs in covers of the topics; hold and enter another meeting for what was not discussed.',
  },
  example: {
    file: 'registers/management-reviews.yaml',
    wrong: 'inputs:\n  - topic: 以往管理评审决议的落实情况\n    presented: mr\n    summary: 7 项决议全部按期完成。',
    right:
      'inputs:\n  - topic: 以往管理评审决议的落实情况\n    covers: [previous-actions]\n    presented: mr\n    summary: 7 项决议全部按期完成。',
  },
  editions: ['working'],
  *check(handbook) {
    const required = requiredInputs(handbook);
    yield* unknownInputs(handbook, required);
    const held = handbook.registers['management-reviews']
      .filter(({ on }) => on <= handbook.asOf)
      .sort((a, b) => (a.on < b.on ? -1 : 1));
    const last = held.at(-1);
    if (!last) return;
    const months = handbook.settings.checks.limits.managementReviewMonths - 1;
    const together = held.filter(({ on }) => last.on <= addMonths(on, months));
    yield* missingInputs(last, together, required);
    yield* missingOutputs(last, together);
  },
};

type Review = Registers['management-reviews'][number];

/** Id → what a review has to deal with, after the standards in force. */
function requiredInputs({ standardsInForce }: Handbook): Map<string, ReviewInput> {
  const inputs = standardsInForce.flatMap(({ clauses }) => clauses.flatMap(({ data }) => data.reviewInputs));
  return new Map(inputs.map((input) => [input.id, input]));
}

function* unknownInputs(handbook: Handbook, required: ReadonlyMap<string, ReviewInput>): Generator<Report> {
  for (const review of handbook.registers['management-reviews']) {
    for (const [row, { covers }] of review.inputs.entries()) {
      for (const [index, id] of covers.entries()) {
        if (required.has(id)) continue;
        const near = nearest(id, required.keys());
        yield {
          place: review.place('inputs', row, 'covers', index),
          message: {
            zh: `${review.id}：适用标准的条款目录中没有管理评审输入“${id}”`,
            en: `${review.id}: the catalogues of the standards in force have no review input “${id}”`,
          },
          hint: near
            ? { zh: `是否想写“${near}”？`, en: `Did you mean “${near}”?` }
            : {
                zh: `可用：${[...required.keys()].join('、') || '（目录中没有 reviewInputs）'}。`,
                en: `Known: ${[...required.keys()].join(', ') || '(no reviewInputs in the catalogues)'}.`,
              },
        };
      }
    }
  }
}

function* missingInputs(
  last: Review,
  together: readonly Review[],
  required: ReadonlyMap<string, ReviewInput>,
): Generator<Report> {
  const covered = new Set(together.flatMap(({ inputs }) => inputs.flatMap(({ covers }) => covers)));
  const missing = [...required.values()].filter(({ id }) => !covered.has(id));
  if (missing.length === 0) return;
  const ids = missing.map(({ id }) => id);
  const bare = last.inputs.findIndex(({ covers }) => covers.length === 0);
  yield {
    // Where a topic names no input, that is what is mostly missing.
    place: bare < 0 ? last.place('inputs') : last.place('inputs', bare),
    message: {
      zh: `${last.on} 的管理评审 ${last.id} 缺少 ${missing.length} 项输入：${missing.map(({ title }) => title.zh).join('；')}`,
      en: `The management review ${last.id} of ${last.on} lacks ${missing.length} inputs: ${missing.map(({ title }) => title.en).join('; ')}`,
    },
    hint: {
      zh: `讨论过的，在相应议题下写 covers: [${ids.join(', ')}]；没有讨论的，补充评审。`,
      en: `Where it was discussed, write covers: [${ids.join(', ')}] at the topic; else hold another review.`,
    },
  };
}

const outputs = {
  system: { zh: '体系和过程的改进', en: 'improvement of the system and its processes' },
  service: { zh: '服务的改进', en: 'improvement of the services' },
  resources: { zh: '资源需求', en: 'resources needed' },
} as const;

function* missingOutputs(last: Review, together: readonly Review[]): Generator<Report> {
  const decided = new Set(together.flatMap((review) => review.outputs.map(({ kind }) => kind)));
  for (const kind of Object.keys(outputs) as (keyof typeof outputs)[]) {
    if (decided.has(kind)) continue;
    const { zh, en } = outputs[kind];
    yield {
      place: last.place('outputs'),
      message: {
        zh: `${last.on} 的管理评审 ${last.id} 没有关于${zh}（${kind}）的决议`,
        en: `The management review ${last.id} of ${last.on} decided nothing on ${en} (${kind})`,
      },
      hint: {
        zh: `在 outputs 中登记这方面的决议；评审认为不需要措施的，也写成一条，说明维持现状。`,
        en: `Enter the decision in outputs; where the review saw no need to act, enter that as the decision.`,
      },
    };
  }
}
