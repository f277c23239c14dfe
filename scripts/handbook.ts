/** The `handbook` command: finds the subcommand and runs it. Each stands in a file of its own in commands/. */
import { enableCompileCache } from 'node:module';
import { complain, exit, messageLanguage, runCommand, type Command } from './command.ts';

// Node keeps what it has compiled: every later start is faster.
enableCompileCache();
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

const commands: Record<string, () => Promise<{ command: Command }>> = {
  check: () => import('./commands/check.ts'),
  build: () => import('./commands/build.ts'),
  start: () => import('./commands/start.ts'),
  dev: () => import('./commands/dev.ts'),
  release: () => import('./commands/release.ts'),
  explain: () => import('./commands/explain.ts'),
};

async function main(argv: string[]): Promise<number> {
  const [name, ...rest] = argv;
  const language = messageLanguage(argv);
  if (!name || name === 'help' || name === '--help') {
    const all = await Promise.all(Object.values(commands).map(async (load) => (await load()).command));
    process.stdout.write(
      `npm run handbook -- <command> [--help]\n\n${all.map((command) => `  ${command.name.padEnd(8)}  ${command.summary[language]}`).join('\n')}\n`,
    );
    return exit.clean;
  }
  const load = commands[name];
  if (!load) {
    complain(
      language,
      { zh: `没有命令“${name}”`, en: `There is no command “${name}”` },
      { zh: `可用：${Object.keys(commands).join('、')}。`, en: `Commands: ${Object.keys(commands).join(', ')}.` },
    );
    return exit.usage;
  }
  const { command } = await load();
  return runCommand(command, rest);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  // A fault of the program or of the machine: the user cannot mend it by editing, so say what was being done.
  const { message, code } = error as NodeJS.ErrnoException;
  const language = messageLanguage(process.argv);
  complain(
    language,
    { zh: `出错了：${message}`, en: `Something went wrong: ${message}` },
    code
      ? { zh: '检查磁盘空间、文件权限和端口占用。', en: 'Check disk space, file permissions and ports.' }
      : { zh: '请带上 DEBUG=1 再运行一次，并报告输出。', en: 'Run it again with DEBUG=1 and report the output.' },
  );
  if (process.env['DEBUG']) console.error(error);
  process.exitCode = exit.environment;
}
