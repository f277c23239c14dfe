/** What is measured: `check` and `build` of one handbook, from the first run to the repeated one. */
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from '../../src/handbook/canonical.ts';
import { openHandbook } from '../../src/handbook/open.ts';
import { measureHandbook, type Measured } from './measure.ts';
import { ruleTimes, type RuleTime } from './rule-times.ts';
import { siteSize, type SiteSize } from './site-size.ts';

/** Both handbooks are judged on this day, so that figures of different days can be compared. */
export const benchDay = '2026-11-20';

export interface CaseResult {
  name: string;
  documents: number;
  releases: number;
  /** The first run, which reads every text. */
  check: Measured;
  /** The run in the middle of several that find what the first one read (scripts/readings.ts). */
  checkAgain: Measured & { runs: number[] };
  /** The dearest first. */
  rules?: RuleTime[];
  build?: { cold: Measured; warm: Measured };
  site?: SiteSize;
}

export interface CaseOptions {
  name: string;
  /** The handbook. */
  content: string;
  /** An empty folder in which the runs work. */
  scratch: string;
  checkRuns: number;
  withBuild: boolean;
  withRules: boolean;
  /** The folder in which profiles of one more run of each command go. */
  profiles: string | undefined;
  say: (text: string) => void;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Measures one handbook. @throws {Error} if it is not clean, or cannot be built */
export async function measureCase({
  name,
  content,
  scratch,
  checkRuns,
  withBuild,
  withRules,
  profiles,
  say,
}: CaseOptions): Promise<CaseResult> {
  mkdirSync(scratch, { recursive: true });
  // The runs work in the folder, so that they find no diagrams of earlier days; what Astro bundles there needs packages.
  symlinkSync(join(root, 'node_modules'), join(scratch, 'node_modules'), 'junction');
  const { library } = openHandbook(content, benchDay);
  const common = ['--content', content, '--as-of', benchDay, '--lang', 'en'];
  const checkArguments = ['check', '--strict', ...common];
  const checks: Measured[] = [];
  const profile = async (command: string, args: readonly string[]) => {
    if (!profiles) return;
    const file = join(profiles, `${command}-${name}.cpuprofile`);
    say(`${name}: profile of ${command} in ${file}`);
    await measureHandbook(scratch, args, file);
  };
  say(`${name}: check, first`);
  const check = await measureHandbook(scratch, checkArguments);
  for (let run = 1; run <= checkRuns; run += 1) {
    say(`${name}: check again, ${run} of ${checkRuns}`);
    checks.push(await measureHandbook(scratch, checkArguments));
  }
  const middle = [...checks].sort((a, b) => a.seconds - b.seconds)[Math.floor((checkRuns - 1) / 2)]!;
  const result: CaseResult = {
    name,
    documents: library?.working.documents.size ?? 0,
    releases: library?.releases.length ?? 0,
    check,
    checkAgain: { ...middle, runs: checks.map(({ seconds }) => seconds) },
  };
  await profile('check', checkArguments);
  if (withRules) {
    say(`${name}: rules one by one`);
    result.rules = await ruleTimes(content, benchDay);
  }
  if (!withBuild) return result;

  const out = join(scratch, 'site');
  const buildArguments = ['build', '--out', out, ...common];
  const build = () => measureHandbook(scratch, buildArguments);
  try {
    say(`${name}: build, cold`);
    const cold = await build();
    say(`${name}: build, warm`);
    const warm = await build();
    await profile('build', buildArguments);
    say(`${name}: size of the site`);
    return { ...result, build: { cold, warm }, site: siteSize(out) };
  } finally {
    // The cache of Astro lies in the project, under a name made of these two folders (scripts/commands/build.ts).
    const cache = sha256(`${content}\n${out}`).slice(0, 12);
    rmSync(join(root, '.cache/astro', cache), { recursive: true, force: true });
  }
}

/** A copy of the sample handbook, which nobody edits while it is measured. */
export function copySample(to: string): void {
  cpSync(join(root, 'content'), to, { recursive: true });
}

/** Versions of what the figures depend on besides the machine. */
export function versions(): Record<string, string> {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const named = ['astro', 'pagefind', 'mermaid', 'zod', 'yaml'].map((name) => [name, dependencies[name] ?? '']);
  return { node: process.versions.node, ...Object.fromEntries(named) };
}
