/** `handbook dev`: the site with working texts and what the check finds in them, live. */
import { relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dev, type AstroIntegration } from 'astro';
import { findingText } from '../../src/checks/report/text.ts';
import { inspect } from '../../src/checks/run.ts';
import type { Finding } from '../../src/handbook/finding.ts';
import { setSite, type Judged } from '../../src/views/site.ts';
import { portOption } from '../arguments.ts';
import { complain, exit, waitUntilSettled, type Command, type Context } from '../command.ts';
import { writeEditorIndex } from '../editor-index.ts';
import { report } from './check.ts';

/** Editors save in several steps: wait until they are done. In milliseconds. */
const settle = 100;

/** When more files change at once (another branch, a generator), their findings are only counted. */
const fewFiles = 5;

export const command: Command = {
  name: 'dev',
  summary: {
    zh: '边写边看：网站随编辑更新，显示检查结果和编辑稿与发布版的差别',
    en: 'live site: follows your edits, shows findings and working texts against their releases',
  },
  options: { port: portOption('4321') },
  async run(context) {
    const { content, asOf, values, say } = context;
    const first = await inspect(content, asOf);
    process.stdout.write(`${report(first, 'text', context)}\n`);
    if (!first.library) return exit.refused;
    const server = await dev({
      root: fileURLToPath(new URL('../..', import.meta.url)),
      server: { port: Number(values['port']), host: '127.0.0.1' },
      logLevel: 'error',
      integrations: [liveContent(context, { library: first.library, findings: first.findings })],
    });
    say({
      zh: `手册预览在 http://localhost:${server.address.port}/　按 Ctrl+C 结束`,
      en: `The preview is at http://localhost:${server.address.port}/ – press Ctrl+C to stop`,
    });
    await new Promise((done) => process.once('SIGINT', done));
    await server.stop();
    return exit.clean;
  },
};

/** Opens and judges the handbook again after every save, reloads the page in the browser, and says what was found. */
function liveContent(context: Context, first: Judged): AstroIntegration {
  const { content, asOf, language } = context;
  const folder = resolve(content);
  const settings = { base: '', preview: true, hasIndex: false };
  let last = first;
  setSite(settings, last);
  writeEditorIndex(content);
  return {
    name: 'live-content',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const saved = new Set<string>();
        let waiting: NodeJS.Timeout | undefined;
        let updates = Promise.resolve();
        server.watcher.add(folder);
        server.watcher.on('all', (_event, path) => {
          // Hidden folders are where a command prepares what it writes.
          if (!path.startsWith(`${folder}${sep}`) || path.slice(folder.length).includes(`${sep}.`)) return;
          saved.add(path);
          clearTimeout(waiting);
          // One after the other: a save while the handbook is being judged is looked at afterwards.
          waiting = setTimeout(() => (updates = updates.then(update)), settle);
        });
        const update = async () => {
          const files = [...saved];
          saved.clear();
          if (!files.length) return;
          try {
            const start = performance.now();
            await waitUntilSettled(content, language);
            const { library, findings } = await inspect(content, asOf);
            const before = last;
            // A handbook that cannot be opened at all is shown as it last could be, with the reason.
            last = { library: library ?? last.library, findings, stale: !library };
            setSite(settings, last);
            // Astro remembers which pages there are; this is what it tells itself when its own collections change.
            for (const name of ['ssr', 'prerender']) server.environments[name]?.hot.send('astro:content-changed', {});
            server.ws.send({ type: 'full-reload' });
            reportSave(context, files, findings, before.findings, performance.now() - start);
            writeEditorIndex(content);
          } catch (error) {
            // A file that is gone between listing and reading, or a fault of a rule: the next save tries again.
            const { message } = error as Error;
            complain(language, {
              zh: `这次保存没有检查成：${message}`,
              en: `This save could not be checked: ${message}`,
            });
          }
        };
      },
    },
  };
}

/** Prints the findings in the files that were saved, those that came up elsewhere, and how many there are in all. */
function reportSave(
  { language, say, content }: Context,
  files: readonly string[],
  findings: readonly Finding[],
  before: readonly Finding[],
  milliseconds: number,
): void {
  const options = { language, colour: Boolean(process.stdout.isTTY), lineOf: () => undefined };
  const known = new Set(before.map(key));
  const isSaved = ({ file }: Finding) => files.includes(resolve(file));
  const shown = findings.filter((finding) => !finding.waiver && (isSaved(finding) || !known.has(key(finding))));
  const texts = files.length > fewFiles ? [] : shown.map((finding) => findingText(finding, options));
  const names = files.length > fewFiles ? [] : files.map((file) => relative(resolve(content), file));
  const seconds = (milliseconds / 1000).toFixed(2);
  const total = findings.filter(({ waiver }) => !waiver).length;
  say({
    zh: `${texts.join('\n') || `没有问题：${names.join('、') || `${files.length} 个文件`}`}\n（全部 ${total} 个，${seconds} 秒）`,
    en: `${texts.join('\n') || `No findings: ${names.join(', ') || `${files.length} files`}`}\n(${total} in all, ${seconds} s)`,
  });
}

/** What a finding says and where, without the line, which moves with every edit above it. */
function key({ rule, file, message }: Finding): string {
  return [rule, file, message.en].join('\n');
}
