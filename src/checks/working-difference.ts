/** Where a working text begins to differ from its newest release. */
import { basename } from 'node:path';
import type { Document, Release } from '../handbook/graph.ts';
import type { Library } from '../handbook/open.ts';
import type { SourceFile } from '../handbook/source.ts';
import type { Bilingual } from '../schema/primitives.ts';

/**
 * The first line of a working text that its release does not have, in words: “第 38 行”, with the file where the
 * document has several. Undefined if the frozen text is gone. Reads one release, so it is asked for once a finding is
 * made.
 */
export function firstDifference(library: Library, document: Document, release: Release): Bilingual | undefined {
  const frozen = library.frozen(release);
  if (!frozen) return undefined;
  const before = new Map([frozen.main, ...frozen.parts.values()].map((source) => [basename(source.file), source]));
  for (const { source } of document.parts) {
    const name = basename(source.file);
    const line = firstOtherLine(before.get(name), source);
    if (line === undefined) continue;
    return document.parts.length > 1
      ? { zh: `${name} 第 ${line} 行`, en: `line ${line} of ${name}` }
      : { zh: `第 ${line} 行`, en: `line ${line}` };
  }
  return undefined;
}

/** 1-based; a file that was not released differs from its first line on. */
function firstOtherLine(before: SourceFile | undefined, after: SourceFile): number | undefined {
  const old = before ? lines(before) : [];
  const now = lines(after);
  const index = now.findIndex((line, at) => line !== old[at]);
  if (index >= 0) return index + 1;
  return now.length < old.length ? now.length : undefined;
}

/** As the hash sees them: how lines end does not count. */
function lines({ text }: SourceFile): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\n*$/, '')
    .split('\n');
}
