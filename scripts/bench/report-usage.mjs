/** Loaded before a measured command (`node --import`): when it ends, writes down what it took. In JavaScript: loading TypeScript would count. */
import { writeFileSync } from 'node:fs';

const file = process.env['BENCH_USAGE'];
if (file) {
  process.once('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    // Kilobytes and microseconds, on every platform.
    writeFileSync(file, JSON.stringify({ kilobytes: maxRSS, microseconds: userCPUTime + systemCPUTime }));
  });
}
