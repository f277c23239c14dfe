/** What a quality team does between two builds: one sentence more in one document, and its release. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isRefusal } from '../../src/control/plan.ts';
import { planRelease } from '../../src/control/release.ts';
import { workingState } from '../../src/control/state.ts';
import { openHandbook } from '../../src/handbook/open.ts';
import { kinds } from '../../src/schema/documents.ts';

/**
 * Edits and releases the first work instruction that has no unreleased change.
 * @param day ISO day of the release, from which it is in force
 * @returns its number
 * @throws {Error} if there is none, or its release is refused
 */
export function releaseOneEdit(content: string, day: string): string {
  const before = openHandbook(content, day).library;
  const document = [...(before?.working.documents.values() ?? [])].find(
    (item) => item.kind === 'instruction' && workingState(before!, item) === 'released',
  );
  if (!document) throw new Error(`${content} has no released work instruction to edit`);
  const { source } = document.parts[0]!;
  const path = join(content, kinds.instruction.folder, `${document.number}.mdx`);
  const text = readFileSync(path, 'utf8');
  const [heading = '', section = ''] = /^## (\d+) .*\n\n/m.exec(source.body) ?? [];
  writeFileSync(
    path,
    text.replace(heading, () => `${heading}本节的要求自发布之日起执行。\n\n`),
  );

  const { library } = openHandbook(content, day);
  const { number } = document;
  const plan = planRelease(library!, {
    ...{
      number,
      edition: false,
      what: '写明执行日期',
      why: '多次有人询问',
      changed: [section],
      on: day,
      effective: day,
    },
    changeRequest: 'DCR-BENCH',
  });
  if (isRefusal(plan)) throw new Error(plan.refused.en);
  for (const [file, bytes] of plan.changes) {
    mkdirSync(dirname(join(content, file)), { recursive: true });
    if (bytes) writeFileSync(join(content, file), bytes);
  }
  return number;
}
