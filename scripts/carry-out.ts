/** How every command of document control goes: judge, plan, judge the result on a copy, write as one step, say so. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { gapsOfFirstRelease } from '../src/checks/first-release.ts';
import { findingText } from '../src/checks/report/text.ts';
import { inspect, type Inspection } from '../src/checks/run.ts';
import { contentOption } from '../src/control/call.ts';
import { isRefusal, type Changes, type Plan, type Refusal } from '../src/control/plan.ts';
import type { Finding } from '../src/handbook/finding.ts';
import type { Library } from '../src/handbook/open.ts';
import { shownPath } from '../src/handbook/read-folder.ts';
import { ledgerPath } from '../src/handbook/releases.ts';
import type { Bilingual } from '../src/schema/primitives.ts';
import type { Option } from './arguments.ts';
import { complain, exit, unlessBusy, type Context } from './command.ts';

export const dryRunOption: Option = {
  type: 'boolean',
  help: { zh: '只说明会写什么，不写', en: 'only say what would be written' },
};

export interface Task<P extends Plan> {
  /** The documents concerned: an error in one of them is refused, before and after. */
  concerns: (library: Library) => readonly string[];
  /** True if what is wrong now may be what the change mends, so that only errors that are left afterwards count. */
  mends?: true;
  plan: (library: Library) => P | Refusal | Promise<P | Refusal>;
  /** A later day than that of the command for which the result is judged, if it takes effect then. */
  judgedOn?: (plan: P) => string;
  /** True for an error that the change brings about by its nature and that a later step mends: it is not refused. */
  expected?: (finding: Finding) => boolean;
  /** What was done, or with --dry-run would be: without the list of files. */
  done: (plan: P, dryRun: boolean) => Bilingual;
}

/**
 * Carries out a task, or refuses it with a reason and writes nothing.
 * @returns the exit code
 */
export async function carryOut<P extends Plan>(context: Context, task: Task<P>): Promise<number> {
  const { content, language } = context;
  const dryRun = Boolean(context.values['dry-run']);
  if (!existsSync(content) || dryRun) return attempt(context, task, () => undefined, dryRun);
  return unlessBusy(content, language, (write) => attempt(context, task, write, dryRun));
}

async function attempt<P extends Plan>(
  context: Context,
  task: Task<P>,
  write: (changes: Changes) => void,
  dryRun: boolean,
): Promise<number> {
  const { content, asOf, language, say } = context;
  const before = await inspect(content, asOf);
  if (!before.library) return refuse(context, before.findings);
  const { today } = before.library;
  if (!dryRun && asOf > today) {
    complain(
      language,
      {
        zh: `今天是 ${today}，${asOf} 还没有到：没有写任何文件`,
        en: `Today is ${today}, and ${asOf} is still to come: nothing was written`,
      },
      {
        zh: '去掉 --as-of；只想知道到那一天会写什么的，加上 --dry-run。',
        en: 'Leave out --as-of, or add --dry-run to see what would be written on that day.',
      },
    );
    return exit.refused;
  }
  const concerned = task.concerns(before.library);
  const inText = task.mends ? [] : before.findings.map(asReleased).filter((finding) => isErrorOf(finding, concerned));
  if (inText.length) return refuse(context, inText, before.library);

  const plan = await task.plan(before.library);
  if (isRefusal(plan)) {
    complain(language, plan.refused, plan.hint);
    return exit.refused;
  }
  const changes = withLineEnds(content, plan.changes);
  // What is added to a ledger that was tampered with would bury the fault.
  const inLedger = changes.has(ledgerPath) ? before.findings.filter(({ rule }) => rule.startsWith('LED-')) : [];
  if (inLedger.length) return refuse(context, inLedger);
  const later = task.judgedOn?.(plan) ?? asOf;
  const day = later > asOf ? later : asOf;
  const after = await inspectWith(content, changes, day);
  // What the time until then brings by itself is not for this command to refuse.
  const without = day === asOf ? before : await inspect(content, day);
  const caused = newErrors(without, after, concerned).filter((finding) => !task.expected?.(finding));
  if (caused.length) return refuse(context, caused, before.library);

  write(changes);
  const files = [...changes].map(([path, bytes]) => `  ${bytes ? '' : '− '}${content}/${path}`).join('\n');
  const done = task.done(plan, dryRun);
  say({
    zh: `${done.zh}\n${files}${dryRun ? '' : '\n请用 git 提交这些文件。'}`,
    en: `${done.en}\n${files}${dryRun ? '' : '\nCommit these files with git.'}`,
  });
  return exit.clean;
}

/** A finding in a draft as it counts once the draft is released. Told before, because afterwards lines have moved. */
function asReleased({ blocksRelease, ...finding }: Finding): Finding {
  return blocksRelease ? { ...finding, severity: 'error' } : finding;
}

function isErrorOf({ severity, waiver, document, file }: Finding, numbers: readonly string[]): boolean {
  const names = file.split('/').map((name) => name.replace(/\.\w+$/, ''));
  return severity === 'error' && !waiver && numbers.some((number) => document === number || names.includes(number));
}

/** Errors of the documents concerned, and any other that was not there before. */
function newErrors(before: Inspection, after: Inspection, concerned: readonly string[]): Finding[] {
  const keyOf = ({ rule, document, message }: Finding) => [rule, document, message.en].join('\n');
  const known = new Set(before.findings.map(keyOf));
  return after.findings.filter(
    (finding) =>
      isErrorOf(finding, concerned) || (finding.severity === 'error' && !finding.waiver && !known.has(keyOf(finding))),
  );
}

function refuse({ language }: Context, errors: readonly Finding[], library?: Library): number {
  complain(language, { zh: '有错误，没有写任何文件：', en: 'There are errors; nothing was written:' });
  const options = { language, colour: false, lineOf: () => undefined };
  const gaps = library && gapsOfFirstRelease(library, errors);
  const shown = gaps?.others ?? errors;
  for (const finding of shown) process.stderr.write(`${findingText(finding, options)}\n`);
  if (gaps) complain(language, gaps.message, gaps.hint);
  return exit.refused;
}

/** What the checks would find afterwards: judged on a copy, so that nothing wrong is ever written. */
async function inspectWith(content: string, changes: Changes, asOf: string): Promise<Inspection> {
  const copy = mkdtempSync(join(tmpdir(), 'handbook-'));
  try {
    cpSync(content, copy, { recursive: true, filter: (path) => !/(^|[\\/])\.pending/.test(relative(content, path)) });
    for (const [path, bytes] of changes) {
      const target = join(copy, path);
      if (bytes === null) {
        rmSync(target, { recursive: true });
      } else {
        mkdirSync(dirname(target), { recursive: true });
        writeFileSync(target, bytes);
      }
    }
    const { library, findings } = await inspect(copy, asOf);
    return { library, findings: findings.map((finding) => placedIn(content, finding, copy)) };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** A finding in the copy as one in the folder that it is a copy of. */
function placedIn(content: string, { message, hint, file, ...rest }: Finding, copy: string): Finding {
  const [from, to] = [shownPath(copy), shownPath(content)];
  const inPlace = (text: string) => text.replaceAll(contentOption(copy), contentOption(content)).replaceAll(from, to);
  const moved = ({ zh, en }: Bilingual) => ({ zh: inPlace(zh), en: inPlace(en) });
  return { ...rest, file: file.replace(from, to), message: moved(message), hint: hint && moved(hint) };
}

/** Files that their editor keeps with the line ends of Windows keep them; what is frozen has LF (docs/ledger.md). */
function withLineEnds(content: string, changes: Changes): Changes {
  return new Map(
    [...changes].map(([path, bytes]) => {
      const file = join(content, path);
      const isWindows =
        bytes && !path.startsWith('history/') && existsSync(file) && readFileSync(file).includes('\r\n');
      return [path, isWindows ? Buffer.from(bytes.toString().replace(/\r?\n/g, '\r\n')) : bytes];
    }),
  );
}
