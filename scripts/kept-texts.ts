/** The rendered texts of a site, kept from one build to the next in `.cache/texts`. Safe to delete. */
import type { Rendered } from '../src/markdown/render.ts';
import type { KeptTexts } from '../src/views/site.ts';
import { keep, readKept } from './cache.ts';

/** A text: its digest, and its HTML as JSON. */
type Kept = [digest: string, json: string];

/**
 * The texts that the last build kept.
 * @param file where they are; it may be missing
 * @returns the texts, and what writes them down again: with those that were added, and without those that nobody asked
 *   for if the whole site was made
 */
export function keptTexts(file: string): KeptTexts & { write: (isWhole: boolean) => void } {
  const texts = new Map<string, Kept>();
  const used = new Set<string>();
  let isChanged = false;
  for (const line of readKept(file)?.split('\n') ?? []) {
    const [id, digest, json] = line.split('\t');
    if (json) texts.set(id!, [digest!, json]);
  }
  return {
    get(id, digest) {
      used.add(id);
      const [last, json] = texts.get(id) ?? [];
      return last === digest ? parsed(json!) : undefined;
    },
    keep(id, digest, rendered) {
      isChanged = true;
      texts.set(id, [digest, JSON.stringify(rendered)]);
    },
    write(isWhole) {
      const list = [...texts].filter(([id]) => !isWhole || used.has(id));
      if (!isChanged && list.length === texts.size) return;
      keep(file, list.map(([id, kept]) => [id, ...kept].join('\t')).join('\n'));
    },
  };
}

/** Undefined where the file was cut off. */
function parsed(json: string): Rendered | undefined {
  try {
    return JSON.parse(json) as Rendered;
  } catch {
    return undefined;
  }
}
