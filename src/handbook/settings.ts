/** Reads handbook.yaml alone, for what has no need of the whole handbook. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { handbookFile, type HandbookData } from '../schema/handbook.ts';
import { parseData } from './parse.ts';
import { readFiles } from './read-folder.ts';

/** The settings of a content folder; undefined if they are missing or have faults, which `handbook check` reports. */
export function readSettings(folder: string): HandbookData | undefined {
  const name = 'handbook.yaml';
  if (!existsSync(join(folder, name))) return undefined;
  const source = readFiles(folder, [name]).files.get(name);
  return source && parseData(source, handbookFile).data;
}
