/** The `handbook` command: finds the subcommand and runs it. Each stands in a file of its own in commands/. */
import { nearest } from '../src/handbook/suggest.ts';
import { orAll, readArguments } from './arguments.ts';
import {
  complain,
  exit,
  helpOption,
  helpText,
  languageOption,
  messageLanguage,
  misused,
  runCommand,
  type Command,
} from './command.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

// Whoever reads only the beginning (`handbook status | head`) closes the pipe: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(process.exitCode ?? exit.clean);
});

const commands = new Map<string, () => Promise<{ command: Command }>>(
  Object.entries({
    check: () => import('./commands/check.ts'),
    build: () => import('./commands/build.ts'),
    start: () => import('./commands/start.ts'),
    dev: () => import('./commands/dev.ts'),
    init: () => import('./commands/init.ts'),
    new: () => import('./commands/new.ts'),
    release: () => import('./commands/release.ts'),
    approve: () => import('./commands/approve.ts'),
    verify: () => import('./commands/verify.ts'),
    review: () => import('./commands/review.ts'),
    withdraw: () => import('./commands/withdraw.ts'),
    supersede: () => import('./commands/supersede.ts'),
    retain: () => import('./commands/retain.ts'),
    status: () => import('./commands/status.ts'),
    diff: () => import('./commands/diff.ts'),
    explain: () => import('./commands/explain.ts'),
  }),
);

async function main(argv: string[]): Promise<number> {
  const [name, ...rest] = languageLast(argv);
  const language = messageLanguage(argv);
  const asked = name === 'help' ? commands.get(rest[0] ?? '') : undefined;
  if (asked) {
    process.stdout.write(`${helpText((await asked()).command, language)}\n`);
    return exit.clean;
  }
  if (!name || name === 'help' || name.startsWith('-')) {
    const read = readArguments(argv, {
      command: '',
      options: { lang: languageOption, help: helpOption },
      positionals: true,
    });
    if ('text' in read) return misused(language, read);
    const all = await Promise.all([...commands.values()].map(async (load) => (await load()).command));
    const width = Math.max(...all.map((command) => command.name.length));
    process.stdout.write(
      `npm run handbook -- <command> [--help]\n\n${all.map((command) => `  ${command.name.padEnd(width)}  ${command.summary[language]}`).join('\n')}\n`,
    );
    return exit.clean;
  }
  const load = commands.get(name);
  if (!load) {
    const names = [...commands.keys()];
    return misused(language, {
      text: { zh: `没有命令“${name}”`, en: `There is no command “${name}”` },
      hint: orAll(nearest(name, names), { zh: names.join('、'), en: names.join(', ') }),
    });
  }
  const { command } = await load();
  return runCommand(command, rest);
}

/** `--lang en check` → `check --lang en`: the language may stand anywhere. */
function languageLast(argv: readonly string[]): string[] {
  const count = argv[0] === '--lang' ? 2 : argv[0]?.startsWith('--lang=') ? 1 : 0;
  return [...argv.slice(count), ...argv.slice(0, count)];
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
