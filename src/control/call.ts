/** Calls of `handbook` as advice names them, to be copied. */
import { resolve } from 'node:path';
import { shownPath } from '../handbook/read-folder.ts';

/** The folder of the handbook where `--content` names no other. */
export const usualFolder = 'content';

/**
 * A call that acts on this handbook.
 * @param words what stands behind `handbook`: `release ST-B-02`
 * @param folder the content folder
 */
export function callOf(words: string, folder: string): string {
  return `npm run handbook -- ${words}${contentOption(folder)}`;
}

/** The option, with a blank before it, that names a content folder; empty for the usual one. */
export function contentOption(folder: string): string {
  if (resolve(folder) === resolve(usualFolder)) return '';
  const shown = shownPath(folder);
  return ` --content ${/\s/.test(shown) ? `"${shown}"` : shown}`;
}
