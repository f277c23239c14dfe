/** `npm run bench`: how long `check` and `build` take, what they need, and how much a reader loads. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { benchDay, copySample, measureCase, versions, type CaseResult } from './bench/cases.ts';
import { generateHandbook } from './bench/generate.ts';
import { recordRun } from './bench/run-history.ts';
import { historyFigures, ratioTable, resultTable, ruleTable } from './bench/table.ts';

const help = `npm run bench -- [options]

Times check and build of the sample handbook and of a generated one, each run in a process of its own, and builds the
texts of the generated one as a plain site of Astro and @astrojs/mdx as well: the ratios say what our times are worth on
any machine. All figures are added to a history, and what has become slower since the last run like it is named.

  --documents N   documents of the generated handbook, at least 20 (300)
  --versions N    releases of each document, at most 60 (4)
  --checks N      further runs of check, of which the middle one counts (3)
  --skip-build    only check
  --skip-sample   only the generated handbook
  --skip-plain    without the plain site of Astro and @astrojs/mdx that the generated handbook is measured against
  --rules         how long each rule takes, the dearest first
  --profile       run check, and build unless it is skipped, once more and write profiles of the processor beside the
                  figures (check-generated.cpuprofile …); the performance tools of Chrome and VS Code open them
  --keep DIR      write the generated handbook to this new folder and keep it
  --json FILE     where the figures go (bench/latest.json)
  --help          show this help`;

interface Options {
  documents: number;
  versions: number;
  checks: number;
  skipBuild: boolean;
  skipSample: boolean;
  skipPlain: boolean;
  rules: boolean;
  profile: boolean;
  keep: string | undefined;
  json: string;
}

/** The options, or undefined after the help was shown. @throws {RangeError | TypeError} if one is wrong */
function readOptions(argv: string[]): Options | undefined {
  const { values } = parseArgs({
    args: argv,
    options: {
      documents: { type: 'string', default: '300' },
      versions: { type: 'string', default: '4' },
      checks: { type: 'string', default: '3' },
      'skip-build': { type: 'boolean', default: false },
      'skip-sample': { type: 'boolean', default: false },
      'skip-plain': { type: 'boolean', default: false },
      rules: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
      keep: { type: 'string' },
      json: { type: 'string', default: fileURLToPath(new URL('../bench/latest.json', import.meta.url)) },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${help}\n`);
    return undefined;
  }
  const whole = (name: 'documents' | 'versions' | 'checks', least: number, most: number): number => {
    const value = Number(values[name]);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    throw new RangeError(`--${name} must be a whole number from ${least} to ${most}, it is “${values[name]}”`);
  };
  if (values.keep !== undefined && existsSync(values.keep) && readdirSync(values.keep).length) {
    throw new RangeError(`--keep ${values.keep}: the folder is not empty`);
  }
  return {
    documents: whole('documents', 20, 20_000),
    versions: whole('versions', 1, 60),
    checks: whole('checks', 1, 99),
    skipBuild: values['skip-build'],
    skipSample: values['skip-sample'],
    skipPlain: values['skip-plain'],
    rules: values.rules,
    profile: values.profile,
    keep: values.keep,
    json: resolve(values.json),
  };
}

async function bench(options: Options): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'handbook-bench-'));
  const start = performance.now();
  const say = (text: string) =>
    process.stderr.write(`[${((performance.now() - start) / 1000).toFixed(0).padStart(4)} s] ${text}\n`);
  const load = loadavg()[0] ?? 0;
  if (load > cpus().length / 2) say(`The machine is busy (load ${load.toFixed(1)}): times will be too long`);
  mkdirSync(dirname(options.json), { recursive: true });
  try {
    const cases: CaseResult[] = [];
    const measure = async (name: string, content: string) => {
      cases.push(
        await measureCase({
          name,
          content,
          scratch: join(scratch, `${name} runs`),
          checkRuns: options.checks,
          withBuild: !options.skipBuild,
          withRules: options.rules,
          withYardstick: name === 'generated' && !options.skipPlain,
          profiles: options.profile ? dirname(options.json) : undefined,
          say,
        }),
      );
    };
    if (!options.skipSample) {
      const content = join(scratch, 'sample');
      copySample(content);
      await measure('sample', content);
    }
    const content = options.keep ? resolve(options.keep) : join(scratch, 'generated');
    mkdirSync(content, { recursive: true });
    say(`Generating ${options.documents} documents with ${options.versions} releases each`);
    const generated = generateHandbook(content, { ...options, asOf: benchDay });
    say(`${generated.files} files, ${generated.wordsPerBody} words a body, ${generated.diagrams} diagrams`);
    await measure('generated', content);

    const machine = { cpu: cpus()[0]?.model ?? '', cpus: cpus().length, load, platform: process.platform };
    const figures = { date: new Date().toISOString(), asOf: benchDay, machine, versions: versions(), generated, cases };
    writeFileSync(options.json, `${JSON.stringify(figures, null, 2)}\n`);
    const tables = [resultTable(cases), ...cases.flatMap(ratioTable), ...(options.rules ? cases.map(ruleTable) : [])];
    process.stdout.write(`\n${tables.join('\n\n')}\n\n`);
    const history = join(dirname(options.json), 'history.jsonl');
    for (const item of cases) {
      const conditions = { cpu: machine.cpu, name: item.name, documents: item.documents, releases: item.releases };
      const slower = recordRun(history, { date: figures.date, conditions, figures: historyFigures(item) });
      if (slower.length) process.stdout.write(`Worse than the last run of ${item.name}:\n  ${slower.join('\n  ')}\n\n`);
    }
    say(`Figures in ${options.json} and ${history}`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

let options: Options | undefined;
try {
  options = readOptions(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n${help}\n`);
  process.exit(2);
}
if (options) await bench(options);
