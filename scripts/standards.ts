/** `npm run standards`: writes the outlines of the clause catalogues that come with the program (MAP-12). */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { format, resolveConfig } from 'prettier';
import { standard } from '../src/schema/standard.ts';
import { outlineOf } from '../src/standards/outline.ts';

const root = join(import.meta.dirname, '..');
export const outlinesPath = 'src/standards/outlines.ts';

/** The text of src/standards/outlines.ts, from the catalogues in content/standards. */
export async function outlinesText(): Promise<string> {
  const folder = join(root, 'content/standards');
  const catalogues = readdirSync(folder)
    .sort()
    .map((file) => standard.parse(load(readFileSync(join(folder, file), 'utf8'))));
  const entries = catalogues.map((data) => `${JSON.stringify(data.id)}: ${JSON.stringify(outlineOf(data))}`);
  const text = `/** The outlines of the catalogues that come with the program. Written by \`npm run standards\`, not by hand. */
import type { Outline } from './outline.ts';

export const outlines: Readonly<Record<string, Outline>> = {${entries.join(',')}};
`;
  return format(text, { ...(await resolveConfig(join(root, outlinesPath))), parser: 'typescript' });
}

if (import.meta.main) writeFileSync(join(root, outlinesPath), await outlinesText());
