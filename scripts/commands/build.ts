/** `handbook build`: check → site → search index → check of the output. Built aside, swapped in at the end. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as buildSite } from 'astro';
import { checkOutput } from '../../src/checks/output.ts';
import { fails, inspect } from '../../src/checks/run.ts';
import { sha256 } from '../../src/handbook/canonical.ts';
import { shownPath } from '../../src/handbook/read-folder.ts';
import type { Bilingual } from '../../src/schema/primitives.ts';
import { setSite } from '../../src/views/site.ts';
import { complain, exit, type Command, type Context } from '../command.ts';
import { writeSearchIndex } from '../search-index.ts';
import { report } from './check.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export const command: Command = {
  name: 'build',
  summary: {
    zh: '检查并生成网站；有错误就不生成，原来的网站不动',
    en: 'check and build the site; on an error the last site stays',
  },
  options: {
    out: { type: 'string', value: 'DIR', default: 'dist', help: { zh: '网站的输出文件夹', en: 'folder of the site' } },
    base: {
      type: 'string',
      value: 'PATH',
      default: '',
      help: { zh: '网站所在的路径，如 /handbook', en: 'path of the site, such as /handbook' },
    },
    'published-only': {
      type: 'boolean',
      help: { zh: '只看已发布版本的错误', en: 'only errors of released versions count' },
    },
    strict: { type: 'boolean', help: { zh: '有警告也算不通过', en: 'warnings fail, too' } },
  },
  run: (context) => build(context),
};

/** Builds the site. @returns the exit code */
export async function build(context: Context): Promise<number> {
  const { content, asOf, language, values } = context;
  const out = resolve(String(values['out'] ?? 'dist'));
  const base = normaliseBase(String(values['base'] ?? ''));
  const step = steps(context);

  step({ zh: '检查手册', en: 'Checking the handbook' });
  const inspection = await inspect(content, asOf);
  const counted = inspection.findings.filter(
    ({ editions }) => !values['published-only'] || editions.includes('in-force'),
  );
  const stops = fails(counted, Boolean(values['strict']));
  if (stops || inspection.findings.length) {
    process.stdout.write(`${report({ ...inspection, findings: counted }, 'text', context)}\n`);
  }
  if (stops || !inspection.library) {
    complain(
      language,
      {
        zh: `没有生成网站：手册有错误。${existsSync(out) ? `${shownPath(out)} 保持原样。` : ''}`,
        en: `No site was built: the handbook has errors. ${existsSync(out) ? `${shownPath(out)} is unchanged.` : ''}`,
      },
      {
        zh: '改正上面的错误后重新生成；只看已发布版本用 --published-only。',
        en: 'Mend the errors above and build again; --published-only looks at releases only.',
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

  const aside = `${out}.new`;
  rmSync(aside, { recursive: true, force: true });
  // At once, not after all pages: a path where nothing can be written.
  mkdirSync(aside, { recursive: true });
  try {
    step({ zh: '生成网页', en: 'Building pages' });
    setSite({ content, asOf, base, preview: false }, { library: inspection.library, findings: inspection.findings });
    process.env['HANDBOOK_OUT'] = aside;
    // Whatever the shell says: pages for development have no content security policy.
    process.env['NODE_ENV'] = 'production';
    const cache = sha256(`${resolve(content)}\n${out}`).slice(0, 12);
    process.env['HANDBOOK_CACHE'] = `./.cache/astro/${cache}`;
    await buildSite({ root, outDir: aside, base: base || '/', logLevel: process.env['DEBUG'] ? 'info' : 'error' });

    step({ zh: '建立搜索索引', en: 'Indexing for search' });
    await writeSearchIndex(aside, inspection.library.inForce.settings.language);

    step({ zh: '检查生成的网页', en: 'Checking the pages' });
    const broken = checkOutput(aside, base);
    if (broken.length) {
      process.stdout.write(`${report({ library: undefined, findings: broken }, 'text', context)}\n`);
      complain(language, {
        zh: '没有发布：生成的网页中有断链。',
        en: 'Not published: the built pages have broken links.',
      });
      return exit.refused;
    }
    swap(aside, out);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  step({ zh: `完成：${shownPath(out)}`, en: `Done: ${shownPath(out)}` });
  return exit.clean;
}

/** Puts the new site in the place of the old one; the old one is only removed when the new one stands. */
function swap(aside: string, out: string): void {
  const old = `${out}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(out)) renameSync(out, old);
  renameSync(aside, out);
  rmSync(old, { recursive: true, force: true });
}

function normaliseBase(base: string): string {
  const trimmed = base.replace(/^\/+|\/+$/g, '');
  return trimmed ? `/${trimmed}` : '';
}

/** Says what is being done, with the seconds since the start. */
function steps({ say }: Context): (text: Bilingual) => void {
  const start = performance.now();
  return (text) => {
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    say({ zh: `[${seconds} 秒] ${text.zh}`, en: `[${seconds} s] ${text.en}` });
  };
}
