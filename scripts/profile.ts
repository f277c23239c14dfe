/** Profiles (受众版本) on the command line: which one is meant, and what its readers get. */
import { leftOutNames } from '../src/checks/left-out.ts';
import type { Finding } from '../src/handbook/finding.ts';
import type { Library } from '../src/handbook/open.ts';
import { readSettings } from '../src/handbook/settings.ts';
import { nearest } from '../src/handbook/suggest.ts';
import { languages, wordsOf } from '../src/i18n/index.ts';
import type { Bilingual } from '../src/schema/primitives.ts';
import type { Profile } from '../src/schema/profile.ts';
import type { Judged } from '../src/views/site.ts';
import type { Arguments, Mistake, Option } from './arguments.ts';

export const profileOption: Option = {
  type: 'string',
  value: 'ID',
  help: {
    zh: '受众版本（handbook.yaml 的 profiles）：只含其密级的文件，输出到 dist-ID',
    en: 'edition for some readers (profiles of handbook.yaml): only documents of its classifications, into dist-ID',
  },
};

/**
 * The profile that a command is to build.
 * @returns undefined if none is asked for, or if the settings cannot be read, which the check reports
 */
export function chosenProfile({ values }: Pick<Arguments, 'values'>, content: string): Profile | Mistake | undefined {
  const id = values['profile'] as string | undefined;
  if (id === undefined) return undefined;
  if (values['drafts']) {
    return {
      text: { zh: '--profile 不能与 --drafts 同用', en: '--profile does not go with --drafts' },
      hint: {
        zh: '编辑稿供评审人预览，包括全部密级；受众版本只含已发布的文件。',
        en: 'Drafts are for reviewers, with all classifications; a profile holds released documents only.',
      },
    };
  }
  const profiles = readSettings(content)?.profiles;
  const ids = profiles?.map((profile) => profile.id) ?? [];
  const near = nearest(id, ids);
  return (
    profiles &&
    (profiles.find((profile) => profile.id === id) ?? {
      text: { zh: `没有受众版本“${id}”`, en: `There is no profile “${id}”` },
      hint: near
        ? { zh: `是否想写“${near}”？`, en: `Did you mean “${near}”?` }
        : ids.length
          ? { zh: `可用：${ids.join('、')}。`, en: `Known: ${ids.join(', ')}.` }
          : { zh: '在 handbook.yaml 的 profiles 中规定。', en: 'Define it in profiles of handbook.yaml.' },
    })
  );
}

/** What a site for a profile is made of: its library, and what was found that its readers may know. */
export function judgedFor(whole: Library, findings: readonly Finding[], profile: Profile): Judged {
  const library = whole.forProfile(profile);
  // Readers outside get no report of the check.
  if (profile.external) return { library, findings: [] };
  const names = leftOutNames(whole, library, interfaceWords());
  return { library, findings: findings.filter((finding) => !names.isAbout(JSON.stringify(finding))) };
}

/** Says what a site for a profile holds. */
export function profileSummary(whole: Library, profile: Profile, { library }: Judged): Bilingual {
  const { size } = library.inForce.documents;
  const leftOut = whole.inForce.documents.size - size;
  return {
    zh: `受众版本“${profile.title.zh}”（${profile.id}）：${size} 个文件，不含其他密级的 ${leftOut} 个`,
    en: `Profile “${profile.title.en}” (${profile.id}): documents: ${size}; left out by classification: ${leftOut}`,
  };
}

/** Every text of the interface, in all languages. */
export function interfaceWords(): Set<string> {
  const found = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string') found.add(value);
    else if (value && typeof value === 'object') Object.values(value).forEach(collect);
  };
  for (const language of languages) collect(wordsOf(language));
  return found;
}
