/** Only one command at a time builds into a folder. */
import { mkdirSync } from 'node:fs';
import { sha256 } from '../src/handbook/canonical.ts';
import { shownPath } from '../src/handbook/read-folder.ts';
import { cachePath } from './cache.ts';
import { Busy, changing } from './changes.ts';
import { complain, exit } from './command.ts';
import { finishUpdate } from './publish.ts';

/**
 * Brings an update of a site to its end that was interrupted, and runs a build into the same folder.
 * @param out absolute
 * @returns its exit code, or that of a refusal if another command is building into the folder
 */
export async function buildingInto(out: string, language: 'zh' | 'en', run: () => Promise<number>): Promise<number> {
  const lock = cachePath('locks', sha256(out).slice(0, 12));
  mkdirSync(lock, { recursive: true });
  try {
    return await changing(lock, () => {
      finishUpdate(out);
      return run();
    });
  } catch (error) {
    if (!(error instanceof Busy)) throw error;
    complain(
      language,
      {
        zh: `另一个命令（进程 ${error.process}）正在生成 ${shownPath(out)}，没有写任何文件`,
        en: `Another command (process ${error.process}) is building ${shownPath(out)}; nothing was written`,
      },
      {
        zh: '等它结束后再试，或者用 --out 生成到另一个文件夹。',
        en: 'Try again when it has finished, or build into another folder with --out.',
      },
    );
    return exit.refused;
  }
}
