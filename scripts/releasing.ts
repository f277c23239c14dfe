/** What the commands that release documents have in common. */
import { callOf } from '../src/control/call.ts';
import type { ReleasePlan, ReleasesPlan } from '../src/control/release.ts';
import type { ReleaseRequest } from '../src/control/release-request.ts';
import type { Library } from '../src/handbook/open.ts';
import { steps } from '../src/schema/ledger.ts';
import type { Bilingual } from '../src/schema/primitives.ts';
import { changedSections } from '../src/terminal/comparison.ts';
import type { Arguments } from './arguments.ts';

/** The requests for documents that are released in one step, from the options of the command. */
export function releaseRequests(
  library: Library,
  numbers: readonly string[],
  values: Arguments['values'],
): ReleaseRequest[] {
  const text = (key: string) => values[key] as string | undefined;
  const sections = text('sections')
    ?.split(/[,，、]/)
    .map((section) => section.trim());
  return numbers.map((number) => ({
    number,
    changed: changedSections(library, number),
    edition: Boolean(values['edition']),
    what: text('summary'),
    why: text('reason'),
    sections,
    changeRequest: text('change-request'),
    by: text('by'),
    reviewed: text('reviewed'),
    approved: text('approved'),
    preparedOn: text('prepared-on'),
    reviewedOn: text('reviewed-on'),
    approvedOn: text('approved-on'),
    on: text('on'),
    effective: text('effective'),
    joint: numbers.length > 1,
  }));
}

/** The day on which all of them are effective. */
export function latestEffective(releases: readonly ReleasePlan[]): string {
  return releases.reduce((latest, { effective }) => (effective > latest ? effective : latest), '');
}

/**
 * What was released, and what is still to be signed.
 * @param content the folder of the handbook
 */
export function releasedText(releases: ReleasesPlan['releases'], content: string, dryRun: boolean): Bilingual {
  const texts = releases.map(({ number, version, effective, hash, entry, toSign }): Bilingual => {
    const commands = toSign.map(
      ({ step, by }) => `\n  ${callOf(`approve ${number} ${version} --as ${by} --step ${step}`, content)}`,
    );
    const [zh, en] = commands.length
      ? [`\n还要由本人签名：${commands.join('')}`, `\nStill to be signed by themselves:${commands.join('')}`]
      : ['', ''];
    const [prepared, reviewed, approved] = steps.map((step) => entry[step].by);
    return {
      zh: `${dryRun ? '会发布' : '已发布'} ${number} ${version}（${effective} 起实施），编制 ${prepared}，审核 ${reviewed}，批准 ${approved}，哈希值 ${hash}${zh}`,
      en: `${dryRun ? 'Would release' : 'Released'} ${number} ${version} (effective ${effective}), prepared by ${prepared}, reviewed by ${reviewed}, approved by ${approved}, hash ${hash}${en}`,
    };
  });
  return { zh: texts.map(({ zh }) => zh).join('\n'), en: texts.map(({ en }) => en).join('\n') };
}
