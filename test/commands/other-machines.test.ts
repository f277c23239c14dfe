/** A release has the same hash and the same frozen bytes wherever it is made. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { apply, asOf, copyOf, tinyHandbook } from '../fixtures/tiny-handbook.ts';
import { bytesOf, handbookWith } from './handbook-command.ts';

let content: string;

beforeAll(() => {
  content = tinyHandbook();
  apply(content, { file: 'manual/ST-A-01/4.mdx', replace: '按季统计', with: '按月统计' });
});

/** The frozen files of the new version, and the line of the ledger. */
async function frozenOn(variables: Record<string, string>, change: (folder: string) => void = () => undefined) {
  const folder = copyOf(content);
  change(folder);
  const words = ['ST-A-01', '--summary', '改为按月统计', '--reason', '按季太迟'];
  const { code, stderr } = await handbookWith(variables, 'release', '--content', folder, '--as-of', asOf, ...words);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return [...bytesOf(join(folder, 'history'))].filter(
    ([file]) => file.startsWith('ST-A-01/A-1/') || file === 'ledger.yaml',
  );
}

/** Saves every text of the manual as another editor would. */
function saved(as: (text: string) => string) {
  return (folder: string) => {
    const manual = join(folder, 'manual/ST-A-01');
    for (const name of readdirSync(manual)) {
      writeFileSync(join(manual, name), as(readFileSync(join(manual, name), 'utf8')));
    }
  };
}

test('in any language and time zone, with any line ends', async () => {
  const [here, ...elsewhere] = await Promise.all([
    frozenOn({ TZ: 'Asia/Shanghai' }),
    frozenOn({ LANG: 'C', LC_ALL: 'C', TZ: 'Pacific/Kiritimati' }),
    frozenOn({ LC_ALL: 'tr_TR.UTF-8', TZ: 'America/Los_Angeles' }),
    frozenOn(
      { TZ: 'UTC' },
      saved((text) => text.replaceAll('\n', '\r\n')),
    ),
    frozenOn(
      { TZ: 'UTC' },
      saved((text) => `\uFEFF${text}`),
    ),
  ]);
  expect(here).toHaveLength(7);
  for (const other of elsewhere) expect(other).toEqual(here);
});
