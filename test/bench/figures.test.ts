/** What the benchmark says of its figures. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CaseResult } from '../../scripts/bench/cases.ts';
import { readHistory, recordRun, type HistoryLine } from '../../scripts/bench/run-history.ts';
import { ratioTable } from '../../scripts/bench/table.ts';
import { emptyFolder } from '../fixtures/tiny-handbook.ts';

const run = (seconds: number, megabytes = 500) => ({
  seconds,
  megabytes,
  cpuSeconds: seconds,
  helperMegabytes: undefined,
});

const result = (releases: number): CaseResult => ({
  name: 'generated',
  documents: 100,
  releases,
  check: run(1),
  checkAgain: { ...run(0.5), runs: [0.5] },
  build: { cold: run(20, 900), warm: run(12), edited: run(3) },
  yardstick: { ...run(10, 600), pages: 100 },
});

describe('the ratios to the plain site', () => {
  it('stand beside their goals, of which that of a cold build depends on the versions', () => {
    const [four] = ratioTable(result(400));
    expect(four).toMatch(/build, cold +2\.00 +\(goal 1\.6\)/);
    expect(four).toMatch(/build, one edit +0\.30 +\(goal 0\.15\)/);
    expect(four).toMatch(/check, again +0\.05 +\(goal 0\.05\)/);
    expect(four).toMatch(/memory, build, cold +1\.50 +\(goal 1\)/);
    expect(ratioTable(result(101))[0]).toMatch(/build, cold +2\.00 +\(goal 0\.7\)/);
  });

  it('are left out where nothing was built', () => {
    const { build: _, ...checked } = result(400);
    expect(ratioTable(checked)).toEqual([]);
  });
});

describe('the history', () => {
  const line = (date: string, seconds: number, documents = 100): HistoryLine => ({
    date,
    conditions: { cpu: 'x', documents },
    figures: { 'check, first (s)': seconds, 'build, cold (s)': 20 },
  });

  it('names what has become worse since the last run under the same conditions', () => {
    const file = join(emptyFolder(), 'history.jsonl');
    expect(recordRun(file, line('2026-11-01T10:00:00Z', 1))).toEqual([]);
    expect(recordRun(file, line('2026-11-02T10:00:00Z', 9, 5000))).toEqual([]);
    expect(recordRun(file, line('2026-11-03T10:00:00Z', 1.1))).toEqual([]);
    expect(recordRun(file, line('2026-11-04T10:00:00Z', 2))).toEqual([
      'check, first (s): 1.10 on 2026-11-03, now 2.00',
    ]);
    expect(readHistory(file)).toHaveLength(4);
  });

  it('passes over lines that cannot be read', () => {
    const file = join(emptyFolder(), 'history.jsonl');
    appendFileSync(file, 'half a li\n');
    expect(recordRun(file, line('2026-11-01T10:00:00Z', 1))).toEqual([]);
    expect(readHistory(file)).toHaveLength(1);
  });
});
