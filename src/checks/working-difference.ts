/** Where a working text begins to differ from its newest release. */
import { basename } from 'node:path';
import type { Document, Release } from '../handbook/graph.ts';
import type { Library } from '../handbook/open.ts';
import type { SourceFile } from '../handbook/source.ts';
import type { Bilingual } from '../schema/primitives.ts';

/** Where a working text begins to differ. */
export interface Difference {
  /** “第 38 行”, with the file where the document has several. */
  place: Bilingual;
  /** The same passage of both, shortened; undefined where one of them has nothing there. */
  was: string | undefined;
  is: string | undefined;
}

/**
 * The first line of a working text that its release does not have. Undefined if the frozen text is gone. Reads one
 * release, so it is asked for once a finding is made.
 */
export function firstDifference(library: Library, document: Document, release: Release): Difference | undefined {
  const frozen = library.frozen(release);
  if (!frozen) return undefined;
  const before = new Map([frozen.main, ...frozen.parts.values()].map((source) => [basename(source.file), source]));
  for (const { source } of document.parts) {
    const name = basename(source.file);
    const old = before.get(name);
    const line = firstOtherLine(old, source);
    if (line === undefined) continue;
    const place =
      document.parts.length > 1
        ? { zh: `${name} 第 ${line} 行`, en: `line ${line} of ${name}` }
        : { zh: `第 ${line} 行`, en: `line ${line}` };
    return { place, ...passages(old && lines(old)[line - 1], lines(source)[line - 1]) };
  }
  return undefined;
}

/** How many characters of a line are quoted, and how many of them before the first that differs. */
const quoted = 24;
const quotedBefore = 8;

function passages(was: string | undefined, is: string | undefined): Pick<Difference, 'was' | 'is'> {
  let first = 0;
  while (was && is && first < is.length && was[first] === is[first]) first += 1;
  const from = Math.max(0, first - quotedBefore);
  const cut = (line: string | undefined) =>
    line?.trim()
      ? `${from > 0 ? '…' : ''}${line.slice(from, from + quoted)}${line.length > from + quoted ? '…' : ''}`
      : undefined;
  return { was: cut(was), is: cut(is) };
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
