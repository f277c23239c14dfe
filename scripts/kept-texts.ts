/** The rendered texts of a site, kept from one build to the next in `.cache/texts`. Safe to delete. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Rendered } from '../src/markdown/render.ts';
import type { KeptTexts } from '../src/views/site.ts';

interface Kept {
  digest: string;
  /** As long as nobody asked for it, its JSON. */
  rendered?: Rendered;
  json?: string;
}

/**
 * The texts that the last build kept.
 * @param file where they are; it may be missing
 * @returns the texts, and what writes them down again, with those that were added
 */
export function keptTexts(file: string): KeptTexts & { write: () => void } {
  const texts = new Map<string, Kept>();
  let isChanged = false;
  for (const line of linesOf(file)) {
    const [id, digest, json] = line.split('\t');
    if (json) texts.set(id!, { digest: digest!, json });
  }
  return {
    get(id, digest) {
      const kept = texts.get(id);
      if (kept?.digest !== digest) return undefined;
      if (kept.json !== undefined) return JSON.parse(kept.json) as Rendered;
      return kept.rendered;
    },
    keep(id, digest, rendered) {
      isChanged = true;
      texts.set(id, { digest, rendered });
    },
    write() {
      if (!isChanged) return;
      const lines = [...texts].map(([id, { digest, json, rendered }]) =>
        [id, digest, json ?? JSON.stringify(rendered)].join('\t'),
      );
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.part`, lines.join('\n'));
      renameSync(`${file}.part`, file);
    },
  };
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
