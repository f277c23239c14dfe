/** `npm test`: format, types, unit tests, a build of the sample, and the tests of the built site in a browser. */
import { spawnSync } from 'node:child_process';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
// A fixed day, so that the result does not depend on when the tests run.
const env = {
  ...process.env,
  HANDBOOK_AS_OF: process.env['HANDBOOK_AS_OF'] ?? '2026-11-20',
  ASTRO_TELEMETRY_DISABLED: '1',
};

const steps: [name: string, ...args: string[]][] = [
  ['format', 'run', 'test:format'],
  ['types', 'run', 'test:types'],
  ['build of the sample', 'run', 'build'],
  ['tests', 'run', 'test:vitest'],
];

for (const [name, ...args] of steps) {
  process.stdout.write(`\n== ${name}\n`);
  const { status } = spawnSync(npm, args, { stdio: 'inherit', env, shell: process.platform === 'win32' });
  if (status !== 0) {
    process.stderr.write(`\nnpm test stopped at: ${name}\n`);
    process.exit(status ?? 1);
  }
}
