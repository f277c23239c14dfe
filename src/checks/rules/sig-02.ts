import { callOf } from '../../control/call.ts';
import { missingSignatures } from '../../control/signature.ts';
import { stepNames } from '../../control/signatories.ts';
import type { Handbook, Release } from '../../handbook/graph.ts';
import type { Step } from '../../schema/ledger.ts';
import type { Bilingual } from '../../schema/primitives.ts';
import type { Report, Rule } from '../rule.ts';

/** Releases bear the signatures that handbook.yaml asks for (design.md §4.6). */
export const sig02: Rule = {
  id: 'SIG-02',
  severity: 'error',
  core: true,
  title: {
    zh: '版本有 handbook.yaml 要求的签名',
    en: 'Releases bear the signatures that handbook.yaml asks for',
  },
  reason: {
    zh: '没有签名，台账只写着谁批准，不能证明本人批准过。',
    en: 'Without a signature the ledger only says who approved; it does not prove it.',
  },
  remedy: {
    zh: '由本人运行 npm run handbook -- approve <编号> <版本> --as <人员>。尚未实施的版本缺少签名只是警告，到实施日期必须签好。台账中已有版本到了要求签名的那一天，排在后面的都要签名，不论写着哪天发布。',
    en: 'Let the person run npm run handbook -- approve <number> <version> --as <person>. For a version that is not yet effective it is a warning; by its day the signature must be there. Once the ledger has reached the day from which signatures are asked for, all that stands below needs them, whatever day it claims.',
  },
  example: {
    file: 'handbook.yaml',
    wrong: 'signatures: { required: [approved], since: 2018-01-01 }   # 那时还没有签名，以前的版本都缺',
    right: 'signatures: { required: [approved], since: 2026-12-01 }   # 从开始使用签名的那一天起',
  },
  editions: ['in-force'],
  *check(handbook, { folder }) {
    for (const { release, step } of missingSignatures(handbook)) {
      const isComing = release.entry.effective > handbook.asOf;
      const told = namesOf(handbook, release, step, folder);
      yield isComing ? { ...coming(release, step, told), atMost: 'warning' } : missing(release, step, told);
    }
  },
};

/** Of a version that is in force, or was. */
function missing(release: Release, step: Step, { what, name, call, why }: Names): Report {
  return {
    place: release.place(),
    document: release.number,
    message: {
      zh: `${what} 缺少${name.zh}的${stepNames[step].zh}签名${why.zh}`,
      en: `${what} lacks the signature of ${name.en} under its ${stepNames[step].en}${why.en}`,
    },
    hint: { zh: `由${name.zh}运行 ${call}`, en: `Let ${name.en} run ${call}` },
  };
}

/** Of a version that nobody works by yet: until its day comes, the last one is in force. */
function coming(release: Release, step: Step, { what, name, call, why }: Names): Report {
  const day = release.entry.effective;
  return {
    place: release.place(),
    document: release.number,
    message: {
      zh: `${what} 自 ${day} 起实施，还缺少${name.zh}的${stepNames[step].zh}签名${why.zh}`,
      en: `${what} becomes effective on ${day} and still lacks the signature of ${name.en} under its ${stepNames[step].en}${why.en}`,
    },
    hint: {
      zh: `在 ${day} 之前由${name.zh}运行 ${call}；到那天还没有签名，就是错误，网站不再生成。`,
      en: `Let ${name.en} run ${call} before ${day}: from that day on it is an error, and no site is built.`,
    },
  };
}

interface Names {
  /** The version. */
  what: string;
  /** Of the person who has to sign. */
  name: Bilingual;
  /** How it is signed. */
  call: string;
  /** Why it needs a signature, where that does not go without saying. */
  why: Bilingual;
}

function namesOf(handbook: Handbook, release: Release, step: Step, folder: string): Names {
  const { number, version, entry } = release;
  const { by } = entry[step];
  return {
    what: `${number} ${version}`,
    name: handbook.people.get(by)?.data.name ?? { zh: by, en: by },
    call: callOf(`approve ${number} ${version} --as ${by} --step ${step}`, folder),
    why: enteredLater(handbook, release),
  };
}

/** Why a version needs a signature although it says that it was released before the first day that asks for them. */
function enteredLater({ settings }: Handbook, { entry: { released }, notBefore }: Release): Bilingual {
  const { since = released } = settings.signatures ?? {};
  if (since <= released) return { zh: '', en: '' };
  return {
    zh: `：它写的发布日期 ${released} 在 ${since} 以前，台账中却排在 ${notBefore} 发布的版本之后`,
    en: `: it says that it was released on ${released}, before ${since}, but stands in the ledger below a release of ${notBefore}`,
  };
}
