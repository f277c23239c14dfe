import { parseVersion } from '../../control/version.ts';
import { nearest } from '../../handbook/suggest.ts';
import { generatedSections } from '../front-matter-changes.ts';
import { covers, isNamed, readNamed, type NamedSections } from '../named-sections.ts';
import { keyIn, placeIn, type Report, type Rule } from '../rule.ts';
import { versionSteps, type VersionStep } from '../version-step.ts';

/**
 * The change record names what changed (brief 002-04). A section named stands for those below it, 全文 and a new
 * edition for all. What shows in a section that is made from the front matter counts as that section. A section that
 * was only renumbered may be named or not; where a step changed, its own section, 5 or 2.5 will do.
 */
export const ver09: Rule = {
  id: 'VER-09',
  severity: 'warning',
  title: { zh: '修改记录指明真正修改的章节', en: 'The change record names the sections that changed' },
  reason: {
    zh: '使用者只看修改记录指出的章节；漏写的修改没有人学习，写错的章节使审核员找不到修改。',
    en: 'People read the sections that the change record names: a change left out is not learnt, and one named wrongly is not found.',
  },
  remedy: {
    zh: '对照红线图改正修改记录的 sections；整篇改写的写“全文”。',
    en: 'Correct sections in the change record after the redline; write 全文 where all was rewritten.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-21.mdx',
    wrong: "  - version: A/2\n    sections: ['5.1', '5.3']   # 改的是 5.1、5.4 和控制点（2.6）",
    right: "  - version: A/2\n    sections: ['2.6', '5.1', '5.4']",
  },
  *check(handbook, library) {
    const { language, versions } = handbook.settings;
    for (const step of versionSteps(handbook, library)) {
      // Where nothing changed at all there is more to say (VER-10).
      if (step.changes.length === 0) continue;
      const { changes, version } = step.document.data;
      if (parseVersion(version, versions)?.revision === 0) continue;
      const entries = changes.slice(step.firstEntry).map(({ sections }) => sections.map(readNamed));
      yield* wrong(step, entries, generatedSections(step.document.data, language));
      yield* missing(step, entries.flat());
    }
  },
};

const releasedHint = {
  zh: '已发布的版本不再改动：在下次修订的修改记录中说明，或在 registers/waivers.yaml 中豁免。',
  en: 'A release stays as it is: say so in the change record of the next revision, or waive it in registers/waivers.yaml.',
};

/** Sections that are named but did not change, or that do not exist. */
function* wrong(step: VersionStep, entries: NamedSections[][], generated: string[][]): Generator<Report> {
  const { document, before, changes, sections } = step;
  const places = [...sections.map(({ name, title, within }) => [name, title, ...within].filter(Boolean)), ...generated];
  for (const [entry, items] of entries.entries()) {
    for (const [index, item] of items.entries()) {
      if ('kind' in item && item.kind === 'all') continue;
      if (covers([item], { names: changes.flatMap(({ names }) => names), required: false })) continue;
      const text = document.data.changes[step.firstEntry + entry]!.sections[index]!;
      const place = placeIn(document, 'changes', step.firstEntry + entry, 'sections', index);
      if (places.some((names) => isNamed(item, names))) {
        yield {
          place,
          document: document.number,
          message: {
            zh: `修改记录写“${text}”有修改，与 ${before.version} 相比却没有变化`,
            en: `The change record names “${text}”, which is the same as in ${before.version}`,
          },
          hint: step.released
            ? releasedHint
            : { zh: `删除“${text}”，或改成真正修改的章节。`, en: `Delete “${text}”, or name what changed.` },
        };
        continue;
      }
      // Words that are no title (封面, 表 2) may mean something that this comparison does not know.
      if ('kind' in item || item.some(({ from }) => isBelowLeaf(from, step))) continue;
      const near = nearest(
        text,
        places.flat().filter((name) => /\d$/.test(name)),
      );
      yield {
        place,
        document: document.number,
        message: {
          zh: `修改记录写“${text}”有修改，但文件没有这一节`,
          en: `The change record names “${text}”, but there is no such section`,
        },
        hint: step.released
          ? releasedHint
          : near
            ? { zh: `是否想写“${near}”？`, en: `Did you mean “${near}”?` }
            : { zh: '写章节号，如 5.3。', en: 'Write the number of a section, such as 5.3.' },
      };
    }
  }
}

/** True for 5.3.1 where 5.3 changed and has no numbered headings, so that 5.3.1 is an item in it. */
function isBelowLeaf(number: string, { changes, sections }: VersionStep): boolean {
  const parent = number.slice(0, Math.max(number.lastIndexOf('.'), 0));
  if (!parent) return false;
  const isSection = sections.some(({ name }) => name === parent);
  if (!isSection) return isBelowLeaf(parent, { changes, sections } as VersionStep);
  const isLeaf = !sections.some(({ name }) => name.startsWith(`${parent}.`));
  return isLeaf && changes.some(({ names }) => names[0] === parent);
}

/** Sections that changed but are not named, in one report. */
function* missing(step: VersionStep, named: readonly NamedSections[]): Generator<Report> {
  const { document, before, changes } = step;
  const left = changes.filter(
    (change) => change.required && !covers(named, change) && !isItemNamed(named, change.names[0]!),
  );
  if (left.length === 0) return;
  const sections = [...new Set(left.map(({ names }) => names[0]!))];
  const last = document.data.changes.length - 1;
  yield {
    place: keyIn(document, 'changes', last, 'sections'),
    document: document.number,
    message: {
      zh: `与 ${before.version} 相比，${sections.join('、')} 也有变化，修改记录没有写明`,
      en: `${sections.join(', ')} changed since ${before.version}, too, but the change record does not name ${sections.length > 1 ? 'them' : 'it'}`,
    },
    hint: step.released
      ? releasedHint
      : {
          zh: `在 sections 中补上 ${sections.map((section) => `'${section}'`).join(', ')}；不该有的修改退回。`,
          en: `Add ${sections.map((section) => `'${section}'`).join(', ')} to sections, or take back what was not meant to change.`,
        },
  };
}

/** True if an item below a section is named (5.3.1 for what changed in 5.3). */
function isItemNamed(named: readonly NamedSections[], section: string): boolean {
  return named.some((item) => !('kind' in item) && item.some(({ from }) => from.startsWith(`${section}.`)));
}
