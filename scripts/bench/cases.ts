/** What is measured: `check` and `build` of one handbook, from the first run to the repeated one. */
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openHandbook } from '../../src/handbook/open.ts';
import { programDigest } from '../code-digest.ts';
import { forgetBuilds } from '../last-build.ts';
import { forgetApp } from '../site-app.ts';
import { measureHandbook, type Measured } from './measure.ts';
import { releaseOneEdit } from './one-edit.ts';
import { ruleTimes, type RuleTime } from './rule-times.ts';
import { siteSize, type SiteSize } from './site-size.ts';
import { measureYardstick, type Yardstick } from './yardstick.ts';

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
  /** Without any cache, again, and `--incremental` after the release of one edit. */
  build?: { cold: Measured; warm: Measured; edited: Measured };
  site?: SiteSize;
  yardstick?: Yardstick;
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
  withYardstick: boolean;
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
  withYardstick,
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
  try {
    say(`${name}: build, cold`);
    forgetApp(programDigest(), '');
    const cold = await measureHandbook(scratch, buildArguments);
    say(`${name}: build, warm`);
    const warm = await measureHandbook(scratch, buildArguments);
    await profile('build', buildArguments);
    say(`${name}: size of the site`);
    const site = siteSize(out);
    say(`${name}: build after ${releaseOneEdit(content, benchDay)} was edited and released`);
    const edited = await measureHandbook(scratch, [...buildArguments, '--incremental']);
    Object.assign(result, { build: { cold, warm, edited }, site });
  } finally {
    forgetBuilds({ content, out });
  }
  if (withYardstick && library) {
    say(`${name}: the same texts as a plain site`);
    const folder = join(root, '.cache/bench/yardstick');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    result.yardstick = await measureYardstick(folder, library.inForce);
    rmSync(folder, { recursive: true, force: true });
  }
  return result;
}

/** A copy of the sample handbook, which nobody edits while it is measured. Its signatures end where ours would begin. */
export function copySample(to: string): void {
  cpSync(join(root, 'content'), to, { recursive: true });
  const settings = join(to, 'handbook.yaml');
  writeFileSync(settings, readFileSync(settings, 'utf8').replace(/^signatures:.*\n/m, ''));
}

/** Versions of what the figures depend on besides the machine. */
export function versions(): Record<string, string> {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const named = ['astro', 'pagefind', 'mermaid', 'zod', 'yaml'].map((name) => [name, dependencies[name] ?? '']);
  return { node: process.versions.node, ...Object.fromEntries(named) };
}
