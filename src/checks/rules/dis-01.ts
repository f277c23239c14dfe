import type { Document, Handbook, Registers } from '../../handbook/graph.ts';
import { nearest } from '../../handbook/suggest.ts';
import { releasesOf } from '../../control/state.ts';
import { kinds } from '../../schema/documents.ts';
import type { Bilingual } from '../../schema/primitives.ts';
import { nextCopyNumber } from '../copy-numbers.ts';
import { placeIn, type Report, type Rule } from '../rule.ts';

type Copy = Registers['distribution'][number];

/**
 * What is handed out on paper stands in the distribution register (brief 000-14). The site itself hands out every
 * version in force, so only the kinds and documents that `checks.distributed` of handbook.yaml lists need a copy in the
 * register. Every copy there is one of a version that was released, under a number of its own.
 */
export const dis01: Rule = {
  id: 'DIS-01',
  severity: 'warning',
  title: { zh: '分发的受控文件都有分发登记', en: 'Controlled copies are in the distribution register' },
  reason: {
    zh: '换版时按登记逐份收回旧版；没有登记的副本收不回来，现场就会留着旧版。',
    en: 'Old copies are called back after the register; what it does not hold stays in use.',
  },
  remedy: {
    zh: '在 registers/distribution.yaml 中登记现行版本的受控副本；要登记哪些文件由 handbook.yaml 的 checks.distributed 规定。',
    en: 'Enter the controlled copies of the version in force in registers/distribution.yaml; checks.distributed of handbook.yaml says for which documents.',
  },
  example: {
    file: 'registers/distribution.yaml',
    wrong:
      'entries:\n  - document: HC-ITSM-B-21\n    version: A/1   # 现行有效的是 A/2\n    copy: B21-01\n    holder: YWB\n    issued: 2025-04-07\n    signed: wen-ya\n    recalled: 2026-03-06',
    right:
      'entries:\n  …\n    recalled: 2026-03-06\n  - document: HC-ITSM-B-21\n    version: A/2\n    copy: B21-04\n    holder: YWB\n    issued: 2026-03-06\n    signed: wen-ya',
  },
  editions: ['in-force'],
  needs: ['registers/distribution.yaml', 'history/ledger.yaml'],
  *check(handbook, library) {
    const { distribution } = handbook.registers;
    const { distributed } = handbook.settings.checks;
    yield* unknown(library.working, distributed);
    const wanted = new Set<string>(distributed);
    const copies = Map.groupBy(distribution, ({ document }) => document);
    for (const document of handbook.documents.values()) {
      if (document.data.control !== 'controlled') continue;
      if (!wanted.has(document.kind) && !wanted.has(document.number)) continue;
      yield* missing(document, copies.get(document.number) ?? []);
    }
    for (const [number, list] of copies) yield* misregistered(handbook, number, list);
  },
};

function isControlled(copy: Copy): boolean {
  return !('uncontrolled' in copy);
}

function* missing(document: Document, copies: readonly Copy[]): Generator<Report> {
  const { number, data } = document;
  const controlled = copies.filter(isControlled);
  if (controlled.some(({ version }) => version === data.version)) return;
  const old = controlled.at(-1);
  yield {
    place: placeIn(document, 'version'),
    document: number,
    message: {
      zh: `${number} ${data.version} 现行有效，分发登记中没有它的受控副本${old ? `（最后登记的是 ${old.version}）` : ''}`,
      en: `${number} ${data.version} is in force, but the register has no controlled copy of it${old ? ` (the last one is of ${old.version})` : ''}`,
    },
    hint: {
      zh: `分发后在 registers/distribution.yaml 中登记：document: ${number}，version: ${data.version}，以及 copy、holder、issued、signed。`,
      en: `Hand it out and enter it in registers/distribution.yaml: document: ${number}, version: ${data.version}, copy, holder, issued and signed.`,
    },
  };
}

/** Copies of what was never released, and numbers given twice. */
function* misregistered(handbook: Handbook, number: string, copies: readonly Copy[]): Generator<Report> {
  const versions = releasesOf(handbook, number).map(({ version }) => version);
  const numbers = copies.map(({ copy }) => copy);
  const seen = new Set<string>();
  for (const copy of copies) {
    // That there is no such document is for REF-01.
    if (versions.length && !versions.includes(copy.version)) {
      yield {
        place: copy.place('version'),
        document: number,
        message: {
          zh: `登记了 ${number} ${copy.version} 的副本 ${copy.copy}，但没有发布过这个版本`,
          en: `Copy ${copy.copy} is one of ${number} ${copy.version}, which was never released`,
        },
        hint: {
          zh: `发布过的版本：${versions.join('、')}。`,
          en: `Released versions: ${versions.join(', ')}.`,
        },
      };
    }
    if (seen.has(copy.copy)) {
      yield {
        place: copy.place('copy'),
        document: number,
        message: {
          zh: `${number} 的分发号 ${copy.copy} 用了两次`,
          en: `Two copies of ${number} have the number ${copy.copy}`,
        },
        hint: twiceHint(nextCopyNumber(copy.copy, numbers)),
      };
    }
    seen.add(copy.copy);
  }
}

function twiceHint(next: string | undefined): Bilingual {
  return {
    zh: `写错的改正；新的副本取下一个空号${next ? ` ${next}` : ''}，换版后也不再用旧号。`,
    en: `Correct it if it is wrong; a new copy takes the next free number${next ? `, ${next}` : ''}, also after a new version.`,
  };
}

/** Settings that name no document. */
function* unknown(handbook: Handbook, distributed: readonly string[]): Generator<Report> {
  for (const [index, item] of distributed.entries()) {
    const isKnown =
      Object.hasOwn(kinds, item) ||
      handbook.documents.has(item) ||
      handbook.unreadable.has(item) ||
      releasesOf(handbook, item).length > 0;
    if (isKnown) continue;
    const near = nearest(item, [...handbook.documents.keys(), ...Object.keys(kinds)]);
    yield {
      place: handbook.settingsSource.place(['checks', 'distributed', index]),
      message: {
        zh: `checks.distributed 中的 ${item} 不是文件`,
        en: `${item} in checks.distributed is no document`,
      },
      hint: near
        ? { zh: `是否想写 ${near}？`, en: `Did you mean ${near}?` }
        : { zh: '改正编号，或删除这一项。', en: 'Correct the number, or delete the entry.' },
    };
  }
}
