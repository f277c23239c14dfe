/** Plans the record of a periodic review that found nothing to change: the version stays, the next review moves. */
import type { Document } from '../handbook/graph.ts';
import type { Library } from '../handbook/open.ts';
import type { Review } from '../schema/registers/reviews.ts';
import { callOf } from './call.ts';
import { unknownDocument, unknownPerson, type Plan, type Refusal } from './plan.ts';
import { registerPath, withEntries } from './registers.ts';
import { standing } from './standing.ts';
import { addMonths, lastReview, nextReview, releasesOf, workingState } from './state.ts';

export interface ReviewRequest {
  number: string;
  conclusion: string;
  /** Who reviewed, by id; who holds the owner role if not given. */
  by?: string;
  /** ISO day; that of the library if not given. */
  on?: string;
  /** The register as it stands. */
  register: string;
}

export interface ReviewPlan extends Plan {
  entry: Review;
  /** When the next review was and is due. */
  before: string | undefined;
  after: string;
}

/** What recording a review would write, or why it is refused. */
export function planReview(library: Library, request: ReviewRequest): ReviewPlan | Refusal {
  const { number, conclusion } = request;
  const on = request.on ?? library.asOf;
  const document = library.inForce.documents.get(number);
  const release = document?.release;
  if (!document || !release) return notInForce(library, number);
  if (on > library.asOf || on < release.entry.effective) {
    return {
      refused: {
        zh: `${number} ${release.version} 自 ${release.entry.effective} 起实施，今天是 ${library.asOf}：${on} 不可能评审过它`,
        en: `${number} ${release.version} has been effective since ${release.entry.effective} and today is ${library.asOf}: it cannot have been reviewed on ${on}`,
      },
      hint: { zh: '改正 --on。', en: 'Correct --on.' },
    };
  }
  const working = library.working.documents.get(number);
  if (working && !working.release && workingState(library, working) === 'unreleased') {
    return {
      refused: {
        zh: `${number} 的编辑稿有未发布的修改，不能记为“评审后不修改”`,
        en: `The working text of ${number} has unreleased changes: that is no review without change`,
      },
      hint: {
        zh: `要修改的，用 handbook release 发布；不要修改的，先用 git 退回编辑稿。看修改：${callOf(`diff ${number}`, library.folder)}`,
        en: `Release the changes, or take them back with git. See them with ${callOf(`diff ${number}`, library.folder)}`,
      },
    };
  }
  const last = lastReview(library.inForce, document);
  if (last?.review && last.on >= on) {
    return {
      refused: {
        zh: `${number} ${release.version} 已于 ${last.on} 评审过`,
        en: `${number} ${release.version} was reviewed on ${last.on} already`,
      },
    };
  }
  const by = request.by ?? ownerOn(library, document, on);
  if (typeof by !== 'string') return by;
  if (!library.working.people.has(by)) return unknownPerson(library.working, by);
  const entry: Review = { document: number, version: release.version, on, by, conclusion };
  return {
    entry,
    before: nextReview(library.inForce, document),
    after: addMonths(on, document.data.reviewMonths),
    changes: new Map([[registerPath('reviews'), withEntries(request.register, [entry])]]),
  };
}

function notInForce(library: Library, number: string): Refusal {
  const found = standing(library, number);
  if (!found) return beforeFirst(library, number) ?? unknownDocument(number, library.working.documents.keys());
  const { coming, isWithdrawn, withdrawal } = found;
  const refused = isWithdrawn
    ? { zh: `${number} 已于 ${withdrawal?.on} 作废`, en: `${number} was withdrawn on ${withdrawal?.on}` }
    : {
        zh: `${number} 在 ${library.asOf} 没有现行有效的版本`,
        en: `No version of ${number} is in force on ${library.asOf}`,
      };
  const [next] = coming;
  return {
    refused,
    hint: next && {
      zh: `${next.version} 自 ${next.entry.effective} 起实施，那以后再评审。`,
      en: `${next.version} is effective from ${next.entry.effective}; review it after that.`,
    },
  };
}

/** On the day of the library nothing was released yet of a document that exists now. */
function beforeFirst({ working, asOf }: Library, number: string): Refusal | undefined {
  const [first] = releasesOf(working, number);
  if (!first) return undefined;
  const { released, effective } = first.entry;
  return {
    refused: {
      zh: `${number} 在 ${asOf} 没有现行有效的版本`,
      en: `No version of ${number} was in force on ${asOf}`,
    },
    hint: {
      zh: `首次发布在 ${released}，自 ${effective} 起实施；改正 --as-of。`,
      en: `It was first released on ${released} and effective from ${effective}; correct --as-of.`,
    },
  };
}

/** Who holds the owner role of a document on a day, if it is one person. */
function ownerOn({ working }: Library, { data }: Document, on: string): string | Refusal {
  const holders = [...working.people.values()].filter((person) =>
    person.data.roles.some(({ role, from, until }) => role === data.owner && from <= on && (!until || on <= until)),
  );
  const [holder, another] = holders;
  if (holder && !another) return holder.id;
  const title = working.roles.get(data.owner)?.data.title ?? { zh: data.owner, en: data.owner };
  const ids = holders.map(({ id }) => id).join(', ');
  return {
    refused: holder
      ? { zh: `${title.zh}不止一人，请说明谁评审的`, en: `More than one person is ${title.en}: say who reviewed it` }
      : {
          zh: `${on} 没有人担任${title.zh}，请说明谁评审的`,
          en: `Nobody was ${title.en} on ${on}: say who reviewed it`,
        },
    hint: holder ? { zh: `--by ${ids}`, en: `--by ${ids}` } : { zh: '--by 人员标识', en: '--by PERSON' },
  };
}
