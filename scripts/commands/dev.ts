/** `handbook dev`: the site with working texts, live. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dev } from 'astro';
import { findingText } from '../../src/checks/report/text.ts';
import { inspect } from '../../src/checks/run.ts';
import { closeSite, setSite } from '../../src/views/site.ts';
import { exit, type Command } from '../command.ts';
import { report } from './check.ts';

export const command: Command = {
  name: 'dev',
  summary: {
    zh: '边写边看：网站随编辑更新，显示编辑稿与发布版的差别',
    en: 'live site: follows your edits and shows working texts against their releases',
  },
  options: { port: { type: 'string', value: 'PORT', default: '4321', help: { zh: '端口', en: 'port' } } },
  async run({ content, asOf, language, values, say }) {
    const first = await inspect(content, asOf);
    process.stdout.write(`${report(first, 'text', language)}\n`);
    if (!first.library) return exit.refused;
    setSite({ content, asOf, base: '', preview: true });
    const server = await dev({
      root: fileURLToPath(new URL('../..', import.meta.url)),
      server: { port: Number(values['port']), host: '127.0.0.1' },
      logLevel: 'warn',
    });
    say({
      zh: `手册预览在 http://localhost:${server.address.port}/　按 Ctrl+C 结束`,
      en: `The preview is at http://localhost:${server.address.port}/ – press Ctrl+C to stop`,
    });
    let waiting: NodeJS.Timeout | undefined;
    server.watcher.add(resolve(content));
    server.watcher.on('all', (_event, path) => {
      if (!path.startsWith(resolve(content))) return;
      clearTimeout(waiting);
      waiting = setTimeout(async () => {
        closeSite();
        const { findings } = await inspect(content, asOf);
        const options = { language, colour: process.stdout.isTTY, lineOf: () => undefined };
        const own = findings.filter(({ file }) => resolve(file) === path);
        say({
          zh: `${own.length ? own.map((finding) => findingText(finding, options)).join('\n') : '没有检查结果'}（全部 ${findings.length} 个）`,
          en: `${own.length ? own.map((finding) => findingText(finding, options)).join('\n') : 'No findings'} (${findings.length} in all)`,
        });
      }, 100);
    });
    await new Promise((done) => process.once('SIGINT', done));
    await server.stop();
    return exit.clean;
  },
};
