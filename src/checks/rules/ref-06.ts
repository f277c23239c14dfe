import { placeInBlock } from '../../handbook/body.ts';
import type { Place } from '../../handbook/finding.ts';
import type { Handbook } from '../../handbook/graph.ts';
import { addMonths } from '../../control/state.ts';
import { isLookingBack } from '../looking-back.ts';
import type { Report, Rule } from '../rule.ts';

/** External documents are registered with their edition and checked for a newer one in time (brief 003-20). */
export const ref06: Rule = {
  id: 'REF-06',
  severity: 'warning',
  title: {
    zh: '外来文件写明版本、按期查新，引用的标准都已登记',
    en: 'External documents have an edition, are checked in time, and cited standards are registered',
  },
  reason: {
    zh: '标准和法规会改版：没有人查新，就会按作废的版本办事。',
    en: 'Standards and laws get new editions: if nobody looks, people work to one that is no longer valid.',
  },
  remedy: {
    zh: '由归口角色核对现行版本，改正 edition，把 checked 改为核对日期；引用的标准登记到 registers/external-documents.yaml。',
    en: 'Let the owner look for the current edition, correct edition and set checked; register the standards that are cited.',
  },
  example: {
    file: 'registers/external-documents.yaml',
    wrong:
      '  - number: HC-EXT-006\n    title: { zh: 质量管理体系 要求, … }\n    edition: 最新版\n    checked: 2024-12-16',
    right:
      '  - number: HC-EXT-006\n    title: { zh: 质量管理体系 要求, … }\n    edition: GB/T 19001-2016\n    checked: 2026-06-15',
  },
  needs: ['registers/external-documents.yaml'],
  *check(handbook) {
    yield* register(handbook);
    yield* citations(handbook);
  },
};

/** What people write where they do not know the edition. */
const noEdition =
  /^(?:[-—–/\s.]+|无|未知|不详|n\/?a|(?:最新|现行|有效|当前|latest|current|valid)(?:有效)?(?:版本?| edition)?)$/i;

function* register(handbook: Handbook): Generator<Report> {
  const months = handbook.settings.checks.limits.externalCheckMonths;
  const isPast = isLookingBack(handbook);
  for (const entry of handbook.registers['external-documents']) {
    const { number, title, edition, checked, owner } = entry;
    if (noEdition.test(edition)) {
      yield {
        place: entry.place('edition'),
        document: number,
        message: {
          zh: `外来文件 ${number} ${title.zh} 没有写明版本：“${edition}”`,
          en: `The edition of ${number} ${title.en} is not recorded: “${edition}”`,
        },
        hint: {
          zh: '写上带年份的标准号或发布年份，如 GB/T 19001-2016。',
          en: 'Write the number with its year, or the year of issue: GB/T 19001-2016.',
        },
      };
    }
    if (handbook.asOf < checked && !isPast) {
      yield {
        place: entry.place('checked'),
        document: number,
        message: {
          zh: `外来文件 ${number} ${title.zh} 的查新日期 ${checked} 还没有到`,
          en: `The day on which ${number} ${title.en} was checked, ${checked}, has not come yet`,
        },
        hint: {
          zh: '年份写错的，改正 checked；没有查新的，改回上次查新的日期。',
          en: 'Correct the year of checked, or set it back to the day of the last check.',
        },
      };
    }
    if (addMonths(checked, months) >= handbook.asOf) continue;
    const role = handbook.roles.get(owner)?.data.title ?? { zh: owner, en: owner };
    yield {
      place: entry.place('checked'),
      document: number,
      message: {
        zh: `外来文件 ${number} ${title.zh} 最近于 ${checked} 查新，到 ${handbook.asOf} 已超过 ${months} 个月`,
        en: `${number} ${title.en} was last checked for a newer edition on ${checked}, more than ${months} months before ${handbook.asOf}`,
      },
      hint: {
        zh: `由${role.zh}核对 ${edition} 是否仍为现行版本，把 checked 改为核对日期；年份写错的，改正 checked。`,
        en: `${role.en} checks whether ${edition} is still current and sets checked to that day; if its year is wrong, correct it.`,
      },
    };
  }
}

/** The heading of a list of standards, without its number. */
const referenceSection =
  /^(?:规范性)?引用(?:的)?(?:标准|文件|规范|文献)|^(?:normative |cited )?references?(?:d standards)?$/i;

/** A standard as it is written in running text: `ISO/IEC 20000-1:2018/Amd 1:2024`, `GB/T 22239-2019`. */
const designation =
  /(?<![A-Za-z\d/])(?:ISO|IEC|ITU|IEEE|GB|GJB|DB\d\d|SJ|YD|JR|GA|RB|T)(?:\/[A-Z]{1,5})*[ \u00a0]?\d{3,6}(?:\.\d+)?(?:-\d{1,3}(?!\d))?(?:[:：—–-](?:19|20)\d\d)?(?:\/(?:Amd|Cor)\.? ?\d+[:：]\d{4})?/g;

/** The standards that the manual lists as references are registered, in that edition. */
function* citations(handbook: Handbook): Generator<Report> {
  const registered = new Map<string, string>();
  for (const { edition, title } of handbook.registers['external-documents']) {
    for (const [found] of `${edition} ${title.zh} ${title.en}`.matchAll(designation)) {
      const key = keyOf(found);
      registered.set(key, found);
      // A text may cite a standard without its year.
      if (!registered.has(undated(key))) registered.set(undated(key), found);
    }
  }
  for (const document of handbook.documents.values()) {
    if (document.kind !== 'manual') continue;
    for (const { body, source } of document.parts) {
      const lists = new Set(
        body.sections.filter(({ title }) => referenceSection.test(title.replace(/^[\d.]+\s*/, ''))).map(({ id }) => id),
      );
      for (const block of body.blocks) {
        if (block.section === undefined || !lists.has(block.section)) continue;
        for (const [found] of block.text.matchAll(designation)) {
          if (registered.has(keyOf(found))) continue;
          yield unregistered(document.number, placeInBlock(source, block, found), found, registered);
        }
      }
    }
  }
}

function unregistered(document: string, place: Place, found: string, registered: ReadonlyMap<string, string>): Report {
  const other = registered.get(undated(keyOf(found)));
  return {
    place,
    document,
    message: other
      ? {
          zh: `手册引用 ${found}，外来文件清单登记的是 ${other}`,
          en: `The manual cites ${found}, the register of external documents has ${other}`,
        }
      : {
          zh: `手册引用的 ${found} 没有登记为外来文件`,
          en: `${found}, which the manual cites, is not registered as an external document`,
        },
    hint: other
      ? {
          zh: '核对哪一个是现行版本，改正手册或清单的 edition。',
          en: 'Find out which edition is current, and correct the manual or edition in the register.',
        }
      : {
          zh: '登记到 registers/external-documents.yaml，或从引用标准中删除。',
          en: 'Add it to registers/external-documents.yaml, or drop it from the references.',
        },
  };
}

/** One spelling for blanks, colons and dashes. */
function keyOf(standard: string): string {
  return standard
    .replace(/[ \u00a0]/g, '')
    .replace(/(Amd|Cor)\./, '$1')
    .replace(/：/g, ':')
    .replace(/[—–]/g, '-')
    .toUpperCase();
}

function undated(key: string): string {
  return key.replace(/\/(?:AMD|COR)\d+:\d{4}$/, '').replace(/[:-](?:19|20)\d\d$/, '');
}
