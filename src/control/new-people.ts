/** Who answers for a new document: its owner, who prepares it, and who is to review and approve it. */
import type { Document, Handbook } from '../handbook/graph.ts';
import { kinds, type DocumentData } from '../schema/documents.ts';
import type { NewRequest } from './new-request.ts';
import { names, unknownId, unknownPerson, type Refusal } from './plan.ts';
import { chainOn, sameHands, unauthorised } from './signatories.ts';
import { expectedSigners } from './signers.ts';
import type { Draft } from './templates/index.ts';

/** The owner that was asked for, that of the procedure, or, of what the leadership answers for, who approves it. */
export function ownerOf(
  handbook: Handbook,
  request: NewRequest,
  procedure: DocumentData | undefined,
): string | Refusal {
  const { kind } = request;
  const approvers = handbook.settings.approval[kind].approved.filter((signatory) => handbook.roles.has(signatory));
  const owner = request.owner ?? procedure?.owner ?? (kinds[kind].level === 1 ? approvers[0] : undefined);
  if (owner === undefined) {
    return {
      refused: { zh: '没有指出负责角色', en: 'The owner is not named' },
      hint: {
        zh: '用 --owner 指出，角色的标识见 roles/。',
        en: 'Name it with --owner; the ids of roles are in roles/.',
      },
    };
  }
  if (handbook.roles.has(owner)) return owner;
  const all = Array.from(handbook.roles.values(), ({ id, data }) => ({ id, title: data.title }));
  return unknownId(owner, all, names.role);
}

export function holdersOn({ people }: Handbook, role: string, on: string): string[] {
  return [...people.values()]
    .filter(({ data }) =>
      data.roles.some((held) => held.role === role && held.from <= on && (!held.until || on <= held.until)),
    )
    .map(({ id }) => id);
}

export function preparerNeeded({ roles }: Handbook, owner: string, on: string): Refusal {
  const { title } = roles.get(owner)!.data;
  return {
    refused: {
      zh: `${on} 没有人担任${title.zh}，不知道由谁编制`,
      en: `Nobody is ${title.en} on ${on}: who prepares it is not known`,
    },
    hint: { zh: '用 --by 指出编制人。', en: 'Name the preparer with --by.' },
  };
}

/** Who is to review and approve it: as asked for, else the first who may. The change record names them from the start. */
export function signersOf(
  handbook: Handbook,
  document: Document | undefined,
  draft: Draft,
  request: NewRequest,
): { reviewed: string; approved: string } | Refusal {
  const found = document ? expectedSigners(handbook, document, draft.by, draft.on) : undefined;
  const signed = { reviewed: request.reviewed ?? found?.reviewed, approved: request.approved ?? found?.approved };
  for (const [step, word] of [
    ['reviewed', { zh: '审核', en: 'review' }],
    ['approved', { zh: '批准', en: 'approve' }],
  ] as const) {
    const by = signed[step];
    if (by !== undefined && !handbook.people.has(by)) return unknownPerson(handbook, by);
    const refused = by && document ? unauthorised(handbook, document, step, { by, on: draft.on }) : undefined;
    if (by !== undefined && !refused) continue;
    return {
      refused: refused
        ? {
            zh: `${by} 在 ${draft.on} 无权${word.zh}此类文件`,
            en: `${by} has no authority on ${draft.on} to ${word.en} this kind of document`,
          }
        : {
            zh: `${draft.on} 没有人有权${word.zh}此类文件`,
            en: `Nobody has the authority on ${draft.on} to ${word.en} this kind of document`,
          },
      hint: {
        zh: '审批规定见 handbook.yaml 的 approval，任职见 organisation/people.yaml。',
        en: 'See approval in handbook.yaml and the roles in organisation/people.yaml.',
      },
    };
  }
  const { reviewed, approved } = signed as { reviewed: string; approved: string };
  const [same] = sameHands(chainOn(handbook, { ...draft, data: draft }, draft.on), {
    prepared: draft.by,
    reviewed,
    approved,
  });
  // Whoever was not named as the preparer is none if the same person has to judge the text.
  const isGuessed = request.by === undefined && (draft.by === reviewed || draft.by === approved);
  if (!same && !isGuessed) return { reviewed, approved };
  const name = handbook.people.get(draft.by)!.data.name;
  return isGuessed
    ? {
        refused: {
          zh: `没有指出编制人：负责角色由${name.zh}（${draft.by}）担任，但要由同一人审核或批准`,
          en: `The preparer is not named: ${name.en} (${draft.by}) holds the owner role, but has to review or approve it`,
        },
        hint: { zh: '用 --by 指出编制人。', en: 'Name the preparer with --by.' },
      }
    : {
        refused: {
          zh: `编制、审核、批准中有同一人，而审批规定要求不同的人：编制 ${draft.by}，审核 ${reviewed}，批准 ${approved}`,
          en: `One person takes two steps that need different people: prepared ${draft.by}, reviewed ${reviewed}, approved ${approved}`,
        },
        hint: {
          zh: '用 --by、--reviewed、--approved 指出不同的人。',
          en: 'Name different people with --by, --reviewed, --approved.',
        },
      };
}
