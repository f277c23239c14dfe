/** `handbook build`: check → site → search index → check of the output. Built aside, put in place at the end. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fails, inspect } from '../../src/checks/run.ts';
import { shownPath } from '../../src/handbook/read-folder.ts';
import type { Bilingual } from '../../src/schema/primitives.ts';
import { complain, exit, misused, type Command, type Context } from '../command.ts';
import { makeSite } from '../make-site.ts';
import { outMistake } from '../out-folder.ts';
import { chosenProfile, judgedFor, profileOption, profileSummary } from '../profile.ts';
import { baseOption, normaliseBase, siteOption, siteOrigin } from '../site-address.ts';
import { buildingInto, notedAsOurs } from '../site-lock.ts';
import { report } from './check.ts';

export const command: Command = {
  name: 'build',
  summary: {
    zh: '检查并生成网站；有错误就不生成，原来的网站不动',
    en: 'check and build the site; on an error the last site stays',
  },
  options: {
    out: {
      type: 'string',
      value: 'DIR',
      help: {
        zh: '网站的输出文件夹（默认 dist，预览为 dist-drafts，受众版本为 dist-ID）',
        en: 'folder of the site (dist; dist-drafts for drafts, dist-ID for a profile)',
      },
    },
    drafts: {
      type: 'boolean',
      help: {
        zh: '供评审人预览：加上编辑稿、与发布版的对比和检查结果，标明草稿，不供发布',
        en: 'preview for reviewers: with working texts, redlines and findings, marked as drafts, not for publication',
      },
    },
    profile: profileOption,
    base: baseOption,
    site: siteOption,
    offline: {
      type: 'boolean',
      help: {
        zh: '生成离线副本：不用服务器，从文件夹打开 index.html 即可阅读，按编号和名称搜索（默认 dist-offline）',
        en: 'an offline copy: open index.html from its folder, no server; search by number and title (dist-offline)',
      },
    },
    incremental: {
      type: 'boolean',
      help: {
        zh: '沿用上次生成的网页，只重新生成内容有变化的；结果与完整生成逐字节相同',
        en: 'take over the pages of the last build and render only those that show something else; the same bytes',
      },
    },
    'published-only': {
      type: 'boolean',
      help: { zh: '只看已发布版本的错误', en: 'only errors of released versions count' },
    },
    strict: { type: 'boolean', help: { zh: '有警告也算不通过', en: 'warnings fail, too' } },
  },
  run: (context) => build(context),
};

/** Builds the site, unless another command is at it. @returns the exit code */
export async function build(context: Context): Promise<number> {
  const mistake = outMistake(outFolder(context), context.content);
  if (mistake) return misused(context.language, mistake);
  return buildingInto(outFolder(context), context.language, () => checkAndBuild(context));
}

async function checkAndBuild(context: Context): Promise<number> {
  const { content, asOf, language, values } = context;
  const drafts = Boolean(values['drafts']);
  const out = outFolder(context);
  const base = normaliseBase(String(values['base'] ?? ''));
  const address = siteOrigin(String(values['site'] ?? ''));
  const offline = Boolean(values['offline']);
  const isIncremental = Boolean(values['incremental']);
  if (isIncremental && (drafts || offline)) {
    return misused(language, {
      text: {
        zh: '--incremental 不能与 --drafts、--offline 同时使用：它们的网页每次都重新生成',
        en: '--incremental goes with neither --drafts nor --offline: their pages are made anew each time',
      },
      hint: { zh: '去掉 --incremental。', en: 'Leave out --incremental.' },
    });
  }
  if (offline && (base || address)) {
    return misused(language, {
      text: {
        zh: '--offline 不能与 --base、--site 同时使用：离线副本从文件夹打开，没有网址',
        en: '--offline goes with neither --base nor --site: a copy that is opened from its folder has no address',
      },
      hint: { zh: '去掉 --base 和 --site，或者去掉 --offline。', en: 'Leave out --base and --site, or --offline.' },
    });
  }
  const step = steps(context);
  const profile = chosenProfile(context, content);
  if (profile && 'text' in profile) return misused(language, profile);

  step({ zh: '检查手册', en: 'Checking the handbook' });
  const inspection = await inspect(content, asOf);
  const counted = inspection.findings.filter(
    ({ editions }) => !values['published-only'] || editions.includes('in-force'),
  );
  // Reviewers see the errors of working texts on their pages; what is published still has to be right.
  const judged = drafts ? counted.filter(({ editions }) => editions.includes('in-force')) : counted;
  const stops = fails(judged, Boolean(values['strict']));
  if (stops || inspection.findings.length) {
    process.stdout.write(`${report({ ...inspection, findings: counted }, 'text', context)}\n`);
  }
  // A profile that could not be read must not end in a site with everything.
  const isLost = values['profile'] !== undefined && !profile;
  if (stops || isLost || !inspection.library) {
    // Errors of released versions stop that as well.
    const isReleased = judged.every(({ severity, editions }) => severity !== 'error' || editions.includes('in-force'));
    complain(
      language,
      {
        zh: `没有生成网站：手册有错误。${existsSync(out) ? `${shownPath(out)} 保持原样。` : ''}`,
        en: `No site was built: the handbook has errors. ${existsSync(out) ? `${shownPath(out)} is unchanged.` : ''}`,
      },
      {
        zh: `改正上面的错误后重新生成${isReleased ? '' : '；只看已发布版本用 --published-only'}。`,
        en: `Mend the errors above and build again${isReleased ? '' : '; --published-only looks at releases only'}.`,
      },
    );
    return exit.refused;
  }
  if (inspection.library.inForce.documents.size === 0) {
    complain(
      language,
      {
        zh: `${asOf} 没有现行有效的文件，网站会是空的`,
        en: `No document is in force on ${asOf}: the site would be empty`,
      },
      { zh: '先用 handbook release 发布文件。', en: 'Release documents first: handbook release.' },
    );
    return exit.refused;
  }

  const whole = inspection.library;
  const site = profile
    ? judgedFor(whole, inspection.findings, profile)
    : { library: whole, findings: inspection.findings };
  if (profile) step(profileSummary(whole, profile, site));
  if (site.library.inForce.documents.size === 0) {
    complain(
      language,
      { zh: '这些密级没有现行有效的文件，网站会是空的', en: 'No document of these classifications is in force' },
      {
        zh: '核对 handbook.yaml 中 profiles 的 classifications。',
        en: 'Look at the classifications of the profile in handbook.yaml.',
      },
    );
    return exit.refused;
  }

  const plan = { content, out, base, address, drafts, offline, isIncremental };
  const { leaks, broken } = await notedAsOurs(out, () => makeSite({ ...plan, judged: site, whole, step }));
  if (leaks.length || broken.length) {
    process.stdout.write(`${report({ library: undefined, findings: [...leaks, ...broken] }, 'text', context)}\n`);
    complain(
      language,
      leaks.length
        ? {
            zh: '没有发布：生成的网站透露了这个受众版本不含的文件。',
            en: 'Not published: the site tells of documents that the profile leaves out.',
          }
        : { zh: '没有发布：生成的网页中有断链。', en: 'Not published: the built pages have broken links.' },
    );
    return exit.refused;
  }
  step({ zh: `完成：${shownPath(out)}`, en: `Done: ${shownPath(out)}` });
  return exit.clean;
}

/** The folder that a site is built into. */
export function outFolder({ values }: Pick<Context, 'values'>): string {
  const ending = values['drafts'] ? '-drafts' : values['profile'] === undefined ? '' : `-${values['profile']}`;
  return resolve(String(values['out'] ?? `dist${ending}${values['offline'] ? '-offline' : ''}`));
}

/** Says what is being done, with the seconds since the start. */
function steps({ say }: Context): (text: Bilingual) => void {
  const start = performance.now();
  return (text) => {
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    say({ zh: `[${seconds} 秒] ${text.zh}`, en: `[${seconds} s] ${text.en}` });
  };
}
