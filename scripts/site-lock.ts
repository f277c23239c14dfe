/** Only one command at a time builds into a folder, and beside it none replaces what no build has left. */
import { existsSync, lstatSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../src/handbook/canonical.ts';
import { shownPath } from '../src/handbook/read-folder.ts';
import type { Mistake } from './arguments.ts';
import { cachePath } from './cache.ts';
import type { Busy } from './changes.ts';
import { misused, unlessBusy } from './command.ts';
import { finishUpdate, folderBeside } from './publish.ts';

/**
 * Brings an update of a site to its end that was interrupted, and runs a build into the same folder.
 * @param out absolute
 * @returns its exit code, or that of a refusal: another command is building into the folder, or the one beside it, in
 * which the site would be built, is none of ours
 */
export async function buildingInto(out: string, language: 'zh' | 'en', run: () => Promise<number>): Promise<number> {
  const lock = lockOf(out);
  mkdirSync(lock, { recursive: true });
  return unlessBusy(
    lock,
    language,
    async () => {
      finishUpdate(out);
      const mistake = besideMistake(out);
      return mistake ? misused(language, mistake) : await run();
    },
    (error) => beingBuilt(out, error),
  );
}

function beingBuilt(out: string, { process }: Busy): Mistake {
  return {
    text: {
      zh: `另一个命令（进程 ${process}）正在生成 ${shownPath(out)}，没有写任何文件`,
      en: `Another command (process ${process}) is building ${shownPath(out)}; nothing was written`,
    },
    hint: {
      zh: '等它结束后再试，或者用 --out 生成到另一个文件夹。',
      en: 'Try again when it has finished, or build into another folder with --out.',
    },
  };
}

/**
 * Notes that the folder beside a site is that of a build for as long as the build makes it. Of a build that is killed
 * the note stays with the folder, so that the next one knows it may delete it.
 * @param out absolute
 */
export async function notedAsOurs<Result>(out: string, build: () => Promise<Result>): Promise<Result> {
  writeFileSync(noteOf(out), '');
  try {
    return await build();
  } finally {
    if (!isThere(folderBeside(out))) rmSync(noteOf(out));
  }
}

function besideMistake(out: string): Mistake | undefined {
  const aside = folderBeside(out);
  if (!isThere(aside) || existsSync(noteOf(out))) return undefined;
  return {
    text: {
      zh: `${shownPath(aside)} 已经存在，又不是中断的生成留下的：网站先在这个文件夹中生成，原有的内容会被删除`,
      en: `${shownPath(aside)} is there already and was not left by a build that was stopped: the site is first built in this folder, and what it holds would be deleted`,
    },
    hint: {
      zh: '把它改名或移走，确定没有用的就删除；也可以用 --out 换一个文件夹。',
      en: 'Rename it, move it away, or delete it if it is of no use; or choose another folder with --out.',
    },
  };
}

/** In our own cache: a note in the folder itself would be published with it. */
const noteOf = (out: string): string => join(lockOf(out), 'building');

const lockOf = (out: string): string => cachePath('locks', sha256(out).slice(0, 12));

/** True for a link that leads nowhere, too. */
const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;
