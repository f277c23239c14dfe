/** Runs a command as a process of its own and measures it. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export interface Measured {
  /** Wall time from start to end, Node's own start included. */
  seconds: number;
  /** Time of the processor in all threads of the Node process: hardly depends on what else runs on the machine. */
  cpuSeconds: number;
  /** Peak memory of the Node process. */
  megabytes: number;
  /** Peak memory of the largest process that it started (Pagefind); only known on Linux. */
  helperMegabytes: number | undefined;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const usage = pathToFileURL(join(root, 'scripts/bench/report-usage.mjs')).href;

/** Runs `handbook <args>`, like `measureScript`. */
export function measureHandbook(scratch: string, args: readonly string[], profile?: string): Promise<Measured> {
  return measureScript(scratch, join(root, 'scripts/handbook.mjs'), args, profile);
}

/**
 * Runs a script by Node.
 * @param scratch its working folder, in which are its caches and a small file of our own
 * @param profile where a profile of the processor goes, for the tools of Chrome; it makes the run longer
 * @throws {Error} if it does not exit with 0, with what it printed
 */
export async function measureScript(
  scratch: string,
  script: string,
  args: readonly string[],
  profile?: string,
): Promise<Measured> {
  const usageFile = join(scratch, 'usage');
  const start = performance.now();
  const profiling = profile
    ? ['--cpu-prof', `--cpu-prof-dir=${dirname(profile)}`, `--cpu-prof-name=${basename(profile)}`]
    : [];
  const child = spawn(process.execPath, [...profiling, '--import', usage, script, ...args], {
    // What is kept between runs by paths relative to the working folder is then the benchmark's own.
    cwd: scratch,
    env: { ...process.env, BENCH_USAGE: usageFile, NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (bytes: Buffer) => (output += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => (output += bytes.toString()));
  let helper = 0;
  const watch = setInterval(() => (helper = Math.max(helper, largestDescendant(child.pid!))), 100);
  const code = await new Promise<number | null>((done, fail) => child.once('error', fail).once('close', done)).finally(
    () => clearInterval(watch),
  );
  const seconds = (performance.now() - start) / 1000;
  if (code !== 0) throw new Error(`${basename(script)} ${args.join(' ')} ended with ${code}:\n${output}`);
  const used = JSON.parse(readFileSync(usageFile, 'utf8')) as { kilobytes: number; microseconds: number };
  rmSync(usageFile);
  return {
    seconds,
    cpuSeconds: used.microseconds / 1e6,
    megabytes: used.kilobytes / 1024,
    helperMegabytes: helper ? helper / 1024 : undefined,
  };
}

/** The peak memory of the largest process below one, in kilobytes; 0 if there is none, or no /proc to ask. */
function largestDescendant(pid: number): number {
  const tasks = `/proc/${pid}/task`;
  if (!existsSync(tasks)) return 0;
  try {
    const children = readdirSync(tasks).flatMap((task) =>
      readFileSync(`${tasks}/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
    return Math.max(0, ...children.map((child) => Math.max(peakOf(child), largestDescendant(child))));
  } catch {
    // A process that has ended meanwhile.
    return 0;
  }
}

function peakOf(pid: number): number {
  return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
}
