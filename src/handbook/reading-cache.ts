/**
 * What was read from files before. While one writes (`handbook dev`), one file changes and hundreds do not; between two
 * runs of `check` most do not either. Holds plain data only, and forgets what the last run had no use for.
 */
import type { SourceFile } from './source.ts';

interface Reading {
  /** SHA-256 of the text that was read. */
  digest: string;
  /** What was found in it, or its JSON as long as nobody asked. */
  value?: unknown;
  json?: string;
}

const readings = new Map<string, Reading>();
const used = new Set<string>();
let isChanged = false;

/**
 * What a file holds; read again only if its text is another than the last time.
 * @param what what is read from it: a file can be asked for several things
 * @param read gives plain data, that is what JSON can hold
 */
export function readOnce<T>(source: SourceFile, what: string, read: () => T): T {
  const key = `${source.file}\t${what}`;
  const { digest } = source;
  used.add(key);
  const last = readings.get(key);
  if (last?.digest === digest) {
    if (last.json !== undefined) {
      last.value = JSON.parse(withFile(last.json, source.file));
      delete last.json;
    }
    return last.value as T;
  }
  const value = read();
  readings.set(key, { digest, value });
  isChanged = true;
  return value;
}

/**
 * Takes in what {@link readingsToKeep} gave in an earlier run.
 * @param lines what it gave; those that are none of its are passed over
 */
export function restoreReadings(lines: readonly string[]): void {
  for (const line of lines) {
    const [file, what, digest, json] = line.split('\t');
    if (json !== undefined) readings.set(`${file}\t${what}`, { digest: digest!, json });
  }
}

/** What this run has used, as lines of text for the next one; undefined if that knows it already. */
export function readingsToKeep(): string[] | undefined {
  if (!isChanged && used.size === readings.size) return undefined;
  return [...used].map((key) => {
    const { digest, value, json } = readings.get(key)!;
    return `${key}\t${digest}\t${json ?? withoutFile(JSON.stringify(value), key)}`;
  });
}

/** Every place names its file, which would be half of what is kept. Quotes within texts are escaped: no text is hit. */
function withoutFile(json: string, key: string): string {
  return json.replaceAll(`"file":${JSON.stringify(key.slice(0, key.indexOf('\t')))}`, '"file":0');
}

function withFile(json: string, file: string): string {
  return json.replaceAll('"file":0', () => `"file":${JSON.stringify(file)}`);
}
