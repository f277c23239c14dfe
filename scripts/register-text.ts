/** Reads a register as text, for commands that add to it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { registerPath } from '../src/control/registers.ts';
import type { RegisterName } from '../src/schema/registers/index.ts';

/** With line ends as places are counted in; empty for a register that does not exist yet. */
export function registerText(content: string, name: RegisterName): string {
  const path = join(content, registerPath(name));
  return existsSync(path)
    ? readFileSync(path, 'utf8')
        .replace(/^\uFEFF/, '')
        .replace(/\r\n?/g, '\n')
    : '';
}
