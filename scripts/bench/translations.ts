/** English translations of the policies. */
import { addDays } from './days.ts';
import { representative, staffOf } from './organisation.ts';
import type { Random } from './random.ts';
import type { Issued } from './registers.ts';
import { toYaml } from './yaml.ts';

const sentences = [
  'We put the continuity of our customers’ business first.',
  'Before we change what works we find out what depends on it.',
  'What went wrong is told as it happened, and without delay.',
  'We promise what we are able to keep, and put it in writing.',
  'Every task has somebody who answers for it and can be found.',
  'Partners work under the same rules as our own people.',
  'Money and time are set aside for improvement every year.',
  'Judgements rest on figures that others can check.',
  'New people are trained before they work on their own.',
  'What was learnt in one team is passed on to the others.',
] as const;

/** Path → text: a translation of each policy in the version in force. */
export function translations(random: Random, issued: readonly Issued[]): Map<string, string> {
  const policies = issued.filter(({ document }) => document.kind === 'policy');
  return new Map(
    policies.map(({ document: { number, title }, releases }) => {
      const { version, effective } = releases.at(-1)!;
      const matter = toYaml({
        translates: number,
        version,
        language: 'en',
        title: title.en,
        translated: { by: staffOf.get('SWB')!.byPosition.get('planner'), on: addDays(effective, -10) },
        checked: { by: representative.id, on: addDays(effective, -5) },
      });
      const sections = ['1 Purpose', '2 Principles', '3 Commitments', '4 Duties', '5 Communication and review'];
      const text = sections.map((heading) => `## ${heading}\n\n${random.sample(sentences, 4).join(' ')}\n`).join('\n');
      return [`translations/en/${number}.mdx`, `---\n${matter}---\n\n${text}`];
    }),
  );
}
