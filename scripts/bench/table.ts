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
    [
      '  index helper',
      ({ build }) => (build?.cold.helperMegabytes === undefined ? undefined : megabytes(build.cold.helperMegabytes)),
    ],
    ['pages', ({ site }) => site && `${site.pages} (${(site.totalBytes / 1e6).toFixed(1)} MB in ${site.files} files)`],
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
