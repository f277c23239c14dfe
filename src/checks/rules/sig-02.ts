import { missingSignatures } from '../../control/signature.ts';
import { stepNames } from '../../control/signatories.ts';
import type { Rule } from '../rule.ts';

/** Releases bear the signatures that handbook.yaml asks for (design.md §4.6). */
export const sig02: Rule = {
  id: 'SIG-02',
  severity: 'error',
  title: {
    zh: '版本有 handbook.yaml 要求的签名',
    en: 'Releases bear the signatures that handbook.yaml asks for',
  },
  reason: {
    zh: '没有签名，台账只写着谁批准，不能证明本人批准过。',
    en: 'Without a signature the ledger only says who approved; it does not prove it.',
  },
  remedy: {
    zh: '由本人运行 npm run handbook -- approve <编号> <版本> --as <人员>。',
    en: 'Let the person run npm run handbook -- approve <number> <version> --as <person>.',
  },
  example: {
    file: 'handbook.yaml',
    wrong: 'signatures: { required: [approved], since: 2018-01-01 }   # 那时还没有签名，以前的版本都缺',
    right: 'signatures: { required: [approved], since: 2026-12-01 }   # 从开始使用签名的那一天起',
  },
  editions: ['in-force'],
  *check(handbook) {
    for (const { release, step } of missingSignatures(handbook)) {
      const { number, version, entry } = release;
      const { by } = entry[step];
      const name = handbook.people.get(by)?.data.name ?? { zh: by, en: by };
      const command = `npm run handbook -- approve ${number} ${version} --as ${by} --step ${step}`;
      yield {
        place: release.place(),
        document: number,
        message: {
          zh: `${number} ${version} 缺少${name.zh}的${stepNames[step].zh}签名`,
          en: `${number} ${version} lacks the signature of ${name.en} under its ${stepNames[step].en}`,
        },
        hint: { zh: `由${name.zh}运行 ${command}`, en: `Let ${name.en} run ${command}` },
      };
    }
  },
};
