import { placeInBlock, type Block } from '../../handbook/body.ts';
import type { Document, Handbook, Part, Registers } from '../../handbook/graph.ts';
import type { Bilingual } from '../../schema/primitives.ts';
import { runLength, runSearch } from '../letter-runs.ts';
import { lettersOf, likeness, sentencesOf, withoutFigures } from '../sentences.ts';
import { placeIn, type Report, type Rule } from '../rule.ts';

/**
 * Policy, scope and objectives are said once; a copy elsewhere says exactly the same (brief, defects of seed 003).
 *
 * The sources are the documents of kind `policy` (which the scope statement is), sentence by sentence, and the register
 * of objectives. A copy is a sentence, or a piece in quotation marks, that is nearly a sentence of a policy: a word
 * differs, or only a figure. Texts that say the same in words of their own are not taken for copies. Of two policies the
 * one with the lower number is the source. For objectives a copy is a metric, or a row of a table, of the same name.
 */
export const txt01: Rule = {
  id: 'TXT-01',
  severity: 'error',
  title: {
    zh: '方针、范围和目标只有一个出处，别处的引述与它完全一致',
    en: 'Policy, scope and objectives have one source, and copies of them do not differ',
  },
  reason: {
    zh: '同一句方针、同一个目标值在两处写得不一样，员工和审核员就不知道哪一个算数。',
    en: 'Where a sentence of the policy or a target reads differently in two places, nobody knows which one holds.',
  },
  remedy: {
    zh: '改成与出处一字不差，或只写《文件名称》，不重复它的内容。',
    en: 'Make the copy equal to its source to the letter, or name the source and do not repeat it.',
  },
  example: {
    file: 'manual/HC-ITSM-A-01/5.2.mdx',
    wrong: '服务管理方针为“响应及时，运行平稳；守住安全，持续改进。”',
    right: '服务管理方针为“响应及时，运行稳定；守住安全，持续改进。”',
  },
  *check(handbook) {
    const sources = policySentences(handbook);
    for (const document of handbook.documents.values()) {
      for (const part of document.parts) {
        for (const block of part.body.blocks) {
          if (sources.sharesRun(block.text)) yield* copies(sources, document, part, block);
        }
      }
      yield* objectives(handbook, document);
    }
  },
};

/** The shortest copy worth reporting, in letters: what is quoted or stands alone, and a sentence among others. */
const shortest = 10;
const shortestInText = 20;
/** From this likeness on a sentence is a copy: of the sixteen letters of a slogan two may differ. */
const alike = 0.87;

interface Sentence {
  document: Document;
  text: string;
  letters: string;
}

/** The sentences of the policies, and for each run of letters those in which it stands. */
interface Sources {
  /** Letters → the first policy in which they stand. */
  exact: ReadonlyMap<string, Document>;
  /** Letters with figures left open → sentences that read so. */
  byShape: ReadonlyMap<string, readonly Sentence[]>;
  byRun: ReadonlyMap<string, ReadonlySet<Sentence>>;
  /** True for a text that has such a run in it: others need no closer look. */
  sharesRun: (text: string) => boolean;
}

function policySentences(handbook: Handbook): Sources {
  const exact = new Map<string, Document>();
  const byShape = new Map<string, Sentence[]>();
  const byRun = new Map<string, Set<Sentence>>();
  for (const document of handbook.documents.values()) {
    if (document.kind !== 'policy') continue;
    for (const { body } of document.parts) {
      for (const { text, letters } of body.blocks.flatMap(pieces)) {
        const sentence = { document, text, letters };
        if (letters.length < shortest) continue;
        if (!exact.has(letters)) exact.set(letters, document);
        const shape = withoutFigures(text);
        byShape.set(shape, [...(byShape.get(shape) ?? []), sentence]);
        for (let at = 0; at + runLength <= letters.length; at += 1) {
          const key = letters.slice(at, at + runLength);
          const others = byRun.get(key);
          if (others) others.add(sentence);
          else byRun.set(key, new Set([sentence]));
        }
      }
    }
  }
  return { exact, byShape, byRun, sharesRun: runSearch(byRun) };
}

interface Piece {
  text: string;
  letters: string;
  /** How many letters make it worth a report. */
  least: number;
}

/** The pieces of each block, which both graphs share. */
const known = new WeakMap<Block, Piece[]>();

/** A slogan ends in a full stop but has semicolons in it: the block as a whole counts beside its sentences. */
function pieces(block: Block): Piece[] {
  const { text } = block;
  const cut = known.get(block);
  if (cut) return cut;
  const whole = text.length <= 60 ? [text] : [];
  const quoted = [...text.matchAll(/“([^”]+)”/g)].map(([, inner = '']) => inner);
  const all = [
    ...[...whole, ...quoted].map((piece) => ({ text: piece, letters: lettersOf(piece), least: shortest })),
    ...sentencesOf(text).map((piece) => ({ text: piece, letters: lettersOf(piece), least: shortestInText })),
  ];
  known.set(block, all);
  return all;
}

function* copies(sources: Sources, document: Document, part: Part, block: Block): Generator<Report> {
  for (const { text, letters, least } of pieces(block)) {
    if (letters.length < least || (sources.exact.get(letters) ?? document) !== document) continue;
    const source = nearestSource(sources, document, text, letters);
    if (!source) continue;
    const [before, now] = difference(source.text, text);
    const { number, data } = source.document;
    yield {
      place: placeInBlock(part.source, block, text.slice(0, 8)),
      document: document.number,
      message: {
        zh: `与 ${number}《${data.title.zh}》的原句不一致：原句“${before}”，此处“${now}”`,
        en: `This differs from its source, ${number} “${data.title.en}”: there “${before}”, here “${now}”`,
      },
      hint: {
        zh: `改成与 ${number} 一字不差，或只写《${data.title.zh}》，不重复它的内容；要改的是方针本身，就先改 ${number}。`,
        en: `Make it equal to ${number}, or name 《${data.title.zh}》 and do not repeat it; if the policy is to change, change ${number} first.`,
      },
    };
    // The sentences of a block that is a copy as a whole say nothing more.
    if (text === block.text) return;
  }
}

/** The sentence of a policy that a text nearly is. */
function nearestSource(sources: Sources, document: Document, text: string, letters: string): Sentence | undefined {
  const isSource = (sentence: Sentence): boolean =>
    sentence.document !== document && (document.kind !== 'policy' || sentence.document.number < document.number);
  const shared = new Map<Sentence, number>();
  for (let at = 0; at + runLength <= letters.length; at += runLength) {
    for (const sentence of sources.byRun.get(letters.slice(at, at + runLength)) ?? []) {
      shared.set(sentence, (shared.get(sentence) ?? 0) + 1);
    }
  }
  if (shared.size === 0) return undefined;
  const sameShape = sources.byShape.get(withoutFigures(text))?.find(isSource);
  if (sameShape) return sameShape;
  let best: Sentence | undefined;
  let most = alike;
  for (const [sentence, runs] of shared) {
    // A letter that differs spoils one of the runs at most: with fewer in common two sentences cannot be so much alike.
    const longer = Math.max(sentence.letters.length, letters.length);
    if (runs < Math.floor(letters.length / runLength) - (1 - alike) * longer || !isSource(sentence)) continue;
    const near = likeness(sentence.letters, letters);
    if (near < most) continue;
    best = sentence;
    most = near;
  }
  return best;
}

/** What differs between two sentences, each with a few characters around it. */
function difference(a: string, b: string): [string, string] {
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const shown = (text: string): string => {
    const from = Math.max(start - 6, 0);
    const to = Math.min(text.length - end + 6, text.length);
    const middle = text.slice(from, to);
    const cut = middle.length > 60 ? `${middle.slice(0, 28)}……${middle.slice(-28)}` : middle;
    return `${from > 0 ? '…' : ''}${cut}${to < text.length ? '…' : ''}`;
  };
  return [shown(a), shown(b)];
}

type Objective = Registers['objectives'][number];

/** Metrics of procedures and rows of tables that state an objective of the register otherwise. */
function* objectives(handbook: Handbook, document: Document): Generator<Report> {
  const byName = new Map(handbook.registers.objectives.map((objective) => [objective.name, objective]));
  if (document.data.kind === 'procedure') {
    for (const [index, metric] of document.data.process.metrics.entries()) {
      const objective = byName.get(metric.name);
      if (!objective) continue;
      const at = (key: string) => placeIn(document, 'process', 'metrics', index, key);
      if (differs(objective, metric.target)) yield divergent(document, at('target'), objective, metric.target);
      if (lettersOf(metric.formula) !== lettersOf(objective.formula)) {
        yield {
          ...divergent(document, at('formula'), objective, metric.formula),
          message: {
            zh: `“${objective.name}”的公式与目标登记表不一致：登记表为“${objective.formula}”`,
            en: `The formula of “${objective.name}” differs from the register of objectives: “${objective.formula}”`,
          },
        };
      }
    }
  }
  for (const { body } of document.parts) {
    for (const { header, rows } of body.tables) {
      // Of 目标 and 目标值 the second holds the value.
      const column = header.findLastIndex((title) => /^(?:年度)?目标值?$|^target$/i.test(title));
      if (column < 0) continue;
      for (const row of rows) {
        const objective = row.map(({ text }) => byName.get(text)).find(Boolean);
        const cell = row[column];
        if (objective && cell && differs(objective, cell.text)) {
          yield divergent(document, cell.place, objective, cell.text);
        }
      }
    }
  }
}

function divergent(document: Document, place: Report['place'], objective: Objective, given: string): Report {
  const stated = shownTarget(objective);
  return {
    place,
    document: document.number,
    message: {
      zh: `“${objective.name}”的目标值在这里是 ${given}，在目标登记表中是 ${stated}`,
      en: `The target of “${objective.name}” is ${given} here and ${stated} in the register of objectives`,
    },
    hint: {
      zh: '改正其中一处：目标以 registers/objectives.yaml 为准。',
      en: 'Correct one of the two: registers/objectives.yaml is the source.',
    } satisfies Bilingual,
  };
}

const signs: Record<Objective['target']['operator'], string> = { '>=': '≥', '<=': '≤', '=': '' };

function shownTarget({ target }: Objective): string {
  return `${signs[target.operator]} ${target.value}${/^[%‰]/.test(target.unit) ? '' : ' '}${target.unit}`.trim();
}

/** True if a target in words is another one than that of the register; false also if the words cannot be read. */
function differs({ target }: Objective, words: string): boolean {
  const found =
    /^\s*(?:(≥|>=|不低于|不少于|至少)|(≤|<=|不高于|不超过|不多于|至多)|=|等于)?\s*(\d+(?:\.\d+)?)\s*([^\d\s]\S*)?\s*$/.exec(
      words,
    );
  if (!found) return false;
  const [, least, most, value, unit = ''] = found;
  const operator = least ? '>=' : most ? '<=' : '=';
  const sameUnit = unit.replace(/\s/g, '') === target.unit.replace(/\s/g, '');
  return Number(value) !== target.value || !sameUnit || operator !== target.operator;
}
