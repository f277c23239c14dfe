/** Where a site must not be built: what stands in its folder is replaced. */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { shownPath } from '../src/handbook/read-folder.ts';
import type { Mistake } from './arguments.ts';
import { folderBeside } from './publish.ts';

/** Files that every site has had since the first one, an offline copy the second. */
const marks = ['search-targets.json', 'search-targets.json.js'];

/**
 * Why a site must not be built into a folder; undefined if it may.
 * @param out absolute
 * @param content the folder of the handbook
 */
export function outMistake(out: string, content: string): Mistake | undefined {
  const folder = realPath(resolve(content));
  if ([out, folderBeside(out)].some((path) => areNested(realPath(path), folder))) {
    return {
      text: {
        zh: `--out 不能是手册文件夹 ${shownPath(folder)}，也不能在它里面或包含它：网站会替换文件夹里原有的内容`,
        en: `--out must not be the folder of the handbook ${shownPath(folder)}, lie in it or hold it: a site replaces what stands in its folder`,
      },
      hint: { zh: '换一个文件夹，例如 --out dist。', en: 'Choose another folder, such as --out dist.' },
    };
  }
  if (!existsSync(out) || !statSync(out).isDirectory() || isFree(out)) return undefined;
  return {
    text: {
      zh: `${shownPath(out)} 中有别的文件，又不是以前生成的网站：生成会删除它们`,
      en: `${shownPath(out)} holds other files and is no site that was built before: building would delete them`,
    },
    hint: {
      zh: '用 --out 换一个空文件夹或新文件夹，或者先把这些文件移走。',
      en: 'Choose an empty or a new folder with --out, or move these files away first.',
    },
  };
}

/** True for a folder that is empty but for hidden files, or holds a site. */
function isFree(out: string): boolean {
  return marks.some((name) => existsSync(join(out, name))) || readdirSync(out).every((name) => name.startsWith('.'));
}

function areNested(one: string, other: string): boolean {
  // From one drive of Windows to another the way is absolute.
  return [relative(one, other), relative(other, one)].some((way) => way.split(sep)[0] !== '..' && !isAbsolute(way));
}

/** A path without links, also of what does not exist yet. */
function realPath(path: string): string {
  if (existsSync(path) || dirname(path) === path) return realpathSync(path);
  return join(realPath(dirname(path)), basename(path));
}
