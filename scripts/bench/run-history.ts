/** The figures of every run, one line of JSON each, so that a regression shows. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** What is compared from run to run: seconds or megabytes, by name. */
export interface HistoryLine {
  /** ISO date and time. */
  date: string;
  /** Runs with another of these are not compared: machine, documents, versions. */
  conditions: Record<string, string | number>;
  figures: Record<string, number>;
}

/** A figure may vary by so much before it is called slower: a machine with two processors is that noisy. */
const tolerance = 1.2;

/** Adds a run to the file. @returns what has grown since the last run under the same conditions, a line each */
export function recordRun(file: string, run: HistoryLine): string[] {
  const before = readHistory(file).findLast(
    ({ conditions }) => JSON.stringify(conditions) === JSON.stringify(run.conditions),
  );
  appendFileSync(file, `${JSON.stringify(run)}\n`);
  return before ? regressions(before, run) : [];
}

/** What of a run is worse than in an earlier one. */
export function regressions(before: HistoryLine, now: HistoryLine): string[] {
  return Object.entries(now.figures).flatMap(([name, value]) => {
    const last = before.figures[name];
    if (last === undefined || value <= last * tolerance) return [];
    return [`${name}: ${last.toFixed(2)} on ${before.date.slice(0, 10)}, now ${value.toFixed(2)}`];
  });
}

/** The runs of a history file, oldest first; lines that are none are passed over. */
export function readHistory(file: string): HistoryLine[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return line ? [JSON.parse(line) as HistoryLine] : [];
      } catch {
        return [];
      }
    });
}
