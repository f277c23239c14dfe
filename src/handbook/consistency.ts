/** Faults that lie between files or entries: what is twice, and what would be passed over without a word. */
import type { StandardData } from '../schema/standard.ts';
import { kinds } from '../schema/documents.ts';
import type { Fault, Place } from './finding.ts';
import type { SourceFile } from './source.ts';

/** Entries of one list that carry the same id. */
export function duplicateIds(entries: readonly { id: string; place: () => Place }[]): Fault[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id, place }): Fault[] => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      {
        rule: 'SRC-06',
        ...place(),
        message: { zh: `标识“${id}”重复`, en: `The id “${id}” is given twice` },
        hint: { zh: '每个标识只能用一次：改名或合并。', en: 'An id stands for one thing: rename or merge.' },
      },
    ];
  });
}

/** Parents in a clause catalogue that do not exist or lead back to the clause itself, and numbers given twice. */
export function catalogueFaults({ clauses }: StandardData, source: SourceFile): Fault[] {
  const parents = new Map(clauses.map((clause) => [clause.number, clause.parent]));
  const numbers = clauses.map((clause, index) => ({
    id: clause.number,
    place: () => source.place(['clauses', index, 'number']),
  }));
  const wrong = clauses.flatMap(({ number, parent }, index): Fault[] => {
    if (parent === undefined) return [];
    const isMissing = !parents.has(parent);
    if (!isMissing && !leadsTo(parents, parent, number)) return [];
    return [
      {
        rule: 'SRC-06',
        ...source.place(['clauses', index, 'parent']),
        message: isMissing
          ? { zh: `上级条款“${parent}”不在目录中`, en: `The parent clause “${parent}” is not in the catalogue` }
          : { zh: `条款 ${number} 的上级又回到它自己`, en: `The parents of clause ${number} lead back to it` },
        hint: { zh: '改正 parent。', en: 'Correct parent.' },
      },
    ];
  });
  return [...duplicateIds(numbers), ...wrong];
}

function leadsTo(parents: ReadonlyMap<string, string | undefined>, from: string, to: string): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = from; at !== undefined && !seen.has(at); at = parents.get(at)) {
    if (at === to) return true;
    seen.add(at);
  }
  return false;
}

/**
 * Files that look like content but would not be read: `.md`, `.yml`, and parts in a folder without `index.mdx`.
 * @param paths relative to the content folder
 * @param shown path → how it is shown to people
 */
export function overlookedFiles(paths: readonly string[], shown: (path: string) => string): Fault[] {
  const known = new Set(paths);
  const folders = new Set(Object.values(kinds).map((kind) => kind.folder));
  const headless = new Set<string>();
  return paths.flatMap((path): Fault[] => {
    const place = { file: shown(path), line: 1, column: 1 };
    // A README beside the folders is for people.
    const ending = path.includes('/') ? /\.(md|yml)$/.exec(path)?.[1] : undefined;
    if (ending) {
      const right = ending === 'md' ? '.mdx' : '.yaml';
      return [
        {
          rule: 'SRC-06',
          ...place,
          message: { zh: `.${ending} 文件不会被读取`, en: `A .${ending} file is not read` },
          hint: { zh: `把扩展名改为 ${right}。`, en: `Rename it to ${right}.` },
        },
      ];
    }
    const [folder = '', number = '', file] = path.split('/');
    if (file === undefined || !folders.has(folder) || known.has(`${folder}/${number}/index.mdx`)) return [];
    // One report for the folder, not one for each of its files.
    if (headless.has(`${folder}/${number}`)) return [];
    headless.add(`${folder}/${number}`);
    return [
      {
        rule: 'SRC-06',
        ...place,
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
