/** `handbook diff`: what changed between two versions of a document, or since its newest release. */
import { stepFrom, type VersionStep } from '../../src/checks/version-step.ts';
import { newestRelease, releasesOf } from '../../src/control/state.ts';
import type { Document, Release } from '../../src/handbook/graph.ts';
import { openHandbook, type Library } from '../../src/handbook/open.ts';
import { nearest } from '../../src/handbook/suggest.ts';
import type { Bilingual } from '../../src/schema/primitives.ts';
import { comparisonText } from '../../src/terminal/comparison-text.ts';
import { compareDocuments } from '../../src/terminal/comparison.ts';
import { unknownDocument, type Refusal } from '../../src/control/plan.ts';
import { complain, exit, misused, type Command } from '../command.ts';
import { wholeNumber } from '../whole-number.ts';

export const command: Command = {
  name: 'diff',
  positionals: '<number> [version] [version]',
  summary: {
    zh: '对照：编辑稿与最新发布版、与某一版本，或两个版本之间改了什么',
    en: 'what changed: working text against newest release or a version, or between two versions',
  },
  example: {
    zh: 'B-21 A/1 A/2',
    en: 'B-21 A/1 A/2',
  },
  options: {},
  async run({ content, asOf, language, positionals, say }) {
    const [given, ...versions] = positionals;
    if (!given || versions.length > 2) {
      return misused(language, {
        text: { zh: '请给出一个文件编号，后面最多两个版本', en: 'Give one document number, and two versions at most' },
        hint: {
          zh: '例如 npm run handbook -- diff HC-ITSM-B-21 A/1 A/2',
          en: 'For example npm run handbook -- diff HC-ITSM-B-21 A/1 A/2',
        },
      });
    }
    const { library, findings } = openHandbook(content, asOf);
    if (!library) {
      complain(language, findings[0]!.message, findings[0]!.hint);
      return exit.refused;
    }
    const texts = textsToCompare(library, wholeNumber(library, given), versions);
    if ('refused' in texts) {
      complain(language, texts.refused, texts.hint);
      return exit.refused;
    }
    const { before, after } = texts;
    const { number, data } = after;
    const colour = Boolean(process.stdout.isTTY && !process.env['NO_COLOR']);
    const name = { zh: `${number} ${data.title.zh}`, en: `${number} ${data.title.en}` };
    const compared = {
      name,
      before: before && nameOf(before),
      after: nameOf(after),
      record: before?.release && recordOf(library, before.release, after),
      comparison: compareDocuments(library.working, before, after),
    };
    say({
      zh: comparisonText(compared, { language: 'zh', colour }),
      en: comparisonText(compared, { language: 'en', colour }),
    });
    return exit.clean;
  },
};

/** What the change record says about the step between two texts, if the later one has an entry for it. */
function recordOf(library: Library, before: Release, after: Document): VersionStep | 'follows' | undefined {
  if (!after.release && after.data.version === before.version) return 'follows';
  return stepFrom(library, after, before, after.release !== undefined);
}

function nameOf({ release }: Document): Bilingual {
  if (!release) return { zh: '编辑稿', en: 'working text' };
  const { version, entry } = release;
  return { zh: `${version}（${entry.effective} 起实施）`, en: `${version} (effective ${entry.effective})` };
}

/** Without versions newest release and working text, with one it and the working text, with two these. */
function textsToCompare(
  library: Library,
  number: string,
  versions: readonly string[],
): { before: Document | undefined; after: Document } | Refusal {
  const working = library.working.documents.get(number);
  const releases = releasesOf(library.working, number);
  if (!working && !releases.length) return unknownDocument(number, library.working.documents.keys());
  const documents: Document[] = [];
  for (const label of versions) {
    const release = releases.find(({ version }) => version === labelOf(label));
    const document = release && library.read(release);
    if (!document) return release ? unreadable(release) : unknownVersion(number, label, releases);
    documents.push(document);
  }
  const [first, second] = documents;
  if (second) return { before: first, after: second };
  if (!working) {
    const newest = releases.at(-1)!;
    return {
      refused: { zh: `${number} 没有编辑稿`, en: `${number} has no working text` },
      hint: {
        zh: `写出两个版本来对照，例如 ${releases.at(-2)?.version ?? newest.version} ${newest.version}。`,
        en: `Name two versions, such as ${releases.at(-2)?.version ?? newest.version} ${newest.version}.`,
      },
    };
  }
  const newest = newestRelease(library.working, number);
  return { before: first ?? (newest && library.read(newest)), after: working };
}

/** `a-2` → `A/2`, as versions stand in the names of folders and addresses. */
function labelOf(given: string): string {
  return given.toUpperCase().replace('-', '/');
}

function unknownVersion(number: string, label: string, releases: readonly Release[]): Refusal {
  const all = releases.map(({ version }) => version);
  if (!all.length) {
    return { refused: { zh: `${number} 还没有发布过`, en: `${number} has not been released yet` } };
  }
  const near = nearest(labelOf(label), all);
  return {
    refused: { zh: `${number} 没有版本 ${label}`, en: `There is no version ${label} of ${number}` },
    hint: {
      zh: `${near ? `是否想写 ${near}？` : ''}有：${all.join('、')}。`,
      en: `${near ? `Did you mean ${near}? ` : ''}There are ${all.join(', ')}.`,
    },
  };
}

function unreadable({ number, version }: Release): Refusal {
  return {
    refused: {
      zh: `${number} ${version} 的冻结文本无法读取`,
      en: `The frozen text of ${number} ${version} cannot be read`,
    },
    hint: { zh: '运行 npm run check 查看原因。', en: 'Run npm run check to see why.' },
  };
}
