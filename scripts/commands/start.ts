/** `handbook start`: check, build and serve, for a first look. */
import { fileURLToPath } from 'node:url';
import { preview } from 'astro';
import { portOption } from '../arguments.ts';
import { exit, type Command } from '../command.ts';
import { normaliseBase } from '../site-address.ts';
import { build, command as buildCommand, outFolder } from './build.ts';

export const command: Command = {
  name: 'start',
  summary: { zh: '检查、生成并打开一个本机网站', en: 'check, build and serve the site on this machine' },
  options: {
    ...buildCommand.options,
    port: portOption('4321'),
  },
  async run(context) {
    const { values, say } = context;
    const code = await build(context);
    if (code !== exit.clean) return code;
    const base = normaliseBase(String(values['base'] ?? ''));
    const server = await preview({
      base: base || '/',
      root: fileURLToPath(new URL('../..', import.meta.url)),
      outDir: outFolder(context),
      server: { port: Number(values['port']), host: '127.0.0.1' },
      logLevel: 'error',
    });
    const address = `http://localhost:${server.port}${base}/`;
    say({ zh: `手册在 ${address}　按 Ctrl+C 结束`, en: `The handbook is at ${address} – press Ctrl+C to stop` });
    await server.closed();
    return exit.clean;
  },
};
