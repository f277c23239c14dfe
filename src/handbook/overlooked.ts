/** Files in the content folder that would be passed over without a word. */
import { basename, dirname, extname } from 'node:path';
import { kinds } from '../schema/documents.ts';
import type { Bilingual } from '../schema/primitives.ts';
import type { Fault } from './finding.ts';
import { isContent, rightPath } from './unread.ts';

/**
 * Files that look like content but would not be read (`.md`, `.yml`, `.MDX`), parts in a folder without `index.mdx`, and
 * files of other programs, which nobody publishes although they stand among what is published.
 * @param paths relative to the content folder
 * @param shown path → how it is shown to people
 */
export function overlookedFiles(paths: readonly string[], shown: (path: string) => string): Fault[] {
  return [...misnamed(paths, shown), ...withoutIndex(paths, shown), ...foreign(paths, shown)];
}

function misnamed(paths: readonly string[], shown: (path: string) => string): Fault[] {
  return paths.flatMap((path): Fault[] => {
    const right = rightPath(path);
    // A README beside the folders is for people.
    if (right === path || (!path.includes('/') && /\.md(?:\.txt)?$/i.test(path))) return [];
    const [ending, rightEnding] = [/\.\w+(?:\.txt)?$/i.exec(path)![0], extname(right)];
    const isCapital = ending.toLowerCase() === rightEnding;
    return [
      {
        rule: 'SRC-06',
        file: shown(path),
        line: 1,
        column: 1,
        message: isCapital
          ? {
              zh: `扩展名“${ending}”要小写，否则文件不会被读取`,
              en: `The ending “${ending}” must be in small letters, or the file is not read`,
            }
          : { zh: `${ending} 文件不会被读取`, en: `A ${ending} file is not read` },
        hint: isCapital
          ? {
              zh: `把文件名改为 ${basename(right)}；Windows 上改不了大小写的，先改成别的名字。`,
              en: `Rename it to ${basename(right)}; where Windows keeps the capital letters, take another name in between.`,
            }
          : { zh: `把扩展名改为 ${rightEnding}。`, en: `Rename it to ${rightEnding}.` },
      },
    ];
  });
}

/**
 * Folders of documents without `index.mdx`: one fault for the folder, not one for each of its files. What is no content
 * makes no document: drawings may stand in a folder of the name of their text.
 */
function withoutIndex(paths: readonly string[], shown: (path: string) => string): Fault[] {
  const known = new Set(paths.map(rightPath));
  const folders = new Set(Object.values(kinds).map((kind) => kind.folder));
  const headless = new Set<string>();
  return paths.flatMap((path): Fault[] => {
    const [folder = '', number = '', file] = path.split('/');
    if (file === undefined || !folders.has(folder) || !isContent(path)) return [];
    if (known.has(`${folder}/${number}/index.mdx`)) return [];
    if (headless.has(`${folder}/${number}`)) return [];
    headless.add(`${folder}/${number}`);
    return [
      {
        rule: 'SRC-06',
        file: shown(path),
        line: 1,
        column: 1,
        message: {
          zh: `${folder}/${number} 没有 index.mdx，其中的文件不会发布`,
          en: `${folder}/${number} has no index.mdx, so nothing in it is published`,
        },
        hint: {
          zh: '多文件的文件要有 index.mdx：误删的用 git 恢复，新的补上；单个文件直接放在类型文件夹中。',
          en: 'A document of several files needs index.mdx: restore it from git, or add it; a document of one file stands in the folder of its kind.',
        },
      },
    ];
  });
}

/** What systems and editors leave behind, and sources of drawings, which may be kept beside the text that shows them. */
const tolerated = /^(?:~\$.*|Thumbs\.db|desktop\.ini|.*(?:~|\.(?:tmp|bak|swp|orig|drawio)))$/i;

/** Files of other programs, one fault for each folder and ending. They do no harm, so that it is a warning. */
function foreign(paths: readonly string[], shown: (path: string) => string): Fault[] {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    if (isContent(path) || tolerated.test(basename(path))) continue;
    const ending = extname(path).toLowerCase();
    if (!path.includes('/') && ['', '.md', '.txt'].includes(ending)) continue;
    const key = `${dirname(path)} ${ending}`;
    groups.set(key, [...(groups.get(key) ?? []), path]);
  }
  return [...groups.values()].map((group) => {
    const [first] = group as [string];
    const ending = extname(first).toLowerCase();
    const what = ending ? { zh: ` ${ending} 文件`, en: `${ending} file` } : { zh: '文件', en: 'file' };
    return {
      rule: 'SRC-06',
      severity: 'warning',
      file: shown(first),
      line: 1,
      column: 1,
      message:
        group.length > 1
          ? {
              zh: `这个文件夹中的 ${group.length} 个${what.zh}不会发布`,
              en: `${group.length} ${what.en}s in this folder are not published`,
            }
          : { zh: `这个${what.zh}不会发布`, en: `This ${what.en} is not published` },
      hint: elsewhere(ending),
    };
  });
}

/** What to do with a file of another program. */
function elsewhere(ending: string): Bilingual {
  if (/^\.(?:docx?|wps|odt|rtf)$/.test(ending)) {
    return {
      zh: '内容写成 .mdx 文件（用 npm run handbook -- new 开始），Word 原件放到手册库以外。',
      en: 'Write its content as .mdx (npm run handbook -- new begins one), and keep the Word file outside the handbook.',
    };
  }
  if (/^\.(?:png|jpe?g|gif|bmp|svg|webp|vsdx?)$/.test(ending)) {
    return {
      zh: '正文中不能放图片：流程和结构用 Mermaid 画，图片放到手册库以外。',
      en: 'Pictures cannot stand in a text: draw with Mermaid, and keep the picture outside the handbook.',
    };
  }
  return {
    zh: '手册库只读 .mdx 和 .yaml 文件：把它放到手册库以外。',
    en: 'Only .mdx and .yaml files are read: keep it outside the handbook.',
  };
}
