import type { Place } from '../../handbook/finding.ts';
import type { ActivityNode, Clause, Handbook } from '../../handbook/graph.ts';
import { findClause } from '../../handbook/resolve.ts';
import type { Bilingual } from '../../schema/primitives.ts';
import type { Report, Rule } from '../rule.ts';
import { stepTexts } from '../step-texts.ts';

/**
 * Who acts in the text of a step stands in its RACI (brief, defect of seed 004).
 *
 * A role acts where its title is the subject of a sentence: at the start of it, or behind 由 or 经. Who only receives
 * something (“报管理者代表”, “转变更经理”), is named for something else (“变更经理的意见”) or acts after another
 * procedure (“由变更经理按《变更管理程序》”) is not asked for. Silent about the owner of the procedure and about roles
 * that the responsibility matrix gives a part in its clauses: these answer for every step.
 */
export const rac04: Rule = {
  id: 'RAC-04',
  severity: 'warning',
  title: { zh: '正文中做事的角色列在该活动的职责中', en: 'Who acts in the text of a step is named by its activity' },
  reason: {
    zh: '正文写由某角色批准，活动的职责栏里却没有它：看职责表的人不知道自己有这件事。',
    en: 'If the text lets a role approve but the table of duties does not name it, that role never learns of the task.',
  },
  remedy: {
    zh: '在该活动的 responsible、consulted 或 informed 中加上这个角色，或改正正文。',
    en: 'Add the role to responsible, consulted or informed of the activity, or correct the text.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-12.mdx',
    wrong:
      'activities:\n  - name: 提供配置信息\n    responsible: [config-mgr]\n    accountable: config-mgr\n\n### 5.5 提供配置信息\n\n地址、账号等由信息安全经理审核后提供。',
    right:
      'activities:\n  - name: 提供配置信息\n    responsible: [config-mgr]\n    accountable: config-mgr\n    consulted: [security-mgr]\n\n### 5.5 提供配置信息\n\n地址、账号等由信息安全经理审核后提供。',
  },
  *check(handbook) {
    const { names, pattern, title } = subjects(handbook);
    if (names.size === 0) return;
    const parts = partsByClause(handbook);
    for (const { activity, lines } of stepTexts(handbook)) {
      const known = namedBy(handbook, activity, parts);
      const seen = new Set<string>();
      for (const { text, at } of lines) {
        for (const found of text.matchAll(pattern)) {
          const subject = (found[1] ?? found[2]) as string;
          const end = found.index + found[0].length;
          if (isOfAnother(handbook, activity, text.slice(end))) continue;
          const start = end - subject.length;
          for (const name of subject.matchAll(title)) {
            const role = names.get(name[0].toLowerCase());
            if (!role || known.has(role) || seen.has(role)) continue;
            seen.add(role);
            yield report(activity, role, handbook.roles.get(role)!.data.title, at(start + name.index));
          }
        }
      }
    }
  },
};

function report({ document, step, data }: ActivityNode, id: string, title: Bilingual, place: Place): Report {
  return {
    place,
    document: document.number,
    message: {
      zh: `“5.${step} ${data.name}”的正文让${title.zh}做事，该活动的职责中却没有它（${id}）`,
      en: `The text of “5.${step} ${data.name}” lets the ${title.en} act, but the activity does not name that role (${id})`,
    },
    hint: {
      zh: `在第 ${step} 个活动中加上 ${id}：做这件事的写在 responsible，事前征求意见或批准的写在 consulted，事后知道的写在 informed。不归它做的，改正正文。`,
      en: `In activity ${step}, add ${id} to responsible if it does the work, to consulted if it is asked or agrees beforehand, to informed if it is told afterwards. If the work is not its own, correct the text.`,
    },
  };
}

/** True where the text says that another procedure tells how: “由事件经理按《事件管理程序》统一指挥”. */
function isOfAnother(handbook: Handbook, { document }: ActivityNode, following: string): boolean {
  const [, title = ''] = /^(?:按照?|依照?|根据)《([^》]+)》/.exec(following) ?? [];
  const number = handbook.numberByTitle.get(title);
  return number !== undefined && number !== document.number && handbook.documents.get(number)?.kind === 'procedure';
}

/** The start of a line, of a list item, or of a quotation. */
const lineStart = String.raw`^\s*(?:>\s*)*(?:[-*+]\s|\d+[.)、]\s*|[（(]\d+[)）]\s*)?`;

/** What follows a title in Chinese where nobody acts: a mark, 的, the rest of a longer word, or what is not done. */
const noVerb = String.raw`\s*(?:$|[的、和及或与等/／，。；：！？,.;:!?）)”"|])|\s+(?!\d)|办公|会议|岗|资格|证|职|任|名单|意见|人选|权限|助理|组|决议|没有|未|无|不在|缺席`;

/** How a subject is known in a text of a language. Marks of links and of bold type may stand around a title. */
const grammars: Record<'zh-CN' | 'en', { joint: string; flags: string; pattern: (subject: string) => string }> = {
  'zh-CN': {
    joint: String.raw`\s*(?:[、和及或与]|以及|会同)\s*`,
    flags: 'gu',
    // Behind the end of a clause or in front of a table cell, 由 or 经.
    pattern: (subject) => `(?:${lineStart}|[。；！？：，,;:|（(]\\s*|由|经)(${subject})(?!${noVerb})`,
  },
  en: {
    joint: String.raw`(?:,|,? and|,? or) (?:the )?`,
    flags: 'giu',
    pattern: (subject) =>
      String.raw`(?:${lineStart}|[.;!?:,|(]\s*)(?:the )?(${subject})(?=\s+[a-z])|\bby (?:the )?(${subject})(?!['’]s)`,
  },
};

/** Title → role, a pattern of single titles, and one of subjects, whose first or second group holds the titles. */
function subjects({ settings, roles, departments }: Handbook) {
  const { joint, flags, pattern } = grammars[settings.language];
  const key = settings.language === 'en' ? 'en' : 'zh';
  const names = new Map([...roles.values()].map(({ id, data }) => [data.title[key].toLowerCase(), id]));
  // Departments too, so that 总经理办公室 is not taken for 总经理.
  const titles = [...roles.values(), ...departments.values()]
    .map(({ data }) => data.title[key])
    .sort((a, b) => b.length - a.length)
    .map((title) => title.replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`))
    .join('|');
  const one = String.raw`[[*_]*(?:${titles})(?:\]\([^)]*\))?[*_]*`;
  return {
    names,
    title: new RegExp(titles, flags),
    pattern: new RegExp(pattern(`${one}(?:${joint}${one})*`), flags),
  };
}

/** Clause → the departments and roles that the matrix gives a part in it. */
function partsByClause({ matrices, standards }: Handbook): Map<Clause | undefined, string[]> {
  const rows = matrices.flatMap(({ data }) => data.rows);
  const groups = Map.groupBy(rows, ({ clause }) => findClause(standards, clause));
  return new Map([...groups].map(([clause, own]) => [clause, own.flatMap(({ parts }) => Object.keys(parts))]));
}

/** The roles that the front matter or the matrix gives a part in the step. */
function namedBy(
  { standards }: Handbook,
  { document, data }: ActivityNode,
  parts: ReadonlyMap<Clause | undefined, string[]>,
): Set<string> {
  const { primary, supporting } = document.data.clauses;
  return new Set([
    data.accountable,
    ...data.responsible,
    ...data.consulted,
    ...data.informed,
    document.data.owner,
    ...[...primary, ...supporting].flatMap((reference) => parts.get(findClause(standards, reference)) ?? []),
  ]);
}
