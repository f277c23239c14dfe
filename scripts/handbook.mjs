/**
 * Starts the `handbook` command (handbook.ts) with what Node has kept of earlier starts: compiled code, and TypeScript
 * whose types were taken out. In JavaScript, because whatever is loaded before this is switched on is worked out anew,
 * and an older Node could not load TypeScript at all.
 */
import module from 'node:module';

if (process.features.typescript) {
  module.enableCompileCache();
  await import('./handbook.ts');
} else {
  console.error(
    `Node ${process.versions.node} 太旧：用 npm run handbook -- …，它使用 npm ci 装好的 Node。\n` +
      `Node ${process.versions.node} is too old: run npm run handbook -- …, which takes the Node that npm ci installed.`,
  );
  process.exitCode = 3;
}
