/** `handbook release`: freezes the working text of a document as its next version. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from '../../src/checks/run.ts';
import { findingText } from '../../src/checks/report/text.ts';
import { redline } from '../../src/control/redline.ts';
import { planRelease, type ReleasePlan, type ReleaseRequest } from '../../src/control/release.ts';
import { newestRelease } from '../../src/control/state.ts';
import type { Edition, Finding } from '../../src/handbook/finding.ts';
import type { Library } from '../../src/handbook/open.ts';
import { nearest } from '../../src/handbook/suggest.ts';
import { partTree } from '../../src/markdown/tree.ts';
import { isDay } from '../../src/schema/primitives.ts';
import { complain, exit, type Command, type Language } from '../command.ts';
import { writeFiles } from '../write-files.ts';

export const command: Command = {
  name: 'release',
  positionals: '<number>',
  summary: {
    zh: '发布：把编辑稿冻结为下一个版本，写入历史和发布台账',
    en: 'freeze the working text as the next version, in the history and the ledger',
  },
  options: {
    edition: {
      type: 'boolean',
      help: { zh: '换版（B/0），不是修改（A/1）', en: 'a new edition (B/0) instead of a revision (A/1)' },
    },
    summary: { type: 'string', value: 'TEXT', help: { zh: '修改内容', en: 'what changed' } },
    reason: { type: 'string', value: 'TEXT', help: { zh: '修改原因', en: 'why it changed' } },
    sections: {
      type: 'string',
      value: '5.3,2.7',
      help: { zh: '修改的章节（默认由对比得出）', en: 'changed sections (found by comparison)' },
    },
    'change-request': {
      type: 'string',
      value: 'NO',
      help: { zh: '文件更改申请单号', en: 'number of the change request' },
    },
    by: {
      type: 'string',
      value: 'PERSON',
      help: { zh: '编制人（默认同上一版本）', en: 'who prepared it (as last time)' },
    },
    reviewed: {
      type: 'string',
      value: 'PERSON',
      help: { zh: '审核人（默认同上一版本）', en: 'who reviewed it (as last time)' },
    },
    approved: {
      type: 'string',
      value: 'PERSON',
      help: { zh: '批准人（默认同上一版本）', en: 'who approved it (as last time)' },
    },
    on: {
      type: 'string',
      value: 'DAY',
      help: { zh: '签署和发布日期（默认 --as-of）', en: 'day of signing and release (--as-of)' },
    },
    effective: {
      type: 'string',
      value: 'DAY',
      help: { zh: '实施日期（默认同发布日期）', en: 'effective day (the day of release)' },
    },
    'dry-run': { type: 'boolean', help: { zh: '只说明会写什么，不写', en: 'only say what would be written' } },
  },
  async run({ content, asOf, language, values, positionals, say }) {
    const given = positionals[0];
    if (!given || positionals.length > 1) {
      complain(
        language,
        { zh: '请给出一个文件编号', en: 'Give the number of one document' },
        {
          zh: '例如 npm run handbook -- release HC-ITSM-B-21',
          en: 'For example npm run handbook -- release HC-ITSM-B-21',
        },
      );
      return exit.usage;
    }
    const text = (key: string) => values[key] as string | undefined;
    const on = text('on') ?? asOf;
    const effective = text('effective') ?? on;
    for (const [name, day] of [
      ['on', on],
      ['effective', effective],
    ] as const) {
      if (isDay(day)) continue;
      complain(language, { zh: `--${name} 的日期“${day}”不存在`, en: `--${name} ${day} is no existing day` });
      return exit.usage;
    }
    const { library, findings } = await inspect(content, asOf);
    const number = wholeNumber(library, given);
    const inText = library ? findings.filter((finding) => concerns(finding, number, 'working')) : findings;
    if (refuses(inText, number, language) || !library) return exit.refused;
    const request: ReleaseRequest = {
      number,
      edition: Boolean(values['edition']),
      what: text('summary'),
      why: text('reason'),
      sections:
        text('sections')
          ?.split(/[,，、]/)
          .map((section) => section.trim()) ?? changedSections(library, number),
      changeRequest: text('change-request'),
      by: text('by'),
      reviewed: text('reviewed'),
      approved: text('approved'),
      on,
      effective,
    };
    const plan = planRelease(library, request);
    if ('refused' in plan) {
      const near = library.working.documents.has(number)
        ? undefined
        : nearest(number, library.working.documents.keys());
      complain(language, plan.refused, near ? { zh: `是否想写 ${near}？`, en: `Did you mean ${near}?` } : plan.hint);
      return exit.refused;
    }
    const after = await inspectWith(content, plan, effective > asOf ? effective : asOf);
    if (
      refuses(
        after.filter((finding) => concerns(finding, number, 'in-force')),
        number,
        language,
      )
    )
      return exit.refused;
    const files = [...plan.files.keys()].map((path) => `  ${content}/${path}`).join('\n');
    if (values['dry-run']) {
      say({
        zh: `会发布 ${number} ${plan.version}，写入：\n${files}`,
        en: `Would release ${number} ${plan.version} and write:\n${files}`,
      });
      return exit.clean;
    }
    writeFiles(content, plan.files);
    say({
      zh: `已发布 ${number} ${plan.version}（${effective} 起实施），哈希值 ${plan.hash}\n${files}\n请用 git 提交这些文件。`,
      en: `Released ${number} ${plan.version} (effective ${effective}), hash ${plan.hash}\n${files}\nCommit these files with git.`,
    });
    return exit.clean;
  },
};

/** True if a finding is an error of a document in one of the graphs. */
function concerns({ severity, waiver, document, file, editions }: Finding, number: string, edition: Edition): boolean {
  return (
    severity === 'error' && !waiver && editions.includes(edition) && (document === number || file.includes(number))
  );
}

/** Says why a release is refused; false if there is nothing against it. */
function refuses(errors: readonly Finding[], number: string, language: Language): boolean {
  if (errors.length === 0) return false;
  complain(language, { zh: `${number} 有错误，不能发布：`, en: `${number} has errors and cannot be released:` });
  const options = { language, colour: false, lineOf: () => undefined };
  process.stderr.write(`${errors.map((finding) => findingText(finding, options)).join('\n')}\n`);
  return true;
}

/** What the checks would find once the release stands: judged on a copy, so that nothing wrong is ever frozen. */
async function inspectWith(content: string, plan: ReleasePlan, asOf: string): Promise<Finding[]> {
  const copy = mkdtempSync(join(tmpdir(), 'handbook-release-'));
  try {
    cpSync(content, copy, { recursive: true });
    writeFiles(copy, plan.files);
    return (await inspect(copy, asOf)).findings;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** `b-21` → `HC-ITSM-B-21`, if only one document ends so. */
function wholeNumber(library: Library | undefined, given: string): string {
  const upper = given.toUpperCase();
  const numbers = [...(library?.working.documents.keys() ?? [])];
  const fitting = numbers.filter((number) => number === upper || number.endsWith(`-${upper}`));
  return fitting.length === 1 ? (fitting[0] as string) : upper;
}

/** The sections in which the working text differs from the newest release. */
function changedSections(library: Library, number: string): string[] {
  const document = library.working.documents.get(number);
  const release = newestRelease(library.working, number);
  const before = release && library.read(release);
  if (!document || !before) return [];
  const sections = document.parts.flatMap((part) => {
    const old = before.parts.find((candidate) => candidate.name === part.name);
    return redline(old && partTree(library.working, before, old), partTree(library.working, document, part))
      .changedSections;
  });
  return [...new Set(sections)];
}
