/** `handbook dev`: the site with working texts, live. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dev, type AstroIntegration } from 'astro';
import { findingText } from '../../src/checks/report/text.ts';
import { inspect } from '../../src/checks/run.ts';
import { closeSite, setSite } from '../../src/views/site.ts';
import { exit, type Command, type Context } from '../command.ts';
import { report } from './check.ts';

/** Editors save in several steps: wait until they are done. In milliseconds. */
const settle = 100;

export const command: Command = {
  name: 'dev',
  summary: {
    zh: '边写边看：网站随编辑更新，显示编辑稿与发布版的差别',
    en: 'live site: follows your edits and shows working texts against their releases',
  },
  options: { port: { type: 'string', value: 'PORT', default: '4321', help: { zh: '端口', en: 'port' } } },
  async run(context) {
    const { content, asOf, language, values, say } = context;
    const first = await inspect(content, asOf);
    process.stdout.write(`${report(first, 'text', language)}\n`);
    if (!first.library) return exit.refused;
    setSite({ content, asOf, base: '', preview: true });
    const server = await dev({
      root: fileURLToPath(new URL('../..', import.meta.url)),
      server: { port: Number(values['port']), host: '127.0.0.1' },
      logLevel: 'error',
      integrations: [liveContent(context)],
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

/** Opens the handbook again after every save, renders what changed, and reloads the page in the browser. */
function liveContent(context: Context): AstroIntegration {
  const folder = resolve(context.content);
  return {
    name: 'live-content',
    hooks: {
      'astro:server:setup': ({ server, refreshContent }) => {
        let waiting: NodeJS.Timeout | undefined;
        server.watcher.add(folder);
        server.watcher.on('all', (_event, path) => {
          if (!path.startsWith(folder)) return;
          clearTimeout(waiting);
          waiting = setTimeout(() => void update(path), settle);
        });
        const update = async (path: string) => {
          closeSite();
          await refreshContent?.({});
          server.ws.send({ type: 'full-reload' });
          await reportFile(context, path);
        };
      },
    },
  };
}

/** Prints the findings in the file that was saved, and how many there are in all. */
async function reportFile({ content, asOf, language, say }: Context, path: string): Promise<void> {
  const { findings } = await inspect(content, asOf);
  const options = { language, colour: Boolean(process.stdout.isTTY), lineOf: () => undefined };
  const own = findings.filter(({ file }) => resolve(file) === path).map((finding) => findingText(finding, options));
  const all = findings.length;
  say({
    zh: `${own.join('\n') || '这个文件没有检查结果'}（全部 ${all} 个）`,
    en: `${own.join('\n') || 'No findings in this file'} (${all} in all)`,
  });
}
