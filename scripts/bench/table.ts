/** The figures of the benchmark as a table for the terminal. */
import type { CaseResult } from './cases.ts';
import type { Measured } from './measure.ts';

/** One column for each case, one row for each figure. */
export function resultTable(cases: readonly CaseResult[]): string {
  const rows: [label: string, ...figures: string[]][] = [
    ['', ...cases.map(({ name }) => name)],
    ['documents × versions', ...cases.map(({ documents, releases }) => `${documents} (${releases} releases)`)],
    ['check, first', ...cases.map(({ check }) => run(check))],
    ['check, again', ...cases.map(({ checkAgain }) => run(checkAgain))],
  ];
  const builds: [label: string, pick: (item: CaseResult) => string | undefined][] = [
    ['build, cold', ({ build }) => build && run(build.cold)],
    ['build, warm', ({ build }) => build && run(build.warm)],
    ['build, one edit', ({ build }) => build && run(build.edited)],
    ['the same texts, plain', ({ yardstick }) => yardstick && run(yardstick)],
    [
      '  index helper',
      ({ build }) => (build?.cold.helperMegabytes === undefined ? undefined : megabytes(build.cold.helperMegabytes)),
    ],
    ['pages', ({ site }) => site && `${site.pages} (${(site.totalBytes / 1e6).toFixed(1)} MB in ${site.files} files)`],
    ['search index', ({ site }) => site && `${(site.indexBytes / 1e6).toFixed(1)} MB`],
    ['page, mean raw / gzip', ({ site }) => site && `${kilobytes(site.mean.raw)} / ${kilobytes(site.mean.gzip)}`],
    ['page, max raw / gzip', ({ site }) => site && `${kilobytes(site.max.raw)} / ${kilobytes(site.max.gzip)}`],
    ['  which', ({ site }) => site?.max.page],
    ['script before search, gzip', ({ site }) => site && kilobytes(site.loads.script.gzip)],
    ['styles, gzip', ({ site }) => site && kilobytes(site.loads.style.gzip)],
  ];
  for (const [label, pick] of builds) {
    const figures = cases.map((item) => pick(item) ?? '');
    if (figures.some(Boolean)) rows.push([label, ...figures]);
  }
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** What we want to reach, as ratios to the plain site. */
const goals = { cold: 1.6, coldOneVersion: 0.7, edited: 0.15, check: 0.05, memory: 1 } as const;

/** Our figures as ratios to those of the plain site, with what we want to reach. */
export function ratioTable({ name, check, checkAgain, build, yardstick, documents, releases }: CaseResult): string[] {
  if (!build || !yardstick) return [];
  const times = (value: number, goal: number) => `${(value / yardstick.seconds).toFixed(2)}  (goal ${goal})`;
  const memory = build.cold.megabytes / yardstick.megabytes;
  // Withdrawn documents have releases, too.
  const isOneVersion = releases < documents * 1.5;
  const rows: [string, string][] = [
    ['build, cold', times(build.cold.seconds, isOneVersion ? goals.coldOneVersion : goals.cold)],
    ['build, one edit', times(build.edited.seconds, goals.edited)],
    ['check, first', times(check.seconds, goals.check)],
    ['check, again', times(checkAgain.seconds, goals.check)],
    ['memory, build, cold', `${memory.toFixed(2)}  (goal ${goals.memory})`],
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  const lines = rows.map(([label, text]) => `${label.padEnd(width)}  ${text}`);
  return [[`${name}: ratios to the plain site of the same texts`, ...lines].join('\n')];
}

/** What of a case goes into the history: seconds and megabytes. */
export function historyFigures({ check, checkAgain, build, yardstick, site }: CaseResult): Record<string, number> {
  const runs: Record<string, Measured | undefined> = {
    'check, first': check,
    'check, again': checkAgain,
    'build, cold': build?.cold,
    'build, warm': build?.warm,
    'build, one edit': build?.edited,
    'plain site': yardstick,
  };
  const measured = Object.entries(runs).flatMap(([name, item]): [string, number][] =>
    item
      ? [
          [`${name} (s)`, item.seconds],
          [`${name} (MB)`, item.megabytes],
        ]
      : [],
  );
  return {
    ...Object.fromEntries(measured),
    ...(site && { 'page, mean (kB)': site.mean.raw / 1000, 'search index (MB)': site.indexBytes / 1e6 }),
  };
}

/** How many rules are listed by name. */
const listed = 20;

/** The rules of a case that cost most, and all of them together. */
export function ruleTable({ name, rules = [] }: CaseResult): string {
  const total = rules.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const rows = rules.slice(0, listed).map(({ rule, milliseconds, findings }) => {
    return `${rule}  ${milliseconds.toFixed(0).padStart(6)} ms  ${String(findings).padStart(6)}`;
  });
  const rest = rules.length > listed ? [`… and ${rules.length - listed} more`] : [];
  const all = `all     ${total.toFixed(0).padStart(6)} ms`;
  return [`${name}: rule, time of the processor, findings`, ...rows, ...rest, all].join('\n');
}

function run({ seconds, cpuSeconds, megabytes: memory }: Measured): string {
  return `${seconds.toFixed(2)} s (cpu ${cpuSeconds.toFixed(2)} s)  ${megabytes(memory)}`;
}

function megabytes(value: number): string {
  return `${Math.round(value)} MB`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
