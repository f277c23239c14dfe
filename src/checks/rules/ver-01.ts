import { parseVersion } from '../../control/version.ts';
import { placeIn, type Rule } from '../rule.ts';

/** Versions keep to the scheme (brief 002-11, 002-12). */
export const ver01: Rule = {
  id: 'VER-01',
  severity: 'error',
  title: { zh: '版本号符合规定的写法', en: 'Versions keep to the scheme' },
  reason: {
    zh: '同一版本有几种写法，就无法核对现场文件是不是有效版本。',
    en: 'If one version is written in several ways, nobody can tell whether a copy is the valid one.',
  },
  remedy: {
    zh: '写成 A/0、A/1 …… B/0（或按 handbook.yaml 选定的方案）。',
    en: 'Write A/0, A/1 … B/0, or what the scheme in handbook.yaml says.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-21.mdx',
    wrong: 'number: HC-ITSM-B-21\nversion: VA2',
    right: 'number: HC-ITSM-B-21\nversion: A/2',
  },
  *check(handbook) {
    const rules = handbook.settings.versions;
    for (const document of handbook.documents.values()) {
      const labels: [string, (string | number)[]][] = [
        [document.data.version, ['version']],
        ...document.data.changes.map((change, index): [string, (string | number)[]] => [
          change.version,
          ['changes', index, 'version'],
        ]),
      ];
      for (const [label, path] of labels) {
        if (parseVersion(label, rules)) continue;
        yield {
          place: placeIn(document, ...path),
          document: document.number,
          message: { zh: `版本号“${label}”写法不对`, en: `The version “${label}” does not keep to the scheme` },
          hint:
            rules.scheme === 'letter-digit'
              ? { zh: '写成版次字母/修改状态，如 A/0。', en: 'Write edition letter / revision digit, such as A/0.' }
              : { zh: '写成 1.0、1.1、2.0。', en: 'Write 1.0, 1.1, 2.0.' },
        };
      }
    }
  },
};
