import { chainOn, isKnownSignatory, maySign, signatoryName } from '../../control/signatories.ts';
import { addMonths, workingState } from '../../control/state.ts';
import type { Document, Handbook, Part, Person } from '../../handbook/graph.ts';
import type { Library } from '../../handbook/open.ts';
import type { PartData } from '../../schema/documents.ts';
import type { Bilingual } from '../../schema/primitives.ts';
import type { Report, Rule } from '../rule.ts';

/**
 * Appointment letters and release orders of the manual are signed by top management (brief 001-05, 002-15), which are
 * those who approve the manual, not after the manual took effect, and the appointee holds the role. That the duties are
 * not empty is demanded by the schema (SRC-03); that the dates of the release order agree with the version is for DAT-02.
 */
export const rol05: Rule = {
  id: 'ROL-05',
  severity: 'error',
  title: {
    zh: '任命书和发布令由最高管理者签发，并与任职一致',
    en: 'Appointments and release orders are signed by top management, and appointees hold the role',
  },
  reason: {
    zh: '任命和发布的权力属于最高管理者；日期晚于手册实施，或本人没有担任该角色，任命就没有依据。',
    en: 'Only top management can appoint and order; a letter that is later than the manual, or for somebody who does not hold the role, proves nothing.',
  },
  remedy: {
    zh: '由 handbook.yaml 中有权批准手册的角色签发；改正日期，并在 organisation/people.yaml 中写明任职。',
    en: 'Let a role that approves the manual (handbook.yaml) sign; correct the date, and enter the holding in organisation/people.yaml.',
  },
  example: {
    file: 'manual/HC-ITSM-A-01/0.4.mdx',
    wrong:
      'appointment:\n  role: mr\n  appointee: gu-zhiyuan\n  duties: [组织建立、实施和保持服务管理体系]\n  signatory: gu-zhiyuan # 管理者代表不能任命自己\n  date: 2018-01-08',
    right:
      'appointment:\n  role: mr\n  appointee: gu-zhiyuan\n  duties: [组织建立、实施和保持服务管理体系]\n  signatory: shen-heng # 总经理\n  date: 2018-01-08',
  },
  *check(handbook, library) {
    for (const document of handbook.documents.values()) {
      for (const part of document.parts) {
        const { releaseOrder, appointment } = part.data ?? {};
        if (releaseOrder) {
          const { signatory: by, date: on } = releaseOrder;
          yield* signed(handbook, library, document, part, 'releaseOrder', { by, on });
        }
        if (!appointment) continue;
        const { signatory: by, date: on } = appointment;
        yield* signed(handbook, library, document, part, 'appointment', { by, on });
        yield* holds(handbook, document, part, appointment);
      }
    }
  },
};

const words: Record<'releaseOrder' | 'appointment', Bilingual> = {
  releaseOrder: { zh: '发布令', en: 'release order' },
  appointment: { zh: '任命书', en: 'appointment letter' },
};

function* signed(
  handbook: Handbook,
  library: Library,
  document: Document,
  { source }: Part,
  what: keyof typeof words,
  signature: { by: string; on: string },
): Generator<Report> {
  const { zh, en } = words[what];
  const allowed = chainOn(handbook, document, signature.on).approved;
  const person = handbook.people.get(signature.by)?.data.name;
  // Unknown people and roles are for ROL-01.
  const isKnown = person && allowed.every((signatory) => isKnownSignatory(handbook, document, signatory));
  if (isKnown && !allowed.some((signatory) => maySign(handbook, document, signatory, signature))) {
    const names = allowed.map((signatory) => signatoryName(handbook, document, signatory));
    yield {
      place: source.place([what, 'signatory']),
      document: document.number,
      message: {
        zh: `${zh}由${person.zh}签发，但${person.zh}在 ${signature.on} 不是${names.map((name) => name.zh).join('或')}`,
        en: `The ${en} is signed by ${person.en}, who was not ${names.map((name) => name.en).join(' or ')} on ${signature.on}`,
      },
      hint: signatoryHint(names, entitled(handbook, document, allowed, signature.on)),
    };
  }
  const { effective, version } = document.data;
  // A text that is being revised still bears the dates of its last release.
  const isBeingRevised = !document.release && workingState(library, document) === 'unreleased';
  if (effective === undefined || signature.on <= effective || isBeingRevised) return;
  yield {
    place: source.place([what, 'date']),
    document: document.number,
    message: {
      zh: `${zh}的日期 ${signature.on} 晚于手册 ${version} 的实施日期 ${effective}`,
      en: `The ${en} is dated ${signature.on}, after version ${version} of the manual took effect (${effective})`,
    },
    hint: {
      zh: '手册实施之前就要签发：改正日期，或推迟实施日期。',
      en: 'It has to be signed before the manual takes effect: correct the date, or let the manual take effect later.',
    },
  };
}

/** Who could have signed on a day. */
function entitled(handbook: Handbook, document: Document, allowed: readonly string[], on: string): Person[] {
  const may = ({ id }: Person) => allowed.some((signatory) => maySign(handbook, document, signatory, { by: id, on }));
  return [...handbook.people.values()].filter(may);
}

/** @param people those who could have signed; more than two are no answer */
function signatoryHint(names: readonly Bilingual[], people: readonly Person[]): Bilingual {
  const [zh, en] = [names.map((name) => name.zh).join('或'), names.map((name) => name.en).join(' or ')];
  if (people.length === 0 || people.length > 2) {
    return {
      zh: `由${zh}签发；任职日期有误的，改正 organisation/people.yaml。`,
      en: `Let ${en} sign, or correct the holding in organisation/people.yaml.`,
    };
  }
  const ids = people.map(({ id }) => id);
  return {
    zh: `当时的${zh}是${people.map(({ data }) => data.name.zh).join('、')}：signatory 写 ${ids.join(' 或 ')}；任职日期有误的，改正 organisation/people.yaml。`,
    en: `${people.map(({ data }) => data.name.en).join(' or ')} was ${en} then: write ${ids.join(' or ')} in signatory, or correct the holding in organisation/people.yaml.`,
  };
}

/** The appointee holds the role on the day of the letter, or takes it within a month of it. */
function* holds(
  handbook: Handbook,
  document: Document,
  { source }: Part,
  { role, appointee, date }: NonNullable<PartData['appointment']>,
): Generator<Report> {
  const person = handbook.people.get(appointee);
  const title = handbook.roles.get(role)?.data.title;
  if (!person || !title) return;
  const held = person.data.roles.filter((holding) => holding.role === role);
  const latest = addMonths(date, 1);
  if (held.some(({ from, until }) => from <= latest && (!until || date <= until))) return;
  const near = held[0];
  const contrary = !near
    ? { zh: '没有这项任职', en: 'does not list it' }
    : latest < near.from
      ? { zh: `写的是从 ${near.from} 起担任`, en: `says that it began on ${near.from}` }
      : { zh: `写的是担任到 ${near.until}`, en: `says that it ended on ${near.until}` };
  const { name } = person.data;
  yield {
    place: source.place(['appointment', 'appointee']),
    document: document.number,
    message: {
      zh: `任命书在 ${date} 任命${name.zh}为${title.zh}，organisation/people.yaml 中却${contrary.zh}`,
      en: `The letter of ${date} appoints ${name.en} as ${title.en}, but organisation/people.yaml ${contrary.en}`,
    },
    hint: {
      zh: `在 ${appointee} 的 roles 中写 { role: ${role}, from: ${date} }，或改正任命书。`,
      en: `Write { role: ${role}, from: ${date} } in roles of ${appointee}, or correct the letter.`,
    },
  };
}
