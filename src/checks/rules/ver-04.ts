import { callOf } from '../../control/call.ts';
import { newestRelease, workingState } from '../../control/state.ts';
import { nextVersions } from '../../control/version.ts';
import { placeIn, type Rule } from '../rule.ts';

/**
 * After the last revision of an edition comes a new edition. A version beyond the limit is VER-02's; what is left is
 * to say so before the release: the last revision is in force, and its working text is being changed.
 */
export const ver04: Rule = {
  id: 'VER-04',
  severity: 'warning',
  title: { zh: '修改状态到了上限就换版', en: 'After the last revision comes a new edition' },
  reason: {
    zh: '修改次数多了，条文零散、前后不一；到了规定的上限应整理全文换版，而不是继续修改。',
    en: 'After many revisions a text is a patchwork; at the limit it is put in order and issued as a new edition.',
  },
  remedy: {
    zh: '整理全文，用 handbook release <编号> --edition 换版发布；上限在 handbook.yaml 的 versions.lastRevision。',
    en: 'Put the text in order and release it with --edition; the limit is versions.lastRevision in handbook.yaml.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-18.mdx',
    wrong: 'version: A/9   # A/9 已发布，正文又有修改',
    right: 'version: B/0\n…\nchanges:\n  …\n  - version: B/0\n    sections: [全文]\n    what: 换版：重写全文',
  },
  editions: ['working'],
  *check(handbook, library) {
    const { versions } = handbook.settings;
    for (const document of handbook.documents.values()) {
      const { version } = document.data;
      const newest = newestRelease(handbook, document.number);
      if (document.release || newest?.version !== version) continue;
      const next = nextVersions(version, versions);
      // Without a next edition either, the version does not keep to the scheme at all (VER-01).
      if (next.revision !== undefined || next.edition === undefined) continue;
      if (workingState(library, document) !== 'unreleased') continue;
      const call = callOf(`release ${document.number} --edition`, library.folder);
      yield {
        place: placeIn(document, 'version'),
        document: document.number,
        message: {
          zh: `${document.number} ${version} 已到修改状态的上限 ${versions.lastRevision}，编辑稿的修改要换版为 ${next.edition}`,
          en: `${document.number} ${version} is the last revision of its edition (limit ${versions.lastRevision}); what was changed in the working text makes it ${next.edition}`,
        },
        hint: {
          zh: `整理全文后换版发布：${call}`,
          en: `Put the text in order and release a new edition: ${call}`,
        },
      };
    }
  },
};
