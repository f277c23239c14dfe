/**
 * Starts the `handbook` command (handbook.ts) with what Node has kept of earlier starts: compiled code, and TypeScript
 * whose types were taken out. In JavaScript, because whatever is loaded before this is switched on is worked out anew.
 */
import { enableCompileCache } from 'node:module';

enableCompileCache();
await import('./handbook.ts');
